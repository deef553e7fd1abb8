import type { Command } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { pointerSteps, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import { parseSubject, subject as subjects, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { locate } from '../subjects/locate.ts';

/** What can be made twice: it stands in a list, has a name, and holds no name that must be unique in the file. */
const duplicable: ReadonlySet<SubjectKind> = new Set(['server', 'volume', 'hardware', 'tier', 'datacenter']);
export interface Made {
  readonly command: Command;
  /** What to select afterwards. */
  readonly subject: Subject;
  /** The field to go on with. */
  readonly path?: Pointer;
}

/** Another one of the same kind beside it, under a name of its own; a server comes without database copies. */
export function duplicate(design: Design, subject: Subject): Made | undefined {
  const parsed = parseSubject(subject);
  const path = locate(design, subject)?.path;
  if (!parsed || path === undefined || !duplicable.has(parsed.kind)) return undefined;
  const list = path.slice(0, path.lastIndexOf('/'));
  const value = valueAt(design, path) as { readonly name: string };
  const name = nextName(value.name, takenNames(design, parsed.kind, list));
  const at = Number(pointerSteps(path).at(-1)) + 1;
  return {
    command: {
      name: 'duplicate',
      label: `Add ${name}, like ${value.name}`,
      edits: [{ op: 'insert', path: `${list}/${at}`, value: { ...value, name } }],
    },
    subject: parsed.kind === 'volume' ? subjects.volume(parsed.name, name) : `${parsed.kind}:${name}`,
  };
}

function takenNames(design: Design, kind: SubjectKind, list: Pointer): ReadonlySet<string> {
  if (kind === 'server') return new Set(indexDesign(design).servers.keys());
  const members = valueAt(design, list) as readonly { readonly name: string }[];
  return new Set(members.map(({ name }) => name));
}

/** The next free name in a row: EX16 is followed by EX17, a name without a number by "name 2". */
export function nextName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = '', digits] = /^(.*?)(\d+)$/.exec(name) ?? [];
  if (digits === undefined) return nextName(`${name} 1`, new Set([...taken, `${name} 1`]));
  for (let number = Number(digits) + 1; ; number += 1) {
    const next = stem + String(number).padStart(digits.length, '0');
    if (!taken.has(next)) return next;
  }
}

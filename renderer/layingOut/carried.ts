import type { Command } from '../../planner/design/edit.ts';
import { parseSubject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Pointer } from '../../planner/design/pointer.ts';
import { subjectName } from '../subjects/subjectName.ts';
import { aroundOf, type Around } from './around.ts';
import { move, type Move } from './moving.ts';
import { areSiblings, reorderBeside, type Side } from './ordering.ts';
import { parts, place, type Part } from './placing.ts';
import { unique } from '../state/unique.ts';

/** What is being carried over the drawing: a new part from the palette, or things that stand in the design. */
export type Carried =
  { readonly kind: 'part'; readonly part: Part } | { readonly kind: 'subjects'; readonly subjects: readonly Subject[] };

/** What letting go at a place would do. */
export type Drop =
  | {
      readonly ok: true;
      /** The thing that takes it; undefined for the design itself. */
      readonly target: Subject | undefined;
      readonly command: Command;
      readonly subjects: readonly Subject[];
      /** The field to go on with. */
      readonly path?: Pointer | undefined;
      readonly left?: Move['left'];
      /** Where beside the target it comes to stand; absent where the target takes it. */
      readonly side?: Side;
    }
  | { readonly ok: false; readonly target: Subject | undefined; readonly obstacle: string };

/** What can take each part or thing, the innermost first. */
const takers: Readonly<Record<string, readonly SubjectKind[]>> = {
  datacenter: [],
  pair: ['datacenter'],
  link: ['datacenter'],
  dag: ['pair'],
  server: ['datacenter', 'dag'],
  disk: ['server'],
  volume: ['server'],
  database: ['volume', 'server', 'dag'],
  copy: ['volume', 'server'],
  witness: ['datacenter'],
  officeOnline: ['datacenter', 'pair'],
  loadBalancer: ['pair'],
};

/** What letting go of something does above a place. @param under what stands there, from the innermost outwards */
export function dropOf(design: Design, carried: Carried, under: readonly Subject[]): Drop {
  const [innermost] = under;
  const around: Around = unique([...under, ...(innermost === undefined ? [] : aroundOf(design, innermost))]);
  const kinds = takers[kindOf(carried)] ?? [];
  const target = around.find((each) => kinds.includes(parseSubject(each)?.kind ?? 'design'));
  if (carried.kind === 'part') {
    const made = place(design, carried.part, around);
    if (typeof made === 'string') return { ok: false, target, obstacle: made };
    return { ok: true, target, command: made.command, subjects: [made.subject], path: made.path };
  }
  const moved = move(design, carried.subjects, around);
  if (typeof moved === 'string') return { ok: false, target, obstacle: moved };
  return { ok: true, target, command: moved.command, subjects: moved.subjects, left: moved.left };
}

/** What letting go of things above one that they stand beside does: they come to stand right before or after it. */
export function dropBeside(design: Design, subjects: readonly Subject[], target: Subject, side: Side): Drop {
  const made = reorderBeside(design, subjects, target, side);
  if (typeof made === 'string') return { ok: false, target, obstacle: made };
  return { ok: true, target, command: made.command, subjects, side };
}

/** The thing at a place that what is carried stands beside, so that it can come before or after it. */
export function siblingUnder(design: Design, carried: Carried, under: readonly Subject[]): Subject | undefined {
  if (carried.kind === 'part') return undefined;
  const { subjects } = carried;
  return under.find((each) => !subjects.includes(each) && areSiblings(design, [each, ...subjects]));
}

function kindOf(carried: Carried): string {
  return carried.kind === 'part' ? carried.part : (parseSubject(carried.subjects[0] ?? '')?.kind ?? '');
}

/** What is carried, as it is called beside the pointer. */
export function nameOf(carried: Carried): string {
  if (carried.kind === 'part') return parts[carried.part];
  const [first = '', ...others] = carried.subjects;
  return others.length === 0 ? subjectName(first) : `${subjectName(first)} and ${others.length} more`;
}

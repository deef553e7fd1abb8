import type { Command, Edit } from '../../planner/design/edit.ts';
import { pointer, pointerSteps, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import { parseSubject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';

/** Which names a renamed thing has: the list that it stands in says so. */
const kinds: Readonly<Record<string, string>> = {
  datacenters: 'datacenter',
  pairs: 'pair',
  hardware: 'hardware',
  mailboxTiers: 'tier',
  dags: 'dag',
  servers: 'server',
  databases: 'database',
  volumes: 'volume',
};

/** Properties that refer by name, and to what. */
const references: Readonly<Record<string, readonly string[]>> = {
  datacenter: ['datacenter', 'datacenters', 'from', 'to'],
  pair: ['pair'],
  hardware: ['hardware'],
  server: ['server'],
  volume: ['volume'],
};

/** Renames what stands at `path` and everything that refers to it, as one step; undefined where that place has no name to follow. */
export function rename(design: Design, path: Pointer, to: string): Command | undefined {
  const steps = pointerSteps(path);
  const kind = kinds[steps.at(-3) ?? ''];
  const from = valueAt(design, path);
  if (steps.at(-1) !== 'name' || kind === undefined || typeof from !== 'string') return undefined;
  const edits: Edit[] = [{ op: 'set', path, value: to }];
  const owner = kind === 'volume' ? valueAt(design, pointer(...steps.slice(0, -3), 'name')) : undefined;

  const visit = (node: unknown, at: Pointer, key: string, holder: unknown): void => {
    if (typeof node === 'string') {
      const refers =
        references[kind]?.includes(key) &&
        node === from &&
        !/\/(w|alternateW)itness\//.test(at) &&
        isObjectOf(holder, owner);
      if (refers) edits.push({ op: 'set', path: at, value: to });
      else if (key === 'subject') edits.push(...subjectEdit(node, at, { kind, from, to, owner }));
    } else if (Array.isArray(node)) {
      node.forEach((item, i) => visit(item, `${at}/${i}`, key, holder));
    } else if (typeof node === 'object' && node !== null) {
      if (kind === 'tier' && key === 'mailboxes' && Object.hasOwn(node, from)) {
        edits.push({ op: 'set', path: at, value: renamedKey(node as Record<string, unknown>, from, to) });
        return;
      }
      for (const [name, value] of Object.entries(node)) visit(value, at + pointer(name), name, node);
    }
  };
  visit(design, '', '', undefined);
  return { name: 'rename', label: `Rename ${from} to ${to}`, edits };
}

/** A volume's name means something only together with its server's. */
function isObjectOf(holder: unknown, owner: unknown): boolean {
  return owner === undefined || (holder as { server?: unknown } | undefined)?.server === owner;
}

function renamedKey(record: Readonly<Record<string, unknown>>, from: string, to: string): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

/** The kinds of the names that a selector holds, where it holds others than its own. */
const namesIn: Readonly<Record<string, readonly string[]>> = {
  copy: ['database', 'server'],
  volume: ['server', 'volume'],
  link: ['datacenter', 'datacenter'],
  witness: ['dag'],
};

interface Renaming {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** For a volume its server. */
  readonly owner: unknown;
}

function subjectEdit(text: string, path: Pointer, { kind, from, to, owner }: Renaming): readonly Edit[] {
  const parsed = parseSubject(text);
  if (!parsed) return [];
  const [firstKind, secondKind] = namesIn[parsed.kind] ?? [parsed.kind];
  if (kind === 'volume' && parsed.name !== owner) return [];
  const name = firstKind === kind && parsed.name === from ? to : parsed.name;
  const second = secondKind === kind && parsed.second === from ? to : parsed.second;
  if (name === parsed.name && second === parsed.second) return [];
  const value = `${parsed.kind}:${name}${second === undefined ? '' : `/${second}`}`;
  return [{ op: 'set', path, value }];
}

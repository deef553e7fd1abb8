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

/** One name that is to be another one. */
export interface Renaming {
  /** Where the name stands. */
  readonly path: Pointer;
  readonly to: string;
}

/** Renames what stands at `path` and everything that refers to it, as one step; undefined where that place has no name to follow. */
export function rename(design: Design, path: Pointer, to: string): Command | undefined {
  const from = valueAt(design, path);
  const edits = renameEdits(design, [{ path, to }]);
  return edits && { name: 'rename', label: `Rename ${String(from)} to ${to}`, edits };
}

/**
 * The edits that give several things of one kind other names, all at once, so that names may also be exchanged; what refers to
 * them follows. Undefined where one of the places has no name to follow, or is of another kind.
 */
export function renameEdits(design: Design, renamings: readonly Renaming[]): readonly Edit[] | undefined {
  const kind = kinds[pointerSteps(renamings[0]?.path ?? '').at(-3) ?? ''];
  const names = namesFor(design, kind, renamings);
  if (kind === undefined || !names) return undefined;
  const edits: Edit[] = renamings.map(({ path, to }) => ({ op: 'set', path, value: to }));

  const visit = (node: unknown, at: Pointer, key: string, holder: unknown): void => {
    if (typeof node === 'string') {
      const refers = references[kind]?.includes(key) && !/\/(w|alternateW)itness\//.test(at);
      const server = (holder as { server?: string } | undefined)?.server;
      const to = refers ? names.get(kind === 'volume' ? server : undefined)?.get(node) : undefined;
      if (to !== undefined) edits.push({ op: 'set', path: at, value: to });
      else if (key === 'subject') edits.push(...subjectEdit(node, at, kind, names));
    } else if (Array.isArray(node)) {
      node.forEach((item, i) => visit(item, `${at}/${i}`, key, holder));
    } else if (typeof node === 'object' && node !== null) {
      if (kind === 'tier' && key === 'mailboxes') {
        const counts = node as Record<string, unknown>;
        const tiers = names.get(undefined) ?? new Map<string, string>();
        const isMeant = Object.keys(counts).some((name) => tiers.has(name));
        if (isMeant) edits.push({ op: 'set', path: at, value: renamedKeys(counts, tiers) });
        return;
      }
      for (const [name, value] of Object.entries(node)) visit(value, at + pointer(name), name, node);
    }
  };
  visit(design, '', '', undefined);
  return edits;
}

/** New names by old ones; a volume's name means something only together with its server's, which is the outer key. */
type Names = ReadonlyMap<string | undefined, ReadonlyMap<string, string>>;

function namesFor(design: Design, kind: string | undefined, renamings: readonly Renaming[]): Names | undefined {
  const names = new Map<string | undefined, Map<string, string>>();
  for (const { path, to } of renamings) {
    const steps = pointerSteps(path);
    const from = valueAt(design, path);
    if (steps.at(-1) !== 'name' || kinds[steps.at(-3) ?? ''] !== kind || typeof from !== 'string') return undefined;
    const owner = kind === 'volume' ? valueAt(design, pointer(...steps.slice(0, -3), 'name')) : undefined;
    const key = typeof owner === 'string' ? owner : undefined;
    const inner = names.get(key) ?? new Map<string, string>();
    names.set(key, inner.set(from, to));
  }
  return names;
}

function renamedKeys(record: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [names.get(key) ?? key, value]));
}

/** The kinds of the names that a selector holds, where it holds others than its own. */
const namesIn: Readonly<Record<string, readonly string[]>> = {
  copy: ['database', 'server'],
  volume: ['server', 'volume'],
  link: ['datacenter', 'datacenter'],
  witness: ['dag'],
};

function subjectEdit(text: string, path: Pointer, kind: string, names: Names): readonly Edit[] {
  const parsed = parseSubject(text);
  if (!parsed) return [];
  const [firstKind, secondKind] = namesIn[parsed.kind] ?? [parsed.kind];
  const known = names.get(kind === 'volume' ? parsed.name : undefined);
  const name = (firstKind === kind ? known?.get(parsed.name) : undefined) ?? parsed.name;
  const second = (secondKind === kind ? known?.get(parsed.second ?? '') : undefined) ?? parsed.second;
  if (name === parsed.name && second === parsed.second) return [];
  const value = `${parsed.kind}:${name}${second === undefined ? '' : `/${second}`}`;
  return [{ op: 'set', path, value }];
}

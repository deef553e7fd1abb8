import { indexDesign } from '../../planner/design/index.ts';
import type { Design } from '../../planner/design/types.ts';
import { nextName } from '../state/structure.ts';

/** What the first of each kind is called; the others count on. */
const first: Readonly<Record<string, string>> = {
  datacenters: 'Datacenter 1',
  hardware: 'Server model 1',
  mailboxTiers: 'Tier 1',
  dags: 'DAG1',
  servers: 'EX01',
  databases: 'DB001',
  volumes: 'ExVol01',
  networks: 'Network 1',
  nodes: 'Node 1',
  scenarios: 'Scenario 1',
};

interface Named {
  readonly name?: string;
}

/** Lists whose names end in numbers that count nothing. */
const notCounted: ReadonlySet<string> = new Set(['hardware']);

/** A name that nothing in a list has: the last one's successor where that is numbered, else "Tier 4" for the fourth. */
export function freeName(design: Design, list: string, siblings: readonly Named[]): string {
  const taken = namesTaken(design, list) ?? siblings.flatMap(({ name }) => name ?? []);
  const last = taken.at(-1);
  if (last !== undefined && /\d$/.test(last) && !notCounted.has(list)) return nextName(last, new Set(taken));
  const start = first[list] ?? `${list} 1`;
  let name = start;
  for (let i = 0; i < siblings.length; i += 1) name = nextName(name, new Set());
  return taken.includes(name) ? nextName(name, new Set(taken)) : name;
}

/** Names that are unique in the whole file. */
function namesTaken(design: Design, list: string): readonly string[] | undefined {
  const { servers, databases } = indexDesign(design);
  if (list === 'servers') return [...servers.keys()];
  return list === 'databases' ? [...databases.keys()] : undefined;
}

interface Hosted {
  readonly host: string;
}

/** A host name that none of the others has, in their domain. */
export function freeHost(label: string, others: readonly Hosted[]): string {
  const taken = new Set(others.map(({ host }) => host));
  const [, domain = 'example.com'] = /\.(.+)$/.exec(others.at(-1)?.host ?? '') ?? [];
  let host = `${label}.${domain}`;
  for (let n = 2; taken.has(host); n += 1) host = `${label}-${n}.${domain}`;
  return host;
}

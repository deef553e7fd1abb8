import type { Edit } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { pointer } from '../../planner/design/pointer.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Dag, Database, Design, OfficeOnlineFarm, Server, Volume, Witness } from '../../planner/design/types.ts';
import { unlinked, unpaired } from '../additions/joins.ts';
import { newMember } from '../additions/newMember.ts';
import { addTo } from '../state/commands.ts';
import type { Made } from '../state/structure.ts';
import { definition } from '../subjects/schema.ts';
import { dagAt, nameIn, pairAt, type Around } from './around.ts';

/** What the palette offers to place, in its order. */
export const parts = {
  datacenter: 'Datacenter',
  pair: 'Datacenter pair',
  link: 'Link',
  dag: 'DAG',
  server: 'Server',
  disk: 'Disk',
  database: 'Database',
  witness: 'Witness',
  officeOnline: 'Office Online farm',
  loadBalancer: 'Load balancer',
} as const;
export type Part = keyof typeof parts;

/** Places a part where a pointer or the selection is; or says why that place takes none. */
export function place(design: Design, part: Part, around: Around): Made | string {
  return placers[part](design, around);
}

const placers: Readonly<Record<Part, (design: Design, around: Around) => Made | string>> = {
  datacenter: (design) => {
    const made = member<{ name: string }>(design, 'datacenters', 'datacenter', design, design.datacenters);
    if (typeof made === 'string') return made;
    return added(design, '/datacenters', made, {
      what: `datacenter ${made.name}`,
      subject: subject.datacenter(made.name),
    });
  },
  pair: (design, around) => {
    const datacenters = unpaired(design, nameIn(around, 'datacenter'));
    if (typeof datacenters === 'string') return datacenters;
    const name = freeName(datacenters.join('-'), new Set(design.pairs?.map((pair) => pair.name)));
    const value = { name, datacenters: [...datacenters] };
    return added(design, '/pairs', value, { what: `datacenter pair ${name}`, subject: subject.pair(name) });
  },
  link: (design, around) => {
    const ends = unlinked(design, nameIn(around, 'datacenter'));
    if (typeof ends === 'string') return ends;
    const [from, to] = ends;
    const field = 'bandwidthMbps';
    return added(
      design,
      '/links',
      { from, to },
      { what: `link ${from} – ${to}`, subject: subject.link(from, to), field },
    );
  },
  dag: (design, around) => {
    const dag = newDag(design, around);
    if (typeof dag === 'string') return dag;
    return added(design, '/dags', dag, { what: `DAG ${dag.name}`, subject: subject.dag(dag.name) });
  },
  server: placeServer,
  disk: placeDisk,
  database: placeDatabase,
  witness: placeWitness,
  officeOnline: placeFarm,
  loadBalancer: (design, around) => {
    const pair = pairAt(design, around);
    if (typeof pair === 'string') return pair;
    if (pair.loadBalancer) return `${pair.name} has a load balancer already`;
    const path = `${pathOf(design, 'pairs', pair.name)}/loadBalancer`;
    return {
      // As the PA has it: layer 7 without session affinity (facts A2).
      command: {
        name: 'add',
        label: `Add load balancer to ${pair.name}`,
        edits: [{ op: 'set', path, value: { layer: 7, sessionAffinity: 'none' } }],
      },
      subject: subject.pair(pair.name),
      path: `${path}/kind`,
    };
  },
};

interface Shown {
  /** What it is, for the label: "server EX01". */
  readonly what: string;
  readonly subject: Subject;
  /** The field to go on with; not given: the name. */
  readonly field?: string;
}

function added(design: Design, list: string, value: object, { what, subject: about, field = 'name' }: Shown): Made {
  const members = listAt(design, list);
  return {
    command: addTo(design, list, value, `Add ${what}`),
    subject: about,
    path: `${list}/${members}/${field}`,
  };
}

function listAt(design: Design, list: string): number {
  const steps = list.slice(1).split('/');
  const found = steps.reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], design);
  return Array.isArray(found) ? found.length : 0;
}

/** A new member of a list as "Add" makes it. */
function member<T>(
  design: Design,
  list: string,
  type: string,
  owner: object,
  siblings: readonly object[] = [],
): T | string {
  return newMember({ design, list, owner, siblings, schema: definition(type) }) as T | string;
}

function newDag(design: Design, around: Around): Dag | string {
  const made = member<Dag>(design, 'dags', 'dag', design, design.dags);
  const pair = nameIn(around, 'pair');
  return typeof made === 'string' || pair === undefined ? made : { ...made, pair };
}

function placeServer(design: Design, around: Around): Made | string {
  const found = dagAt(design, around);
  if (typeof found === 'string') return found;
  const dag = found ?? newDag(design, around);
  if (typeof dag === 'string') return dag;
  const made = member<Server>(design, 'servers', 'server', dag, dag.servers);
  if (typeof made === 'string') return made;
  const datacenter = nameIn(around, 'datacenter');
  if (datacenter !== undefined && indexDesign(design).datacenters.get(datacenter)?.value.role === 'witness') {
    return `${datacenter} is for a witness only`;
  }
  const server = datacenter === undefined ? made : { ...made, datacenter };
  const about = subject.server(server.name);
  if (found) {
    const list = `${pathOf(design, 'dags', dag.name)}/servers`;
    return added(design, list, server, { what: `server ${server.name} to ${dag.name}`, subject: about });
  }
  const at = design.dags?.length ?? 0;
  return {
    command: addTo(design, '/dags', { ...dag, servers: [server] }, `Add server ${server.name} and its DAG ${dag.name}`),
    subject: about,
    path: `/dags/${at}/servers/0/name`,
  };
}

function placeDisk(design: Design, around: Around): Made | string {
  const name = nameIn(around, 'server') ?? nameIn(around, 'volume');
  const server = name === undefined ? undefined : indexDesign(design).servers.get(name);
  if (!server) return 'a disk belongs to a server: choose one first';
  const made = member<Volume>(design, 'volumes', 'volume', server.value, server.value.volumes);
  if (typeof made === 'string') return made;
  const about = subject.volume(server.value.name, made.name);
  return added(design, `${server.path}/volumes`, made, { what: `disk ${made.name} to ${name}`, subject: about });
}

/** On a disk or a server the database gets its first copy there, else none yet. */
function placeDatabase(design: Design, around: Around): Made | string {
  const dag = dagAt(design, around);
  if (dag === undefined) return 'a database belongs to a DAG: add one first';
  if (typeof dag === 'string') return dag;
  const made = member<Database>(design, 'databases', 'database', dag, dag.databases);
  if (typeof made === 'string') return made;
  const server = indexDesign(design).servers.get(nameIn(around, 'server') ?? '');
  const disk = around.map(parseSubject).find((each) => each?.kind === 'volume')?.second;
  const volume = disk ?? emptiestDisk(server?.volumes ?? []);
  const copy = server && {
    server: server.value.name,
    ...(volume !== undefined && { volume }),
    activationPreference: 1,
  };
  if (copy && server.volumes.some(({ value }) => value.name === volume && !holdsData(value))) {
    return `${volume} of ${server.value.name} is not for databases`;
  }
  const database = copy ? { ...made, copies: [copy] } : made;
  const list = `${pathOf(design, 'dags', dag.name)}/databases`;
  const what = `database ${database.name} to ${dag.name}`;
  return added(design, list, database, { what, subject: subject.database(database.name) });
}

export const holdsData = ({ role }: Volume): boolean => role === undefined || role === 'data';

function emptiestDisk(volumes: readonly { readonly value: Volume; readonly copies: readonly unknown[] }[]) {
  const [emptiest] = volumes
    .filter(({ value }) => holdsData(value))
    .toSorted((a, b) => a.copies.length - b.copies.length);
  return emptiest?.value.name;
}

/** The witness of the DAG that stands there, else of the first without one; it moves where the DAG has one. */
function placeWitness(design: Design, around: Around): Made | string {
  const { dags, datacenters } = indexDesign(design);
  const named = nameIn(around, 'dag') ?? nameIn(around, 'witness');
  const all = [...dags.values()];
  const dag =
    (named === undefined ? undefined : dags.get(named)) ??
    all.find(({ value }) => !value.witness) ??
    (all.length === 1 ? all[0] : undefined);
  if (!dag)
    return all.length === 0 ? 'a witness belongs to a DAG: add one first' : 'choose the DAG that it is for first';
  const datacenter = nameIn(around, 'datacenter') ?? [...datacenters.values()].find(forWitness)?.value.name;
  return witnessIn(dag, datacenter);
}

const forWitness = ({ value }: { readonly value: { readonly role?: string } }): boolean => value.role === 'witness';

/** Puts a DAG's witness into a datacenter; the DAG gets one where it has none. */
export function witnessIn(
  { value: dag, path }: { readonly value: Dag; readonly path: string },
  datacenter: string | undefined,
): Made | string {
  if (dag.witness && dag.witness.datacenter === datacenter) return `the witness of ${dag.name} stands there already`;
  const witness: Witness = {
    ...(dag.witness ?? { kind: 'fileShare', server: 'FSW01' }),
    ...(datacenter !== undefined && { datacenter }),
  };
  const edit: Edit = { op: 'set', path: `${path}/witness`, value: witness };
  const where = datacenter === undefined ? '' : ` in ${datacenter}`;
  const label = dag.witness ? `Move witness of ${dag.name} to ${datacenter}` : `Add witness of ${dag.name}${where}`;
  return { command: { name: 'place-witness', label, edits: [edit] }, subject: subject.witness(dag.name) };
}

function placeFarm(design: Design, around: Around): Made | string {
  const pair = pairAt(design, around);
  if (typeof pair === 'string') return pair;
  const made = member<OfficeOnlineFarm>(design, 'officeOnline', 'officeOnline', pair, pair.officeOnline);
  if (typeof made === 'string') return made;
  const named = nameIn(around, 'datacenter');
  const farm = named !== undefined && pair.datacenters.includes(named) ? { ...made, datacenter: named } : made;
  const list = `${pathOf(design, 'pairs', pair.name)}/officeOnline`;
  return added(design, list, farm, {
    what: `Office Online farm ${farm.host} to ${pair.name}`,
    subject: subject.pair(pair.name),
    field: 'host',
  });
}

function pathOf(design: Design, list: 'pairs' | 'dags', name: string): string {
  return pointer(
    list,
    (design[list] ?? []).findIndex((each) => each.name === name),
  );
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name); n += 1) name = `${wanted} ${n}`;
  return name;
}

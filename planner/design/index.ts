import { pointer, type Pointer } from './pointer.ts';
import type {
  Dag,
  Database,
  DatabaseCopy,
  Datacenter,
  Design,
  Hardware,
  MailboxTier,
  Pair,
  Server,
  Volume,
} from './types.ts';

/** Something of a design together with where it stands in the file. */
export interface Placed<T> {
  readonly value: T;
  readonly path: Pointer;
}

/** A DAG with what belongs to it, in file order. */
export interface PlacedDag extends Placed<Dag> {
  readonly servers: readonly PlacedServer[];
  readonly databases: readonly PlacedDatabase[];
}

export interface PlacedServer extends Placed<Server> {
  readonly dag: Dag;
  readonly hardware: Placed<Hardware> | undefined;
  readonly copies: readonly PlacedCopy[];
  readonly volumes: readonly PlacedVolume[];
}

export interface PlacedVolume extends Placed<Volume> {
  readonly server: Server;
  readonly copies: readonly PlacedCopy[];
}

export interface PlacedDatabase extends Placed<Database> {
  readonly dag: Dag;
  readonly copies: readonly PlacedCopy[];
}

export interface PlacedCopy extends Placed<DatabaseCopy> {
  readonly dag: Dag;
  readonly database: Database;
}

/** Everything of a design by name, in file order. */
export interface DesignIndex {
  readonly datacenters: ReadonlyMap<string, Placed<Datacenter>>;
  readonly pairs: ReadonlyMap<string, Placed<Pair>>;
  readonly hardware: ReadonlyMap<string, Placed<Hardware>>;
  readonly tiers: ReadonlyMap<string, Placed<MailboxTier>>;
  readonly dags: ReadonlyMap<string, PlacedDag>;
  readonly servers: ReadonlyMap<string, PlacedServer>;
  readonly databases: ReadonlyMap<string, PlacedDatabase>;
}

const indexes = new WeakMap<Design, DesignIndex>();

/** Look-ups of a design; built once per design object, which is never mutated. */
export function indexDesign(design: Design): DesignIndex {
  let index = indexes.get(design);
  if (!index) indexes.set(design, (index = buildIndex(design)));
  return index;
}

function buildIndex(design: Design): DesignIndex {
  const hardware = byName(design.hardware, 'hardware');
  const dags = (design.dags ?? []).map((dag, d) => placedDag(dag, pointer('dags', d), hardware));
  return {
    datacenters: byName(design.datacenters, 'datacenters'),
    pairs: byName(design.pairs, 'pairs'),
    hardware,
    tiers: byName(design.mailboxTiers, 'mailboxTiers'),
    dags: new Map(dags.map((dag) => [dag.value.name, dag])),
    servers: new Map(dags.flatMap(({ servers }) => servers.map((server) => [server.value.name, server] as const))),
    databases: new Map(
      dags.flatMap(({ databases }) => databases.map((database) => [database.value.name, database] as const)),
    ),
  };
}

interface KeptDag {
  readonly hardware: ReadonlyMap<string, Placed<Hardware>>;
  readonly dag: PlacedDag;
}

const placedDags = new WeakMap<Dag, KeptDag>();

/** After an edit only the DAG that it touched is indexed anew. */
function placedDag(value: Dag, path: Pointer, hardware: ReadonlyMap<string, Placed<Hardware>>): PlacedDag {
  const known = placedDags.get(value);
  if (known?.dag.path === path && known.hardware === hardware) return known.dag;
  const dag = placeDag(value, path, hardware);
  placedDags.set(value, { hardware, dag });
  return dag;
}

function placeDag(dag: Dag, path: Pointer, hardware: ReadonlyMap<string, Placed<Hardware>>): PlacedDag {
  const copiesByServer = new Map<string, PlacedCopy[]>();
  const databases = (dag.databases ?? []).map((database, d): PlacedDatabase => {
    const databasePath = `${path}/databases/${d}`;
    const copies = (database.copies ?? []).map((value, c) => ({
      value,
      path: `${databasePath}/copies/${c}`,
      dag,
      database,
    }));
    for (const copy of copies) append(copiesByServer, copy.value.server, copy);
    return { value: database, path: databasePath, dag, copies };
  });
  const servers = (dag.servers ?? []).map((server, s): PlacedServer => {
    const serverPath = `${path}/servers/${s}`;
    const copies = copiesByServer.get(server.name) ?? [];
    const copiesByVolume = new Map<string, PlacedCopy[]>();
    for (const copy of copies) if (copy.value.volume !== undefined) append(copiesByVolume, copy.value.volume, copy);
    return {
      value: server,
      path: serverPath,
      dag,
      copies,
      hardware: server.hardware === undefined ? undefined : hardware.get(server.hardware),
      volumes: (server.volumes ?? []).map((value, v) => ({
        value,
        path: `${serverPath}/volumes/${v}`,
        server,
        copies: copiesByVolume.get(value.name) ?? [],
      })),
    };
  });
  return { value: dag, path, servers, databases };
}

const nameMaps = new WeakMap<object, ReadonlyMap<string, Placed<unknown>>>();
const none: readonly never[] = [];

/** Kept by list, so that what is placed stays the same object while its list does. */
function byName<T extends { readonly name: string }>(
  list: readonly T[] = none,
  property: string,
): ReadonlyMap<string, Placed<T>> {
  const known = nameMaps.get(list) as ReadonlyMap<string, Placed<T>> | undefined;
  if (known) return known;
  const map = new Map(list.map((value, i) => [value.name, { value, path: pointer(property, i) }]));
  nameMaps.set(list, map);
  return map;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

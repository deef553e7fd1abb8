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
  readonly dags: ReadonlyMap<string, Placed<Dag>>;
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
  const dags = byName(design.dags, 'dags');
  const servers = new Map<string, PlacedServer>();
  const databases = new Map<string, PlacedDatabase>();
  for (const { value: dag, path: dagPath } of dags.values()) {
    const copiesByServer = new Map<string, PlacedCopy[]>();
    for (const [d, database] of (dag.databases ?? []).entries()) {
      const path = `${dagPath}/databases/${d}`;
      const copies = (database.copies ?? []).map((value, c) => ({ value, path: `${path}/copies/${c}`, dag, database }));
      databases.set(database.name, { value: database, path, dag, copies });
      for (const copy of copies) append(copiesByServer, copy.value.server, copy);
    }
    for (const [s, server] of (dag.servers ?? []).entries()) {
      const path = `${dagPath}/servers/${s}`;
      const copies = copiesByServer.get(server.name) ?? [];
      const copiesByVolume = new Map<string, PlacedCopy[]>();
      for (const copy of copies) if (copy.value.volume !== undefined) append(copiesByVolume, copy.value.volume, copy);
      servers.set(server.name, {
        value: server,
        path,
        dag,
        copies,
        hardware: server.hardware === undefined ? undefined : hardware.get(server.hardware),
        volumes: (server.volumes ?? []).map((value, v) => ({
          value,
          path: `${path}/volumes/${v}`,
          server,
          copies: copiesByVolume.get(value.name) ?? [],
        })),
      });
    }
  }
  return {
    datacenters: byName(design.datacenters, 'datacenters'),
    pairs: byName(design.pairs, 'pairs'),
    hardware,
    tiers: byName(design.mailboxTiers, 'mailboxTiers'),
    dags,
    servers,
    databases,
  };
}

function byName<T extends { readonly name: string }>(
  list: readonly T[] | undefined,
  property: string,
): Map<string, Placed<T>> {
  return new Map((list ?? []).map((value, i) => [value.name, { value, path: pointer(property, i) }]));
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

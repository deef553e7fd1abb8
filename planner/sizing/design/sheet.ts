import { indexDesign, type PlacedDatabase, type PlacedServer, type PlacedVolume } from '../../design/index.ts';
import type { Pointer } from '../../design/pointer.ts';
import { subject } from '../../design/subject.ts';
import type { Dag, Design, Exchange, Hardware, Sizing, Transport } from '../../design/types.ts';
import { copyTables, type CopyTable } from '../../simulate/failover/copyTable.ts';
import { failureModes, type FailureMode } from '../../simulate/failover/failureModes.ts';
import { databaseLoads, type DatabaseLoad } from '../databaseLoads.ts';
import { definition, Fields } from '../fields.ts';
import type { Scope } from '../formula.ts';
import { longestLagDays } from '../lag.ts';
import type { ModeLoad, ServerLoad, VolumeLoad } from '../serverLoad.ts';
import { serverLoads } from '../serverLoads.ts';
import { tierContext } from '../tier/context.ts';
import { tierScope, type TierScope } from '../tier/scope.ts';

/** A design whose figures are asked for, with what it consists of. What is not stated stays out of its loads. */
export interface Sheet extends Scope {
  readonly design: Design;
  readonly sizing: Fields<Sizing>;
  readonly transport: Fields<Transport>;
  readonly exchange: Fields<Exchange>;
  /** Whether databases have several copies. */
  readonly replicated: boolean;
  readonly tiers: ReadonlyMap<string, TierScope>;
  readonly databases: ReadonlyMap<string, DatabaseScope>;
  readonly servers: readonly ServerScope[];
  readonly dags: readonly DagScope[];
  readonly datacenters: readonly DatacenterScope[];
  readonly models: readonly ModelScope[];
}

export interface DagScope extends Scope {
  readonly sheet: Sheet;
  readonly dag: Dag;
  readonly path: Pointer;
  readonly table: CopyTable;
  readonly servers: readonly ServerScope[];
}

export interface DatabaseScope extends Scope {
  readonly sheet: Sheet;
  readonly placed: PlacedDatabase;
  /** Absent where what it holds is not stated. */
  readonly load: DatabaseLoad | undefined;
  /** The same number for databases with the same figures. */
  readonly kind: number;
}

export interface ServerScope extends Scope {
  readonly sheet: Sheet;
  readonly placed: PlacedServer;
  readonly load: ServerLoad;
  readonly hardware: Fields<Hardware>;
  readonly table: CopyTable;
  /** As an index into the table's servers. */
  readonly position: number;
  readonly hasRestoreVolume: boolean;
  readonly volumes: readonly VolumeScope[];
  readonly modes: readonly ServerFailure[];
}

/** A server in the worst failure of a mode that leaves it up. */
export interface ServerFailure extends Scope {
  readonly server: ServerScope;
  readonly mode: FailureMode;
  readonly load: ModeLoad;
}

/** A volume with copies. */
export interface VolumeScope extends Scope {
  readonly server: ServerScope;
  readonly placed: PlacedVolume;
  readonly load: VolumeLoad;
}

export interface DatacenterScope extends Scope {
  readonly sheet: Sheet;
  /** A server that stands there, where one does. */
  readonly server: ServerScope | undefined;
}

export interface ModelScope extends Scope {
  readonly sheet: Sheet;
  readonly systemDisks: Fields<NonNullable<Hardware['systemDisks']>>;
}

const sheets = new WeakMap<Design, Sheet>();

/** The sheet of a design; made once per design object. */
export function sheetOf(design: Design): Sheet {
  let sheet = sheets.get(design);
  if (!sheet) sheets.set(design, (sheet = makeSheet(design)));
  return sheet;
}

function makeSheet(design: Design): Sheet {
  const index = indexDesign(design);
  const context = tierContext(design);
  const { loads } = databaseLoads(design);
  const databases = new Map<string, DatabaseScope>();
  const servers: ServerScope[] = [];
  const dags: DagScope[] = [];
  const datacenters: DatacenterScope[] = [];
  const models: ModelScope[] = [];
  const sheet: Sheet = {
    subject: subject.design,
    design,
    sizing: new Fields(definition('sizing'), '/sizing', design.sizing),
    transport: new Fields(definition('transport'), '/transport', design.transport),
    exchange: new Fields(definition('exchange'), '/exchange', design.exchange),
    replicated: context.replicated,
    tiers: new Map([...index.tiers].map(([name, tier]) => [name, tierScope(tier, context)])),
    databases,
    servers,
    dags,
    datacenters,
    models,
  };
  const kinds = new Map<string, DatabaseScope>();
  for (const [name, placed] of index.databases) {
    const held = kindOf(placed);
    const like = kinds.get(held);
    const load = loads.get(name);
    const kind = like?.kind ?? kinds.size;
    const database: DatabaseScope = { sheet, placed, load, kind, subject: subject.database(name), like };
    if (!like) kinds.set(held, database);
    databases.set(name, database);
  }
  const volumes = new Map<string, VolumeScope>();
  const byName = new Map(serverLoads(design).map((load) => [load.server, load]));
  const tables = copyTables(design);
  [...index.dags.values()].forEach(({ value: dag, path }, d) => {
    const table = tables[d];
    if (!table) return;
    const members = table.servers.flatMap((placed, position): ServerScope[] => {
      const load = byName.get(placed.value.name);
      return load ? [makeServer(sheet, placed, load, { table, position }, volumes)] : [];
    });
    servers.push(...members);
    dags.push({ sheet, dag, path, table, servers: members, subject: subject.dag(dag.name) });
  });
  for (const name of index.datacenters.keys()) {
    const server = servers.find(({ placed }) => placed.value.datacenter === name);
    datacenters.push({ sheet, server, subject: subject.datacenter(name) });
  }
  const diskDefinition = definition('hardware', 'systemDisks');
  for (const { value, path } of index.hardware.values()) {
    const systemDisks = new Fields(diskDefinition, `${path}/systemDisks`, value.systemDisks);
    models.push({ sheet, systemDisks, subject: subject.hardware(value.name) });
  }
  return sheet;
}

/** All that the figures of a database are made from. */
function kindOf({ value, dag }: PlacedDatabase): string {
  let kind = `${longestLagDays(value)} ${dag.databases?.length}`;
  if (!value.mailboxes) return kind;
  for (const tier in value.mailboxes) kind += `\n${tier}\n${value.mailboxes[tier]}`;
  return `${kind}\n`;
}

/** @param alike volumes so far, by all that their figures are made from */
function makeServer(
  sheet: Sheet,
  placed: PlacedServer,
  load: ServerLoad,
  { table, position }: Pick<ServerScope, 'table' | 'position'>,
  alike: Map<string, VolumeScope>,
): ServerScope {
  const { value, hardware } = placed;
  const at = subject.server(value.name);
  const volumes: VolumeScope[] = [];
  const modes: ServerFailure[] = [];
  const path = hardware?.path ?? `${placed.path}/hardware`;
  const server: ServerScope = {
    sheet,
    placed,
    load,
    hardware: new Fields(definition('hardware'), path, hardware?.value),
    table,
    position,
    hasRestoreVolume: placed.volumes.some((volume) => volume.value.role === 'restore'),
    volumes,
    modes,
    subject: at,
  };
  const loads = new Map(load.volumes.map((volume) => [volume.volume, volume]));
  for (const volume of placed.volumes) {
    const found = volume.copies.length > 0 ? loads.get(volume.value.name) : undefined;
    if (!found) continue;
    const kinds = volume.copies.map(({ database }) => sheet.databases.get(database.name)?.kind);
    const held = `${server.hasRestoreVolume} ${found.formattedGB} ${kinds.join()}`;
    const like = alike.get(held);
    const at = subject.volume(value.name, volume.value.name);
    const scope: VolumeScope = { server, placed: volume, load: found, subject: at, like };
    if (!like) alike.set(held, scope);
    volumes.push(scope);
  }
  for (const mode of failureModes) {
    const found = load.modes[mode];
    if (found) modes.push({ server, mode, load: found, subject: at, variant: mode });
  }
  return server;
}

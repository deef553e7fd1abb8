import { indexDesign, type DesignIndex, type PlacedCopy, type PlacedServer } from '../../design/index.ts';
import { perDag } from '../../design/perDag.ts';
import type { Dag, Database, DatabaseCopy, Design } from '../../design/types.ts';
import { orderByName } from './orderByName.ts';

/** The copies of one DAG as flat arrays, for loops over many failures. */
export interface CopyTable {
  readonly dag: Dag;
  readonly servers: readonly PlacedServer[];
  readonly databases: readonly Database[];
  /** Databases in the order in which they activate: by name. */
  readonly activationOrder: Int32Array;
  /** Where each database's candidates begin; one entry more than there are databases. */
  readonly firstCandidate: Int32Array;
  /** Candidates of all databases, best first: highly available before lagged, then by activation preference. */
  readonly candidates: readonly PlacedCopy[];
  /** Each candidate's server, as an index into `servers`. */
  readonly candidateServer: Int32Array;
  /** 1 where the candidate may activate by itself when the home copy is lost. */
  readonly automatic: Uint8Array;
  /** Hard limit of active databases of each server. */
  readonly maximumActive: Float64Array;
}

const tables = new WeakMap<Design, readonly CopyTable[]>();

/** One table per DAG, in file order; built once per design object. */
export function copyTables(design: Design): readonly CopyTable[] {
  let built = tables.get(design);
  if (!built) {
    built = [...indexDesign(design).dags.values()].map(({ value }) => copyTable(design, value));
    tables.set(design, built);
  }
  return built;
}

/** The table of one DAG of a design; after an edit only that of the DAG that it touched is built anew. */
export const copyTable = perDag(buildTable);

/** A copy that trails behind on purpose; it activates only where nothing else is left (facts B2.6). */
export function isLagged(copy: DatabaseCopy): boolean {
  return (copy.replayLagHours ?? 0) > 0;
}

function buildTable(design: Design, dag: Dag): CopyTable {
  const index = indexDesign(design);
  const { servers = [], databases: placed = [] } = index.dags.get(dag.name) ?? {};
  const serverIndex = new Map(servers.map(({ value }, i) => [value.name, i]));
  const databases = dag.databases ?? [];
  const firstCandidate = new Int32Array(databases.length + 1);
  const candidates: PlacedCopy[] = [];
  const candidateServer: number[] = [];
  const automatic: number[] = [];
  databases.forEach((database, d) => {
    const ranked = rank(placed[d]?.copies ?? []);
    const home = ranked[0] && servers[serverIndex.get(ranked[0].value.server) ?? -1];
    for (const copy of ranked) {
      const position = serverIndex.get(copy.value.server);
      const server = position === undefined ? undefined : servers[position];
      if (position === undefined || !server) continue;
      candidates.push(copy);
      candidateServer.push(position);
      automatic.push(mayActivate(index, server, home) ? 1 : 0);
    }
    firstCandidate[d + 1] = candidates.length;
  });
  return {
    dag,
    servers,
    databases,
    activationOrder: orderByName(databases),
    firstCandidate,
    candidates,
    candidateServer: Int32Array.from(candidateServer),
    automatic: Uint8Array.from(automatic),
    maximumActive: Float64Array.from(servers, ({ value }) => value.maximumActiveDatabases ?? Infinity),
  };
}

function rank(copies: readonly PlacedCopy[]): PlacedCopy[] {
  return copies
    .map((copy, i) => ({ copy, preference: copy.value.activationPreference ?? i + 1 }))
    .filter(({ copy }) => copy.value.activationSuspended !== true)
    .sort((a, b) => Number(isLagged(a.copy.value)) - Number(isLagged(b.copy.value)) || a.preference - b.preference)
    .map(({ copy }) => copy);
}

/**
 * Whether a server's policy lets a copy activate there by itself (facts B3.3).
 * @param source the server that the database comes from
 */
export function mayActivate(index: DesignIndex, server: PlacedServer, source: PlacedServer | undefined): boolean {
  switch (server.value.databaseCopyAutoActivationPolicy) {
    case 'Blocked':
      return false;
    case 'IntrasiteOnly':
      return site(index, server) === (source && site(index, source));
    case 'Unrestricted':
    case undefined:
      return true;
  }
}

function site(index: DesignIndex, { value }: PlacedServer): string | undefined {
  if (value.datacenter === undefined) return undefined;
  return index.datacenters.get(value.datacenter)?.value.adSite ?? value.datacenter;
}

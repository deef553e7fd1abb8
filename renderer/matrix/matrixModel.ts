import { indexDesign } from '../../planner/design/index.ts';
import type { Dag, Database, DatabaseCopy, Design, Server } from '../../planner/design/types.ts';

/** The copy layout of one DAG: databases down, servers across. */
export interface MatrixModel {
  readonly dag: Dag;
  /** Grouped by datacenter, in the order in which the datacenters first appear. */
  readonly servers: readonly Server[];
  readonly groups: readonly ServerGroup[];
  readonly rows: readonly MatrixRow[];
  /** How many copies of each preference every server holds, in the order of `servers`; for the whole DAG. */
  readonly totals: readonly PreferenceTotals[];
}

export interface ServerGroup {
  readonly datacenter: string | undefined;
  /** The place of its first server in `servers`. */
  readonly start: number;
  readonly count: number;
}

export interface MatrixRow {
  readonly database: Database;
  /** By server, in the order of `servers`. */
  readonly copies: readonly (DatabaseCopy | undefined)[];
}

export interface PreferenceTotals {
  /** Undefined for copies that state none. */
  readonly preference: number | undefined;
  readonly counts: readonly number[];
}

/** The matrix of a DAG, with the rows whose database's name contains the filter text. */
export function matrixModel(design: Design, dag: Dag, filter: string): MatrixModel {
  const byDatacenter = new Map<string | undefined, Server[]>();
  for (const server of dag.servers ?? []) {
    const group = byDatacenter.get(server.datacenter);
    if (group) group.push(server);
    else byDatacenter.set(server.datacenter, [server]);
  }
  const servers = [...byDatacenter.values()].flat();
  const wanted = filter.trim().toLowerCase();
  return {
    dag,
    servers,
    groups: [...byDatacenter].map(([datacenter, group]) => ({
      datacenter,
      start: servers.findIndex((server) => server.datacenter === datacenter),
      count: group.length,
    })),
    rows: (dag.databases ?? [])
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map((database) => matrixRow(database, servers)),
    totals: totalsOf(design, servers),
  };
}

function matrixRow(database: Database, servers: readonly Server[]): MatrixRow {
  const copies = new Map((database.copies ?? []).map((copy) => [copy.server, copy]));
  return { database, copies: servers.map(({ name }) => copies.get(name)) };
}

function totalsOf(design: Design, servers: readonly Server[]): PreferenceTotals[] {
  const { servers: placed } = indexDesign(design);
  const own = servers.map(({ name }) =>
    (placed.get(name)?.copies ?? []).map(({ value }) => value.activationPreference),
  );
  const preferences = [...new Set(own.flat())].toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return preferences.map((preference) => ({
    preference,
    counts: own.map((list) => list.filter((value) => value === preference).length),
  }));
}

import type { Design } from '../../design/types.ts';
import { costColumns, costTable } from '../../sizing/costTable.ts';
import { isLagged, type CopyTable } from '../failover/index.ts';

/** What an active database adds to its server: megacycles beyond its passive ones, cache, client access megacycles. */
export const loadColumns = 3;

/** Databases whose copies stand on the same servers in the same order: they go everywhere together. */
export interface DatabaseGroups {
  /** Databases in each group. */
  readonly sizes: Int32Array;
  /** Where each group's candidates begin; one entry more than there are groups. */
  readonly firstCandidate: Int32Array;
  /** Each candidate's server, and 1 where it is lagged; only those to which the group can go. */
  readonly candidateServer: Int32Array;
  readonly candidateLagged: Uint8Array;
  /** `loadColumns` for each group, its databases together. */
  readonly loads: Float64Array;
  /** The groups that have a candidate on each server. */
  readonly onServer: readonly Int32Array[];
  /** Each database's loads, `loadColumns` apiece. */
  readonly databaseLoads: Float64Array;
}

/** A copy to which a database can go by itself. */
export interface Reachable {
  /** Index into `CopyTable.candidates`. */
  readonly candidate: number;
  readonly server: number;
  readonly lagged: boolean;
}

/** The groups of one DAG's databases; those without a candidate are in a group without candidates. */
export function databaseGroups(design: Design, table: CopyTable): DatabaseGroups {
  const databaseLoads = loadsOf(design, table);
  const groups = new Map<string, { candidates: Reachable[]; databases: number[] }>();
  table.databases.forEach((_, database) => {
    const candidates = reachableCandidates(table, database);
    const key = candidates.map(({ server, lagged }) => `${server}${lagged ? 'L' : ''}`).join(' ');
    const group = groups.get(key);
    if (group) group.databases.push(database);
    else groups.set(key, { candidates, databases: [database] });
  });
  const list = [...groups.values()];
  const candidates = list.flatMap((group) => group.candidates);
  const firstCandidate = new Int32Array(list.length + 1);
  const loads = new Float64Array(list.length * loadColumns);
  list.forEach((group, g) => {
    firstCandidate[g + 1] = (firstCandidate[g] ?? 0) + group.candidates.length;
    for (const database of group.databases) {
      for (let column = 0; column < loadColumns; column++) {
        const at = g * loadColumns + column;
        loads[at] = (loads[at] ?? 0) + (databaseLoads[database * loadColumns + column] ?? NaN);
      }
    }
  });
  return {
    sizes: Int32Array.from(list, (group) => group.databases.length),
    firstCandidate,
    candidateServer: Int32Array.from(candidates, ({ server }) => server),
    candidateLagged: Uint8Array.from(candidates, ({ lagged }) => (lagged ? 1 : 0)),
    loads,
    onServer: table.servers.map((_, s) =>
      Int32Array.from(list.flatMap((group, g) => (group.candidates.some(({ server }) => server === s) ? [g] : []))),
    ),
    databaseLoads,
  };
}

/** A database's first candidate, and the others that activate by themselves, the best first. */
export function reachableCandidates(table: CopyTable, database: number): Reachable[] {
  const { firstCandidate, candidates, candidateServer, automatic } = table;
  const first = firstCandidate[database] ?? 0;
  const reachable: Reachable[] = [];
  for (let c = first; c < (firstCandidate[database + 1] ?? 0); c++) {
    const copy = candidates[c]?.value;
    if (!copy || (c !== first && automatic[c] !== 1)) continue;
    reachable.push({ candidate: c, server: candidateServer[c] ?? -1, lagged: isLagged(copy) });
  }
  return reachable;
}

function loadsOf(design: Design, table: CopyTable): Float64Array {
  const { costs } = costTable(design, table);
  const cost = (database: number, column: number): number => costs[database * costColumns + column] ?? NaN;
  return Float64Array.from(table.databases.flatMap((_, d) => [cost(d, 1) - cost(d, 2), cost(d, 4), cost(d, 3)]));
}

import type { Design } from '../../design/types.ts';
import { copyTables } from '../failover/index.ts';
import { mergeSizes, type SetSize } from './setTally.ts';
import { SetWalk, type FailureSetOptions } from './setWalk.ts';

/** The outcome of every failure set, by the number of failed servers from none. */
export interface FailureSets {
  /** Over all DAGs; a set holds servers of one DAG. */
  readonly sizes: readonly SetSize[];
  readonly dags: readonly { readonly name: string; readonly sizes: readonly SetSize[] }[];
}

/** The most sets of one DAG that are played; a DAG of 16 servers has 65,536. */
export const mostSets = 2 ** 20;

/**
 * Plays every set of up to so many failed servers of each DAG: exact, none is left out. Databases activate as
 * `placeDatabases` tells; a set that loses quorum puts all of its DAG's databases offline.
 * @throws RangeError where a DAG has more than `mostSets` sets
 */
export function failureSets(design: Design, options: FailureSetOptions): FailureSets {
  const tables = copyTables(design);
  for (const { dag, servers } of tables) {
    const sets = countSets(servers.length, options.upTo);
    if (sets > mostSets) {
      throw new RangeError(
        `${dag.name} has ${sets} sets of up to ${options.upTo} failed servers; at most ${mostSets} are played.`,
      );
    }
  }
  const dags = tables.map((table) => ({ name: table.dag.name, sizes: new SetWalk(design, table, options).sizes() }));
  return { sizes: mergeSizes(dags.map(({ sizes }) => sizes)), dags };
}

/** Sets of up to so many of n servers, the empty one included. */
function countSets(n: number, upTo: number): number {
  let [sets, ofSize] = [1, 1];
  for (let k = 1; k <= Math.min(n, upTo); k++) {
    ofSize = (ofSize * (n - k + 1)) / k;
    sets += ofSize;
  }
  return sets;
}

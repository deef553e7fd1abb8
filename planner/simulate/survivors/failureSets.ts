import type { Design } from '../../design/types.ts';
import { copyTables } from '../failover/index.ts';
import { mergeSizes, worstSet, type SetFigure, type SizeOutcome } from './setTally.ts';
import { SetWalk, type FailureSetOptions } from './setWalk.ts';

/** All sets of so many failed servers. Null where what a figure needs is not stated. */
export interface SetSize extends Omit<SizeOutcome, 'worst' | 'causes'> {
  readonly worst: SizeOutcome['worst'] & {
    /** The set with the largest utilisation, or the most active databases on a server where that is not known. */
    readonly servers: readonly string[];
    /** The first set that reaches each figure. */
    readonly causes: Readonly<Record<SetFigure, readonly string[]>>;
  };
}

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
  return {
    sizes: mergeSizes(dags.map(({ sizes }) => sizes)).map(ofServers),
    dags: dags.map(({ name, sizes }) => ({ name, sizes: sizes.map(ofServers) })),
  };
}

function ofServers(size: SizeOutcome): SetSize {
  const { failed, sets, worst, causes, mean } = size;
  return { failed, sets, worst: { ...worst, servers: worstSet(size), causes }, mean };
}

/** Sets of up to so many of n things, the empty one included. */
export function countSets(n: number, upTo: number): number {
  let [sets, ofSize] = [1, 1];
  for (let k = 1; k <= Math.min(n, upTo); k++) {
    ofSize = (ofSize * (n - k + 1)) / k;
    sets += ofSize;
  }
  return sets;
}

import type { Design } from '../../design/types.ts';
import { copyTables } from '../failover/index.ts';
import { DiskWalk } from './diskWalk.ts';
import { countSets, mostSets } from './failureSets.ts';
import { mergeSizes, worstSet, type SetFigure, type SizeOutcome } from './setTally.ts';

/** All sets of so many failed disks. Null where what a figure needs is not stated. */
export interface DiskSetSize extends Omit<SizeOutcome, 'worst' | 'causes'> {
  readonly worst: SizeOutcome['worst'] & {
    /** Selectors of the set with the largest utilisation, or the most active databases on a server where that is not known. */
    readonly disks: readonly string[];
    /** The first set that reaches each figure. */
    readonly causes: Readonly<Record<SetFigure, readonly string[]>>;
  };
}

/** The outcome of every set of failed disks, by their number from none. */
export interface DiskSets {
  /** Over all DAGs; a set holds disks of one DAG. */
  readonly sizes: readonly DiskSetSize[];
  readonly dags: readonly { readonly name: string; readonly sizes: readonly DiskSetSize[] }[];
}

/** How far a long computation has come. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Sets between two reports of progress: some milliseconds' work. */
const setsPerReport = 4096;

/**
 * Plays every set of up to so many failed disks of each DAG, all servers up: exact, none is left out. Disks without
 * copies change nothing and are left out. A set fails at once from the healthy state; databases activate as
 * `placeDatabases` tells. The work is done while the generator is asked on, and it yields how far it has come.
 * @throws RangeError where a DAG has more than `mostSets` sets
 */
export function* diskSets(design: Design, upTo: number): Generator<Progress, DiskSets> {
  const walks = copyTables(design).map((table) => new DiskWalk(design, table, upTo));
  let all = 0;
  for (const { disks, table } of walks) {
    const sets = countSets(disks, upTo);
    if (sets > mostSets) {
      throw new RangeError(
        `${table.dag.name} has ${sets} sets of up to ${upTo} failed disks; at most ${mostSets} are played.`,
      );
    }
    all += sets;
  }
  let [done, told] = [0, 0];
  for (const walk of walks) {
    for (const sets of walk.parts()) {
      done += sets;
      if (done - told < setsPerReport) continue;
      told = done;
      yield { done, all };
    }
  }
  const dags = walks.map((walk) => ({ name: walk.table.dag.name, sizes: walk.sizes() }));
  return {
    sizes: mergeSizes(dags.map(({ sizes }) => sizes)).map(ofDisks),
    dags: dags.map(({ name, sizes }) => ({ name, sizes: sizes.map(ofDisks) })),
  };
}

function ofDisks(size: SizeOutcome): DiskSetSize {
  const { failed, sets, worst, causes, mean } = size;
  return { failed, sets, worst: { ...worst, disks: worstSet(size), causes }, mean };
}

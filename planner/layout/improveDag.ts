import type { DagLayout } from './dagLayout.ts';
import { exchange } from './exchange.ts';
import { at, compareScores, judged, LayoutTally, place, type Score } from './layoutTally.ts';
import { level } from './level.ts';
import { loadBounds, type LoadBounds } from './lowerBounds.ts';
import { Search, WorkDone, type Fits } from './search.ts';
import { turn } from './turn.ts';

/** Layouts that are judged for one DAG, at most. */
export const workPerDag = 200_000;

/** By how much a load may be above its lower bound before data is moved for it: what published local searches end at. */
export const defaultTolerance = 0.05;

export interface ImproveDagOptions {
  readonly fits?: Fits;
  readonly work?: number;
  /** As `defaultTolerance`, a fraction. */
  readonly tolerance?: number;
  /** Told now and then which share of the work is done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

export interface ImprovedRows {
  readonly rows: Int32Array;
  /** Whether the search came to its end, and not only to that of the work it may do. */
  readonly finished: boolean;
}

/**
 * A better layout of one DAG, or the same where none is found: level, turn, exchange, and withdraw what was not needed; again and
 * again until a round finds nothing. A round counts only if something that is judged gets better and nothing gets worse, so that
 * what a round leaves alone is left alone for good.
 */
export function improveDag(
  layout: DagLayout,
  {
    fits = () => true,
    work = workPerDag,
    tolerance = defaultTolerance,
    progress = () => undefined,
  }: ImproveDagOptions = {},
): ImprovedRows {
  let done = 0;
  const spend = (): void => {
    if (done >= work) throw new WorkDone();
    done += 1;
    if (done % 1000 === 0) progress(done / work);
  };
  let rows = layout.rows;
  for (;;) {
    const next = improveOnce(() => new Search(layout, rows, fits, spend), tolerance);
    if (!next) return { rows, finished: done < work };
    rows = next;
  }
}

/** A round that levels first; where that leads to nothing better, one that leaves the number of copies alone. */
function improveOnce(begin: () => Search, tolerance: number): Int32Array | undefined {
  const search = begin();
  const { score: start } = search;
  const levelled = upToTheEndOfWork(() => level(search)) && compareScores(search.score, start) !== 0;
  evenLoads(search, start, tolerance);
  if (isBetter(search.score, start)) return search.tally.rows;
  if (!levelled) return undefined;
  const other = begin();
  evenLoads(other, start, tolerance);
  return isBetter(other.score, start) ? other.tally.rows : undefined;
}

/** Turns as long as a load is above its lower bound, moves as long as it is by more than the tolerance, and takes back the rest. */
function evenLoads(search: Search, start: Score, tolerance: number): void {
  const bounds = scoreOfBounds(loadBounds(search.layout, search.tally.rows));
  const enough = bounds.map((bound, i) => Math.min(bound * (1 + tolerance), at(start, i)));
  const reaches = (limits: Score) => () =>
    loads.every((load) => at(search.score, place[load]) <= at(limits, place[load]));
  upToTheEndOfWork(() => {
    turn(search, reaches(bounds));
    exchange(search, reaches(enough));
  });
  search.withdraw(enough);
}

const loads = ['healthy', 'oneServer', 'twoServers'] as const;

function scoreOfBounds(bounds: LoadBounds): Score {
  const score = new Float64Array(judged.length);
  for (const load of loads) score[place[load]] = bounds[load];
  return score;
}

/** Whether a step came to its end. */
function upToTheEndOfWork(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    if (!(error instanceof WorkDone)) throw error;
    return false;
  }
}

/** Better in something that is stated and worse in nothing, unless copies found a place that had none. */
function isBetter(reached: Score, start: Score): boolean {
  if (compareScores(reached, start, place.spread) >= 0) return false;
  if (at(reached, place.unplaced) < at(start, place.unplaced))
    return at(reached, place.crowding) <= at(start, place.crowding);
  return judged.every((name, i) => name === 'spread' || at(reached, i) <= at(start, i));
}

/** The score of a layout. */
export function scoreOf(layout: DagLayout, rows: Int32Array): Score {
  return new LayoutTally(layout, rows).score(new Float64Array(judged.length));
}

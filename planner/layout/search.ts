import type { DagLayout } from './dagLayout.ts';
import { at, compareScores, judged, LayoutTally, place, type Score } from './layoutTally.ts';

/** Whether databases, by number, fit on a volume together. */
export type Fits = (volume: number, databases: readonly number[]) => boolean;

/** A change of some rows: what each database's row becomes. */
export type Change = readonly { readonly database: number; readonly row: Int32Array }[];

/** Thrown where the work that a search may do is used up; what it has reached until then stands. */
export class WorkDone extends Error {}

/**
 * A layout that is being searched from, the changes made so far, and how much work is left. Work is counted in layouts judged, so
 * that the same design always ends in the same layout, on any machine.
 */
export class Search {
  readonly layout: DagLayout;
  readonly tally: LayoutTally;
  readonly #fits: Fits;
  readonly #spend: () => void;
  readonly #journal: { readonly before: Change; readonly after: Change }[] = [];
  readonly #tried: Score = new Float64Array(judged.length);
  /** The score of the layout as it is. */
  score: Score;

  constructor(layout: DagLayout, rows: Int32Array, fits: Fits, spend: () => void) {
    this.layout = layout;
    this.tally = new LayoutTally(layout, rows);
    this.#fits = fits;
    this.#spend = spend;
    this.score = this.tally.score(new Float64Array(judged.length));
  }

  /**
   * The score that a change leads to, or undefined where that is no better than `than`. The layout stays as it is.
   */
  try(change: Change, than: Score): Score | undefined {
    this.#spend();
    const before = change.map(({ database }) => ({ database, row: this.tally.row(database) }));
    this.#set(change);
    const score = this.tally.score(this.#tried, than);
    const isBetter = compareScores(score, than) < 0 && this.#hasRoom(before, change);
    const result = isBetter ? score.slice() : undefined;
    this.#set(before);
    return result;
  }

  /** Makes a change, which `withdraw` can take back. */
  make(change: Change): void {
    const before = change.map(({ database }) => ({ database, row: this.tally.row(database) }));
    this.#set(change);
    this.#journal.push({ before, after: change });
    this.score = this.tally.score(new Float64Array(judged.length));
  }

  /**
   * Takes back, from the last to the first, the changes without which nothing that is stated gets worse.
   * @param enough loads, by place in the score, up to which a load may rise again
   */
  withdraw(enough: Score): void {
    for (const { before, after } of this.#journal.splice(0).reverse()) {
      if (!after.every(({ database, row }) => sameRow(this.tally.row(database), row))) continue;
      this.#set(before);
      const score = this.tally.score(new Float64Array(judged.length));
      const limit = this.score.map((value, i) => Math.max(value, at(enough, i)));
      const isWorse = score.some((value, i) => i !== place.spread && value > at(limit, i));
      if (isWorse || !this.#hasRoom(after, before)) this.#set(after);
      else this.score = score;
    }
  }

  #set(change: Change): void {
    for (const { database, row } of change) this.tally.setRow(database, row);
  }

  /** Whether the volumes that a change brings something to still hold what is on them. */
  #hasRoom(before: Change, change: Change): boolean {
    const reached = new Set<number>();
    change.forEach(({ row }, i) => {
      for (const volume of row) if (volume >= 0 && !before[i]?.row.includes(volume)) reached.add(volume);
    });
    return [...reached].every((volume) => this.#fits(volume, databasesOn(this.layout, this.tally.rows, volume)));
  }
}

/** The databases with a copy on a volume. */
export function databasesOn({ width }: DagLayout, rows: Int32Array, volume: number): number[] {
  const found: number[] = [];
  for (let i = rows.indexOf(volume); i >= 0; i = rows.indexOf(volume, i + 1)) found.push(Math.floor(i / width));
  return found;
}

function sameRow(a: Int32Array, b: Int32Array): boolean {
  return a.every((volume, i) => volume === b[i]);
}

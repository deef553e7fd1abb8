/** What is told of every failure set. Utilisation and memory are those of the heaviest server; NaN where not known. */
export const setFigures = ['cpuUtilization', 'memoryRequiredGB', 'activeDatabases', 'offline', 'laggedOnly'] as const;
export type SetFigure = (typeof setFigures)[number];
type Figures<T> = Readonly<Record<SetFigure, T>>;

/** All failure sets of one size. Null where what a figure needs is not stated. */
export interface SizeOutcome {
  /** How many things fail in each set. */
  readonly failed: number;
  readonly sets: number;
  /** The largest of each figure over the sets. */
  readonly worst: Figures<number | null>;
  /** The first set that reaches each figure, by the names of what fails. */
  readonly causes: Figures<readonly string[]>;
  readonly mean: Figures<number | null>;
}

/** What fails in the set with the largest utilisation, or with the most active databases on a server where that is not known. */
export function worstSet({ worst, causes }: SizeOutcome): readonly string[] {
  return causes[worst.cpuUtilization === null ? 'activeDatabases' : 'cpuUtilization'];
}

/** Keeps the worst and the sum of figures over failure sets of one size. */
export class SetTally {
  sets = 0;
  readonly #sums = new Float64Array(setFigures.length);
  readonly #worst = new Float64Array(setFigures.length).fill(-1);
  readonly #causes: (readonly number[])[] = setFigures.map(() => []);

  /** @param values in the order of `setFigures`, valid only during the call; so is the set */
  take(values: Float64Array, set: readonly number[]): void {
    this.sets++;
    for (let f = 0; f < values.length; f++) {
      const value = values[f] ?? NaN;
      const worst = this.#worst[f] ?? -1;
      this.#sums[f] = (this.#sums[f] ?? 0) + value;
      // Sums of the same loads in another order differ in the last digits; these are no worse.
      if (value > (worst < 0 ? -1 : worst * (1 + 1e-12))) {
        this.#worst[f] = value;
        this.#causes[f] = [...set];
      }
    }
  }

  /** @param names of what the numbers of a set stand for */
  result(failed: number, names: readonly string[]): SizeOutcome {
    return {
      failed,
      sets: this.sets,
      worst: figures((_, f) => known(this.#worst[f])),
      causes: figures((_, f) => (this.#causes[f] ?? []).map((one) => names[one] ?? '')),
      mean: figures((_, f) => finite((this.#sums[f] ?? NaN) / this.sets)),
    };
  }
}

/** The sizes of several DAGs as one: all their sets, the worst of each figure, the mean over all sets. */
export function mergeSizes(lists: readonly (readonly SizeOutcome[])[]): SizeOutcome[] {
  const most = Math.max(0, ...lists.map((sizes) => sizes.length));
  return Array.from({ length: most }, (_, failed) => {
    const sizes = lists.flatMap((list) => list[failed] ?? []);
    const sets = sizes.reduce((sum, size) => sum + size.sets, 0);
    const heaviest = figures((figure) =>
      sizes.reduce<SizeOutcome | undefined>(
        (best, size) => ((size.worst[figure] ?? -1) > (best?.worst[figure] ?? -1) ? size : best),
        undefined,
      ),
    );
    const worst = figures((figure) => heaviest[figure]?.worst[figure] ?? null);
    const causes = figures((figure) => heaviest[figure]?.causes[figure] ?? []);
    const mean = figures((figure) =>
      finite(sizes.reduce((sum, size) => sum + (size.mean[figure] ?? NaN) * size.sets, 0) / sets),
    );
    return { failed, sets, worst, causes, mean };
  });
}

function figures<T>(of: (figure: SetFigure, f: number) => T): Figures<T> {
  return Object.fromEntries(setFigures.map((figure, f) => [figure, of(figure, f)])) as Figures<T>;
}

/** A largest value, or null where no set has one. */
function known(worst = -1): number | null {
  return worst < 0 ? null : worst;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

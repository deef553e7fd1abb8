/** What is told of every failure set. Utilisation and memory are those of the heaviest server; NaN where not known. */
export const setFigures = ['cpuUtilization', 'memoryRequiredGB', 'activeDatabases', 'offline', 'laggedOnly'] as const;
export type SetFigure = (typeof setFigures)[number];
type Figures<T> = Readonly<Record<SetFigure, T>>;

/** All failure sets of one size. Null where what a figure needs is not stated. */
export interface SetSize {
  /** Failed servers of each set. */
  readonly failed: number;
  readonly sets: number;
  /** The largest of each figure over the sets. */
  readonly worst: Figures<number | null> & {
    /** The set with the largest utilisation, or the most active databases on a server where that is not known. */
    readonly servers: readonly string[];
    /** The first set that reaches each figure. */
    readonly causes: Figures<readonly string[]>;
  };
  readonly mean: Figures<number | null>;
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

  result(failed: number, names: readonly string[]): SetSize {
    const causes = figures((_, f) => (this.#causes[f] ?? []).map((server) => names[server] ?? ''));
    const worst = figures((_, f) => known(this.#worst[f]));
    const mean = figures((_, f) => finite((this.#sums[f] ?? NaN) / this.sets));
    return { failed, sets: this.sets, worst: { ...worst, servers: judging(worst, causes), causes }, mean };
  }
}

/** The sizes of several DAGs as one: all their sets, the worst of each figure, the mean over all sets. */
export function mergeSizes(lists: readonly (readonly SetSize[])[]): SetSize[] {
  const most = Math.max(0, ...lists.map((sizes) => sizes.length));
  return Array.from({ length: most }, (_, failed) => {
    const sizes = lists.flatMap((list) => list[failed] ?? []);
    const sets = sizes.reduce((sum, size) => sum + size.sets, 0);
    const heaviest = figures((figure) =>
      sizes.reduce<SetSize | undefined>(
        (best, size) => ((size.worst[figure] ?? -1) > (best?.worst[figure] ?? -1) ? size : best),
        undefined,
      ),
    );
    const worst = figures((figure) => heaviest[figure]?.worst[figure] ?? null);
    const causes = figures((figure) => heaviest[figure]?.worst.causes[figure] ?? []);
    const mean = figures((figure) =>
      finite(sizes.reduce((sum, size) => sum + (size.mean[figure] ?? NaN) * size.sets, 0) / sets),
    );
    return { failed, sets, worst: { ...worst, servers: judging(worst, causes), causes }, mean };
  });
}

function figures<T>(of: (figure: SetFigure, f: number) => T): Figures<T> {
  return Object.fromEntries(setFigures.map((figure, f) => [figure, of(figure, f)])) as Figures<T>;
}

function judging(worst: Figures<number | null>, causes: Figures<readonly string[]>): readonly string[] {
  return causes[worst.cpuUtilization === null ? 'activeDatabases' : 'cpuUtilization'];
}

/** A largest value, or null where no set has one. */
function known(worst = -1): number | null {
  return worst < 0 ? null : worst;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

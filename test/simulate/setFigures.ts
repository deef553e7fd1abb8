import type { PlainOutcome } from '../oracle/failover.ts';

const figures = {
  cpuUtilization: ({ utilization }: PlainOutcome) => utilization,
  activeDatabases: ({ active }: PlainOutcome) => Math.max(...active),
  offline: ({ offline }: PlainOutcome) => offline,
  laggedOnly: ({ laggedOnly }: PlainOutcome) => laggedOnly,
};
type Figures = Readonly<Record<keyof typeof figures, number | null>>;

interface PlainSize {
  readonly failed: number;
  readonly sets: number;
  readonly worst: Figures;
  readonly mean: Figures;
}

/** Worst and mean of the oracle's outcomes of all sets of one size. */
export function plainSize(failed: number, outcomes: readonly PlainOutcome[]): PlainSize {
  const of = (join: (values: number[]) => number) =>
    Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, join(outcomes.map(figure))])) as Figures;
  return {
    failed,
    sets: outcomes.length,
    worst: of((values) => Math.max(...values)),
    mean: of((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
  };
}

/** Every number that the oracle knows too, in one row. */
export function flat(sizes: readonly PlainSize[]): number[] {
  const numbers = (from: Figures) => Object.keys(figures).map((name) => from[name as keyof Figures] ?? NaN);
  return sizes.flatMap(({ failed, sets, worst, mean }) => [failed, sets, ...numbers(worst), ...numbers(mean)]);
}

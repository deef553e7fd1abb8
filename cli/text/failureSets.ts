import { formatCount, formatNumber, formatPercent } from '../../planner/design/format.ts';
import type { DiskSets, FailureSets, SetFigure } from '../../planner/simulate/survivors/index.ts';
import { columns } from './columns.ts';

/** How the sets were played, and the utilisation above which a server is overloaded, a fraction. */
export interface SetsPlayed {
  readonly atOnce: boolean;
  readonly cpuLimit: number;
}

/** Every failure set for people, by DAG: a row for each number of failed servers with the worst, the mean and its cause. */
export function failureSetsText({ dags }: FailureSets, { atOnce, cpuLimit }: SetsPlayed): string {
  const order = atOnce ? 'at once' : 'one after the other, votes following each';
  return [
    `Every set of failed servers, ${order}; worst (mean), "!" over ${formatPercent(cpuLimit)}`,
    ...dags.flatMap(({ name, sizes }) => [
      name,
      ...table(
        sizes.map((size) => ({ ...size, cause: size.worst.servers })),
        cpuLimit,
      ),
    ]),
  ].join('\n');
}

/** Every set of failed disks for people, in the same rows. */
export function diskSetsText({ dags }: DiskSets, cpuLimit: number): string {
  return [
    `Every set of failed disks, all servers up; worst (mean), "!" over ${formatPercent(cpuLimit)}`,
    ...dags.flatMap(({ name, sizes }) => [
      name,
      ...table(
        sizes.map((size) => ({ ...size, cause: size.worst.disks })),
        cpuLimit,
      ),
    ]),
  ].join('\n');
}

type Figures = Readonly<Record<SetFigure, number | null>>;

interface Row {
  readonly failed: number;
  readonly sets: number;
  readonly worst: Figures;
  readonly mean: Figures;
  readonly cause: readonly string[];
}

function table(rows: readonly Row[], cpuLimit: number): string[] {
  return columns(
    [
      ['failed', 'sets', 'CPU', 'active', 'offline', 'lagged only', 'worst set'],
      ...rows.map((row) => cells(row, cpuLimit)),
    ],
    ['right', 'right', 'right', 'right', 'right', 'right', 'left'],
    '    ',
  );
}

function cells({ failed, sets, worst, mean, cause }: Row, cpuLimit: number): string[] {
  const both = (figure: SetFigure, format: (value: number) => string): string => {
    const [high, middle] = [worst[figure], mean[figure]];
    return high === null || middle === null ? '?' : `${format(high)} (${format(middle)})`;
  };
  const isOver = worst.cpuUtilization !== null && worst.cpuUtilization > cpuLimit;
  return [
    formatCount(failed),
    formatCount(sets),
    `${both('cpuUtilization', formatPercent)}${isOver ? ' !' : ''}`,
    both('activeDatabases', formatNumber),
    both('offline', formatNumber),
    both('laggedOnly', formatNumber),
    cause.join(' '),
  ];
}

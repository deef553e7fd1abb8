import { formatCount, formatNumber, formatPercent } from '../../planner/design/format.ts';
import type { FailureSets, SetSize } from '../../planner/simulate/survivors/index.ts';
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
      ...columns(
        [
          ['failed', 'sets', 'CPU', 'active', 'offline', 'lagged only', 'worst set'],
          ...sizes.map((size) => sizeRow(size, cpuLimit)),
        ],
        ['right', 'right', 'right', 'right', 'right', 'right', 'left'],
        '    ',
      ),
    ]),
  ].join('\n');
}

function sizeRow({ failed, sets, worst, mean }: SetSize, cpuLimit: number): string[] {
  const both = (figure: keyof typeof mean, format: (value: number) => string): string => {
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
    worst.servers.join(' '),
  ];
}

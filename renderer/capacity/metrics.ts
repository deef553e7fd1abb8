import type { FailureMode } from '../../planner/sizing/index.ts';
import type { CapacityRow, Use } from './rows.ts';

export type MetricId = 'cpu' | 'memory' | 'disk' | 'iops';

/** One thing that a server can run out of. */
export interface Metric {
  readonly id: MetricId;
  readonly label: string;
  /** What 100 % is. */
  readonly of: string;
  /** The engine's. */
  readonly unit: string;
  /** Whether it depends on what has failed. */
  readonly byMode: boolean;
  readonly use: (row: CapacityRow, mode: FailureMode) => Use | undefined;
}

export const metrics: readonly Metric[] = [
  {
    id: 'cpu',
    label: 'CPU',
    of: 'of the processors',
    unit: 'Mcycles',
    byMode: true,
    use: ({ modes }, mode) => modes[mode]?.cpu,
  },
  {
    id: 'memory',
    label: 'Memory',
    of: 'of installed',
    unit: 'GB',
    byMode: true,
    use: ({ modes }, mode) => modes[mode]?.memory,
  },
  { id: 'disk', label: 'Disk', of: 'fullest volume', unit: 'GB', byMode: false, use: ({ disk }) => disk },
  { id: 'iops', label: 'IOPS', of: 'busiest volume', unit: 'IOPS', byMode: false, use: ({ iops }) => iops },
];

/** How much of each may be used: the CPU up to its limit, of the rest all there is. */
export type Limits = Readonly<Record<MetricId, number>>;

export function limitsOf(cpuLimitFraction: number): Limits {
  return { cpu: cpuLimitFraction, memory: 1, disk: 1, iops: 1 };
}

/** How a use stands to its limit: beyond 100 % it cannot work, beyond a lower limit it is not to be planned. */
export type Level = 'fine' | 'near' | 'over';

export function levelOf(share: number, limit: number): Level {
  return share > 1 ? 'over' : share > limit ? 'near' : 'fine';
}

/** What tells a level apart without colour. */
export const levelSigns: Readonly<Record<Level, string>> = { fine: '', near: '▲', over: '✕' };

export const modeNames: Readonly<Record<FailureMode, string>> = {
  normal: 'Nothing failed',
  oneServer: 'One server',
  twoServers: 'Two servers',
  datacenter: 'A datacenter',
  datacenterAndOneServer: 'Datacenter + one',
};

/** The server of which most is used. */
export interface Worst {
  readonly row: CapacityRow;
  readonly use: Use;
}

export function worstOf(rows: readonly CapacityRow[], metric: Metric, mode: FailureMode): Worst | undefined {
  let worst: Worst | undefined;
  for (const row of rows) {
    const use = metric.use(row, mode);
    if (use && use.share > (worst?.use.share ?? -1)) worst = { row, use };
  }
  return worst;
}

import { formatCount, formatPercent } from '../../numbers/format.ts';
import type { SetSize } from '../../../planner/simulate/survivors/index.ts';
import { levelOf, type Level } from '../../capacity/metrics.ts';
import type { PairOutcome } from './sweeps.ts';

export type MeasureId = 'cpuUtilization' | 'activeDatabases' | 'offline' | 'laggedOnly';

/** One thing that failure sets are compared by. */
export interface Measure {
  readonly id: MeasureId;
  readonly label: string;
  readonly text: (value: number) => string;
  readonly ofPair: (pair: PairOutcome) => number | undefined;
  readonly level: (value: number, cpuLimit: number) => Level;
}

const always = (): Level => 'fine';

export const measures: readonly [Measure, ...Measure[]] = [
  {
    id: 'cpuUtilization',
    label: 'Worst CPU',
    text: formatPercent,
    ofPair: ({ worst }) => worst?.cpu,
    level: levelOf,
  },
  {
    id: 'activeDatabases',
    label: 'Most active',
    text: formatCount,
    ofPair: ({ activeDatabases }) => activeDatabases,
    level: always,
  },
  {
    id: 'offline',
    label: 'Offline',
    text: formatCount,
    ofPair: ({ offline }) => offline,
    level: (value) => (value > 0 ? 'over' : 'fine'),
  },
  {
    id: 'laggedOnly',
    label: 'Lagged only',
    text: formatCount,
    ofPair: ({ laggedOnly }) => laggedOnly,
    level: (value) => (value > 0 ? 'near' : 'fine'),
  },
];

/** The worst of a measure over the sets of a size, and the set that reaches it; undefined where it is not known. */
export function worstOfSize(
  { worst }: SetSize,
  { id }: Measure,
): { readonly value: number; readonly servers: readonly string[] } | undefined {
  const value = worst[id];
  return value === null ? undefined : { value, servers: worst.causes[id] };
}

/** The steps of the heat map between the least and the most of its cells. */
export const heatLevels = 5;

/** Which of the steps a value stands in, from 0; the middle one where all values are the same. */
export function heatLevel(value: number, least: number, most: number): number {
  if (most - least < 1e-9) return Math.floor(heatLevels / 2);
  return Math.min(heatLevels - 1, Math.floor(((value - least) / (most - least)) * heatLevels));
}

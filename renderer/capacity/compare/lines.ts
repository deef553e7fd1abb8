import { formatNumber, formatPercent } from '../../numbers/format.ts';
import { failureModes, type FailureMode } from '../../../planner/sizing/index.ts';
import { modeNames, type Limits, type MetricId } from '../metrics.ts';
import { loadId, type Total, type Totals } from './totals.ts';
import { totalNumber, totalText } from './totalText.ts';

/** One line of the comparison. */
export interface Line {
  readonly id: string;
  readonly label: string;
  /** Absent where it is not known. */
  readonly one: Total | undefined;
  readonly other: Total | undefined;
  readonly differs: boolean;
  /** "+4 (+25 %)"; "" where they are alike or nothing can be reckoned. */
  readonly difference: string;
  /** The share that it should stay below, for loads. */
  readonly limit?: number;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

const size = {
  mailboxes: 'Mailboxes',
  databases: 'Databases',
  copies: 'Copies',
  largestDatabase: 'Largest database',
} as const;

const hardware = {
  servers: 'Servers',
  models: 'Server model',
  cores: 'Cores',
  memory: 'Memory',
  diskSize: 'Data disk',
  disks: 'Disks',
  rackUnits: 'Rack units',
  serverLicences: 'Server licences',
} as const;

/** Two designs line by line, differences told. @param mode the failure in which memory is looked at */
export function sectionsOf(one: Totals, other: Totals, mode: FailureMode, limits: Limits): readonly Section[] {
  const named = (labels: Readonly<Record<string, string>>): Line[] =>
    Object.entries(labels).map(([id, label]) => line(id, label, one[id], other[id]));
  const load = (metric: MetricId, failure: FailureMode, label: string): Line => {
    const id = loadId(metric, failure);
    return { ...line(id, label, one[id], other[id], true), limit: limits[metric] };
  };
  return [
    { title: 'Size', lines: named(size) },
    { title: 'Hardware', lines: named(hardware) },
    {
      title: 'The worst server',
      lines: [
        ...failureModes.map((failure) => load('cpu', failure, `CPU: ${modeNames[failure].toLowerCase()}`)),
        load('memory', mode, `Memory: ${modeNames[mode].toLowerCase()}`),
        load('disk', mode, 'Fullest volume'),
        load('iops', mode, 'Busiest volume, IOPS'),
      ],
    },
  ];
}

function line(id: string, label: string, one: Total | undefined, other: Total | undefined, isShare = false): Line {
  return {
    id,
    label,
    one,
    other,
    differs: (one && totalText(one)) !== (other && totalText(other)),
    difference: differenceText(totalNumber(one), totalNumber(other), isShare),
  };
}

/** What the second has more than the first; of shares in points, else with the share of the first. */
export function differenceText(one: number | undefined, other: number | undefined, isShare = false): string {
  if (one === undefined || other === undefined || one === other) return '';
  const sign = other > one ? '+' : '−';
  const more = Math.abs(other - one);
  if (isShare) {
    const points = Math.round(more * 1000) / 10;
    return points === 0 ? '' : `${sign}${formatNumber(points)} points`;
  }
  const relative = one === 0 ? '' : ` (${sign}${formatPercent(more / one)})`;
  return `${sign}${formatNumber(Math.round(more * 100) / 100)}${relative}`;
}

import { formatNumber, formatPercent } from '../../numbers/format.ts';
import { subject } from '../../../planner/design/subject.ts';
import type { FigureName } from '../../engine/figureName.ts';
import { amountsText } from '../amounts.ts';
import { figureOf } from '../figureOf.ts';
import { levelOf, metrics, modeNames, type Level, type Limits, type Metric } from '../metrics.ts';
import type { TableLine } from './lines.ts';

export type ColumnId = 'server' | 'failure' | 'failed' | 'active' | 'cpu' | 'memory' | 'disk' | 'iops';

/** A column of the table: what it shows, by what it sorts, and what goes with it to a spreadsheet. */
export interface Column {
  readonly id: ColumnId;
  readonly label: string;
  readonly isNumber: boolean;
  /** What it sorts by; undefined where it is not known. */
  readonly value: (line: TableLine) => string | number | undefined;
  readonly text: (line: TableLine) => string;
  /** More about it, for whoever asks. */
  readonly detail: (line: TableLine) => string;
  readonly level: (line: TableLine, limits: Limits) => Level;
  /** The figure whose working tells how it comes about. */
  readonly figure: (line: TableLine) => FigureName | undefined;
  /** Heads and cells of the columns of a spreadsheet that it fills: numbers as they are, so that they can be reckoned with. */
  readonly heads: readonly string[];
  readonly cells: (line: TableLine) => readonly (string | number | undefined)[];
}

const words = {
  isNumber: false,
  detail: () => '',
  level: (): Level => 'fine',
  figure: () => undefined,
};

const ofMetric = (metric: Metric): Column => ({
  id: metric.id,
  label: metric.label,
  isNumber: true,
  value: ({ row, mode }) => metric.use(row, mode)?.share,
  text: ({ row, mode }) => {
    const use = metric.use(row, mode);
    return use ? formatPercent(use.share) : 'not known';
  },
  detail: ({ row, mode }) => {
    const use = metric.use(row, mode);
    if (!use) return '';
    const amounts = amountsText(metric, use);
    return 'volume' in use ? `${amounts}, ${String(use.volume)}` : amounts;
  },
  level: ({ row, mode }, limits) => {
    const use = metric.use(row, mode);
    return use ? levelOf(use.share, limits[metric.id]) : 'fine';
  },
  figure: ({ row, mode }) => (metric.use(row, mode) ? figureOf(metric.id, row, mode) : undefined),
  heads: [`${metric.label} used, share`, `${metric.label} used, ${metric.unit}`, `${metric.label}, ${metric.unit}`],
  cells: ({ row, mode }) => {
    const use = metric.use(row, mode);
    return [use?.share, use?.used, use?.available];
  },
});

export const columns: readonly Column[] = [
  {
    ...words,
    id: 'server',
    label: 'Server',
    value: ({ row }) => row.server,
    text: ({ row }) => row.server,
    detail: ({ row }) => [row.datacenter, row.dag].filter(Boolean).join(', '),
    heads: ['Server', 'Datacenter', 'DAG'],
    cells: ({ row }) => [row.server, row.datacenter, row.dag],
  },
  {
    ...words,
    id: 'failure',
    label: 'Failure',
    value: ({ mode }) => Object.keys(modeNames).indexOf(mode),
    text: ({ mode }) => modeNames[mode],
    heads: ['Failure'],
    cells: ({ mode }) => [modeNames[mode]],
  },
  {
    ...words,
    id: 'failed',
    label: 'Worst case',
    value: ({ use }) => use.failed,
    text: ({ use }) => use.failed,
    detail: ({ use }) => use.failed,
    heads: ['Worst case'],
    cells: ({ use }) => [use.failed],
  },
  {
    ...words,
    id: 'active',
    label: 'Active',
    isNumber: true,
    value: ({ use }) => use.activeDatabases,
    text: ({ use }) => formatNumber(use.activeDatabases),
    detail: ({ row, use }) => `${formatNumber(use.activeDatabases)} of ${formatNumber(row.copies)} copies active`,
    figure: ({ row, mode }) => ({ id: `activeDatabases.${mode}`, subject: subject.server(row.server) }),
    heads: ['Active copies', 'Copies'],
    cells: ({ row, use }) => [use.activeDatabases, row.copies],
  },
  ...metrics.map(ofMetric),
];

import { groups } from 'd3-array';
import type { FailureMode } from '../../planner/sizing/index.ts';
import { metrics, type MetricId } from './metrics.ts';
import type { CapacityRow } from './rows.ts';

export type Order = 'name' | MetricId;

/** The servers of one DAG in one datacenter. */
export interface ServerGroup {
  readonly dag: string;
  /** "" where it is not stated. */
  readonly datacenter: string;
  readonly rows: readonly CapacityRow[];
}

/** Servers by DAG and datacenter, in file order; within a group by name as in the file, or the most used first. */
export function groupRows(rows: readonly CapacityRow[], order: Order, mode: FailureMode): ServerGroup[] {
  return groups(
    rows,
    ({ dag }) => dag,
    ({ datacenter }) => datacenter,
  ).flatMap(([dag, sites]) =>
    sites.map(([datacenter, site]) => ({ dag, datacenter, rows: sorted(site, order, mode) })),
  );
}

function sorted(rows: readonly CapacityRow[], order: Order, mode: FailureMode): readonly CapacityRow[] {
  const metric = metrics.find(({ id }) => id === order);
  if (!metric) return rows;
  const share = (row: CapacityRow): number => metric.use(row, mode)?.share ?? -1;
  return rows.toSorted((a, b) => share(b) - share(a));
}

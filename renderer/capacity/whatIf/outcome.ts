import type { FailureMode } from '../../../planner/sizing/index.ts';
import type { DatabaseUse } from '../capacity.ts';
import { levelOf, metrics, worstOf, type Level, type Limits } from '../metrics.ts';
import type { CapacityRow } from '../rows.ts';

/** The worst case of one thing that can run out, before and after. */
export interface Outcome {
  readonly label: string;
  /** Shares of what there is; undefined where it is not known. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly limit: number;
  readonly level: Level;
  /** The server or database that is worst afterwards. */
  readonly where: string;
}

/** The part of a capacity that is compared. */
interface Side {
  readonly rows: readonly CapacityRow[];
  readonly largestDatabase?: DatabaseUse | undefined;
}

/** What becomes of the worst server and of the largest database. */
export function outcomes(before: Side, after: Side, mode: FailureMode, limits: Limits): readonly Outcome[] {
  const servers = metrics.map((metric): Outcome => {
    const worst = worstOf(after.rows, metric, mode);
    return outcome(
      metric.label,
      worstOf(before.rows, metric, mode)?.use.share,
      worst?.use.share,
      limits[metric.id],
      worst?.row.server,
    );
  });
  const [was, is] = [before.largestDatabase, after.largestDatabase];
  return [
    ...servers,
    outcome('Database', was && was.sizeGB / was.limitGB, is && is.sizeGB / is.limitGB, 1, is?.database),
  ];
}

function outcome(
  label: string,
  before: number | undefined,
  after: number | undefined,
  limit: number,
  where = '',
): Outcome {
  return { label, before, after, limit, level: after === undefined ? 'fine' : levelOf(after, limit), where };
}

/** Of all limits the one that is hit first: that of which most is used; undefined where nothing is known. */
export function firstLimit(all: readonly Outcome[]): Outcome | undefined {
  let first: Outcome | undefined;
  for (const each of all) {
    if (each.after !== undefined && each.after / each.limit > (first?.after ?? 0) / (first?.limit ?? 1)) first = each;
  }
  return first;
}

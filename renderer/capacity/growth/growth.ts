import type { Design } from '../../../planner/design/types.ts';
import {
  firstMonth,
  mailboxFactor,
  serverGrowth,
  tierGrowth,
  volumeGrowth,
  type TierGrowth,
} from '../../../planner/sizing/growth/index.ts';
import { sizingOptions, type FailureMode } from '../../../planner/sizing/index.ts';

/** What no design states of the years to come. */
export interface Assumptions {
  /** How many more mailboxes every year, as a fraction of those of the year before. */
  readonly mailboxesPerYear: number;
  /** The failure in which CPU and memory are looked at. */
  readonly mode: FailureMode;
}

export type FillingId = 'disk' | 'cpu' | 'memory';

/** How one thing that servers have fills. */
export interface Filling {
  readonly id: FillingId;
  /** The share up to which it may be used. */
  readonly limit: number;
  /** One for each month. */
  readonly points: readonly GrowthPoint[];
  /** When the limit is passed; absent where that is not within fifty years. */
  readonly full?: Full;
  /** The same where mailboxes do not stop at their quotas. */
  readonly fullWithoutQuotas?: Full;
}

/** Months from the start, and the server or volume that is the first. */
export interface Full {
  readonly months: number;
  readonly where: string;
}

export interface GrowthPoint {
  readonly months: number;
  readonly share: number;
  /** Of disks, where mailboxes do not stop at their quotas. */
  readonly withoutQuotas?: number;
}

/** How a design fills: plain data, so that it passes between worker and page. */
export interface Growth {
  readonly tiers: readonly TierGrowth[];
  /** Those of disk, CPU and memory that are known. */
  readonly fillings: readonly Filling[];
}

interface Used {
  readonly share: number;
  readonly where: string;
}

interface Curve {
  readonly id: FillingId;
  readonly limit: number;
  readonly at: (months: number) => Used;
  readonly withoutQuotas?: (months: number) => Used;
}

const shortestMonths = 24;
/** Ten years: nobody plans a server for longer. */
const longestMonths = 120;
/** How a design fills, month by month from its first day to well after the last thing is full, in ten years at the most. */
export function growthOf(design: Design, assumptions: Assumptions): Growth {
  const tiers = tierGrowth(design);
  const curves = curvesOf(design, tiers, assumptions).map((curve) => ({
    curve,
    full: fullOf(curve.at, curve.limit),
    fullWithoutQuotas: curve.withoutQuotas && fullOf(curve.withoutQuotas, curve.limit),
  }));
  const events = [
    ...tiers.map(({ months }) => months),
    ...curves.flatMap(({ full, fullWithoutQuotas }) => [full?.months, fullWithoutQuotas?.months]),
  ];
  const last = Math.max(0, ...events.filter((months) => months !== undefined));
  const horizon = Math.min(longestMonths, Math.max(shortestMonths, Math.ceil((last * 1.15) / 12) * 12));
  const fillings = curves.map(({ curve: { id, limit, at, withoutQuotas }, full, fullWithoutQuotas }): Filling => ({
    id,
    limit,
    points: Array.from({ length: horizon + 1 }, (_, months) => ({
      months,
      share: at(months).share,
      ...(withoutQuotas && { withoutQuotas: withoutQuotas(months).share }),
    })),
    ...(full && { full }),
    ...(fullWithoutQuotas && { fullWithoutQuotas }),
  }));
  return { tiers, fillings };
}

function curvesOf(
  design: Design,
  tiers: readonly TierGrowth[],
  { mailboxesPerYear, mode }: Assumptions,
): readonly Curve[] {
  const volumes = volumeGrowth(design, tiers, mailboxesPerYear);
  const { cpu, memory } = serverGrowth(design, mode);
  const curves: Curve[] = [];
  if (volumes) {
    const at = (months: number, bounded: boolean): Used => {
      const { server, volume, share } = volumes.at(months, bounded);
      return { share, where: `${server} ${volume}` };
    };
    curves.push({
      id: 'disk',
      limit: 1,
      at: (months) => at(months, true),
      withoutQuotas: (months) => at(months, false),
    });
  }
  for (const [id, used, limit] of [
    ['cpu', cpu, sizingOptions(design).cpuLimitFraction],
    ['memory', memory, 1],
  ] as const) {
    if (!used) continue;
    curves.push({
      id,
      limit,
      at: (months) => {
        const { server, share } = used(mailboxFactor(months, mailboxesPerYear));
        return { share, where: server };
      },
    });
  }
  return curves;
}

function fullOf(at: (months: number) => Used, limit: number): Full | undefined {
  const months = firstMonth((after) => at(after).share > limit);
  return months === undefined ? undefined : { months, where: at(months).where };
}

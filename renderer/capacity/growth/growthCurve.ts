import type { TierGrowth, VolumeGrowth } from '../../../planner/sizing/growth/index.ts';

/** The fullest volume month by month. */
export interface GrowthCurve {
  readonly points: readonly GrowthPoint[];
  /** Months until a volume overflows where mailboxes stop at their quotas, and where they do not; absent for not in fifty years. */
  readonly overflow?: number;
  readonly overflowWithoutQuotas?: number;
  /** The fullest volume when all mailboxes are full. */
  readonly atTheEnd: { readonly server: string; readonly volume: string; readonly share: number };
}

export interface GrowthPoint {
  readonly months: number;
  readonly share: number;
  readonly withoutQuotas: number;
}

const shortestMonths = 12;
/** Ten years: nobody plans a server for longer. */
const longestMonths = 120;
const points = 61;

/** The curve from the first day to well after the last tier is full or, if that comes later, a volume overflows. */
export function growthCurve(volumes: VolumeGrowth, tiers: readonly TierGrowth[]): GrowthCurve {
  const overflow = volumes.overflow(true);
  const overflowWithoutQuotas = volumes.overflow(false);
  const events = [...tiers.map(({ months }) => months), overflow, overflowWithoutQuotas];
  const last = Math.max(0, ...events.filter((months) => months !== undefined));
  const horizon = Math.min(longestMonths, Math.max(shortestMonths, Math.ceil((last * 1.15) / 6) * 6));
  return {
    points: Array.from({ length: points }, (_, i) => {
      const months = (horizon * i) / (points - 1);
      return { months, share: volumes.at(months, true).share, withoutQuotas: volumes.at(months, false).share };
    }),
    ...(overflow !== undefined && { overflow }),
    ...(overflowWithoutQuotas !== undefined && { overflowWithoutQuotas }),
    atTheEnd: volumes.at(Math.max(0, ...tiers.map(({ months = 0 }) => months)), true),
  };
}

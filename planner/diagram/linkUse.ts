import { formatNumber, formatPercent } from '../design/format.ts';
import type { LinkLoad } from '../simulate/replication/index.ts';

/** How one direction of a link fares in its busiest hour. */
export type LinkUse = Pick<LinkLoad, 'from' | 'to' | 'peakMbps' | 'peakHour' | 'availableMbps'>;

/** The busiest hour of each direction, out of a day's load. */
export function linkUses(loads: readonly LinkLoad[]): readonly LinkUse[] {
  return loads.map(({ from, to, peakMbps, peakHour, availableMbps }) => ({
    from,
    to,
    peakMbps,
    peakHour,
    availableMbps,
  }));
}

/** The peak as a fraction of what gets through, infinite where nothing does; undefined where that is not known. */
export function peakShare({ peakMbps, availableMbps }: LinkUse): number | undefined {
  if (availableMbps === null) return undefined;
  return peakMbps === 0 ? 0 : peakMbps / availableMbps;
}

/** A share as a drawing has room for it: "2.2 %", "36×", "blocked". */
export function shareText(share: number): string {
  if (!Number.isFinite(share)) return 'blocked';
  return share >= 10 ? `${formatNumber(Math.round(share))}×` : formatPercent(share);
}

import type { LinkLoad } from '../simulate/replication/index.ts';

/** Where the scale of a link's charts ends, Mbit/s: as far up as what gets through, as long as what crosses keeps most of the height. */
export function loadScaleEnd(directions: readonly LinkLoad[]): number {
  const need = Math.max(0, ...directions.map(({ peakMbps, requiredMbps }) => Math.max(peakMbps, requiredMbps)));
  const available = Math.max(0, ...directions.map(({ availableMbps }) => availableMbps ?? 0));
  return Math.min(Math.max(available * 1.12, need * 1.15), need * 1.6) || available || 1;
}

import type { Design } from '../../planner/design/types.ts';
import { databaseSizes, serverLoads, sizingOptions } from '../../planner/sizing/index.ts';
import { growthCurve, type GrowthCurve } from './growth/growthCurve.ts';
import { tierGrowth, volumeGrowth, type TierGrowth } from '../../planner/sizing/growth/index.ts';
import { capacityRows, type CapacityRow } from './rows.ts';

/** The largest database and the largest that the design plans with, GB. */
export interface DatabaseUse {
  readonly database: string;
  readonly sizeGB: number;
  readonly limitGB: number;
}

/** All that the capacity view shows of a design: plain data, so that it passes between worker and page. */
export interface Capacity {
  readonly rows: readonly CapacityRow[];
  readonly largestDatabase?: DatabaseUse;
  /** Only where it was asked for. */
  readonly growth?: Growth;
}

/** How mailboxes and volumes fill; without a curve where no volume's growth is known. */
export interface Growth {
  readonly tiers: readonly TierGrowth[];
  readonly curve?: GrowthCurve;
}

/** @param withGrowth growth takes longer than all the rest */
export function capacityOf(design: Design, withGrowth: boolean): Capacity {
  const largestDatabase = largestOf(design);
  return {
    rows: capacityRows(design, serverLoads(design)),
    ...(largestDatabase && { largestDatabase }),
    ...(withGrowth && { growth: growthOf(design) }),
  };
}

function growthOf(design: Design): Growth {
  const tiers = tierGrowth(design);
  const volumes = volumeGrowth(design, tiers);
  return { tiers, ...(volumes && { curve: growthCurve(volumes, tiers) }) };
}

export function largestOf(design: Design): DatabaseUse | undefined {
  let largest: DatabaseUse | undefined;
  const limitGB = sizingOptions(design).maximumDatabaseSizeGB;
  for (const [database, sizeGB] of databaseSizes(design)) {
    if (sizeGB > (largest?.sizeGB ?? -1)) largest = { database, sizeGB, limitGB };
  }
  return largest;
}

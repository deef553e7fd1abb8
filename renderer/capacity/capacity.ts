import type { Design } from '../../planner/design/types.ts';
import { databaseSizes, serverLoads, sizingOptions } from '../../planner/sizing/index.ts';
import { growthOf, type Assumptions, type Growth } from './growth/growth.ts';
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

/** @param assumptions of the years to come, where growth is asked for */
export function capacityOf(design: Design, assumptions?: Assumptions): Capacity {
  const largestDatabase = largestOf(design);
  return {
    rows: capacityRows(design, serverLoads(design)),
    ...(largestDatabase && { largestDatabase }),
    ...(assumptions && { growth: growthOf(design, assumptions) }),
  };
}

export function largestOf(design: Design): DatabaseUse | undefined {
  let largest: DatabaseUse | undefined;
  const limitGB = sizingOptions(design).maximumDatabaseSizeGB;
  for (const [database, sizeGB] of databaseSizes(design)) {
    if (sizeGB > (largest?.sizeGB ?? -1)) largest = { database, sizeGB, limitGB };
  }
  return largest;
}

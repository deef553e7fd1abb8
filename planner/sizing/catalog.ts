import disks from '../../catalog/disks.json' with { type: 'json' };
import sizing from '../../catalog/sizing.json' with { type: 'json' };
import type { DataDisk, Exchange } from '../design/types.ts';

export type ExchangeVersion = NonNullable<Exchange['version']>;

/** CPU figures of an Exchange version, megacycles per mailbox on the baseline processor. */
export interface MegacycleTable {
  readonly source: string;
  /** Client access costs this share of the mailbox role's active figure. */
  readonly clientAccessRatio: number;
  /** Whether the active figures hold client access already. */
  readonly clientAccessIncluded: boolean;
  /** Slopes for profiles between the table's rows. */
  readonly activePerMessage: number;
  readonly passivePerMessage: number;
  readonly profiles: readonly { readonly messagesPerDay: number; readonly active: number; readonly passive: number }[];
}

/** Sizing constants: one table for all versions but CPU and the hardware ceilings. */
export const sizingCatalog = sizing;

/** Raw disk capacities on offer, GB, ascending. */
export const diskCapacitiesGB: readonly number[] = disks.capacitiesGB;

/** The CPU table of an Exchange version. */
export function megacycleTable(version: ExchangeVersion): MegacycleTable {
  return sizing.versions[version].megacycles;
}

/** Random IOPS that a disk sustains: as stated, else the calculator's figure for its type (facts A7). */
export function diskIOPS(disk: DataDisk): number | undefined {
  if (disk.randomIOPS !== undefined) return disk.randomIOPS;
  return disks.types.find(
    (type) =>
      type.rpm === disk.rpm && type.interface === disk.interface && type.formFactorInches === disk.formFactorInches,
  )?.randomIOPS;
}

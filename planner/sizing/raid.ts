import { sizingCatalog } from './catalog.ts';

export type RaidType = 'RAID10' | 'RAID5' | 'RAID6';

const { raid, raidGroupDisks } = sizingCatalog.io;

/** Disks of each RAID group that hold parity. */
export function parityDisks(type: RaidType): number {
  return type === 'RAID10' ? 0 : raid[type].parityDisks;
}

/** Random IOPS that a RAID set must sustain for reads and writes, a rebuild under way (facts A7). */
export function raidIOPS(type: RaidType, reads: number, writes: number): number {
  const { writePenalty, rebuildFraction } = raid[type];
  return (reads + writePenalty * writes) / (1 - rebuildFraction);
}

/** RAID groups that so much capacity and I/O need; RAID-1/0 needs none. All in disks. */
export function raidGroups(type: RaidType, content: number, io: number): number {
  if (type === 'RAID10') return 0;
  return Math.max(Math.ceil(content / (raidGroupDisks - parityDisks(type))), Math.ceil(io / raidGroupDisks));
}

/**
 * Disks of RAID sets for capacity and I/O. RAID-1/0 mirrors every disk; the others add parity to each group of at most seven disks
 * (facts A7), of three or four at least.
 * @param content disks that the content fills
 * @param io disks that the I/O keeps busy
 */
export function raidDisks(type: RaidType, content: number, io: number): number {
  if (type === 'RAID10') return 2 * Math.max(content, Math.ceil(io / 2));
  const groups = raidGroups(type, content, io);
  const parity = parityDisks(type);
  return Math.max(content + groups * parity, io, groups * (parity + 2));
}

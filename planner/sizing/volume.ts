import { sizingCatalog } from './catalog.ts';

/** Formatted capacity of a disk, GB of 2^30 bytes, from its label's decimal gigabytes (facts A5). */
export function formattedGB(rawGB: number): number {
  return (rawGB * 1e9) / 2 ** 30;
}

/** What stands on a volume. Sizes in GB of 2^30 bytes. */
export interface VolumeContent {
  readonly databasesGB: readonly number[];
  readonly logsGB: number;
}

export interface VolumeRoom {
  /** The content index as a share of the databases. */
  readonly contentIndexFraction: number;
  readonly volumeFreeFraction: number;
  /** Whether the server has a volume of its own for restores. */
  readonly restoreVolume: boolean;
}

/** What stands on a volume without any reserve, GB: databases, their content index and logs (facts A5). */
export function contentSizeGB({ databasesGB, logsGB }: VolumeContent, contentIndexFraction: number): number {
  return databasesGB.reduce((total, size) => total + size, 0) * (1 + contentIndexFraction) + logsGB;
}

/**
 * Size of a volume, GB: databases, logs, the content index, one more database's index for a catalogue merge, room to
 * restore one database where no restore volume exists, and the free share (facts A5). Of unequal databases the
 * largest counts as the one more.
 */
export function volumeSizeGB({ databasesGB, logsGB }: VolumeContent, room: VolumeRoom): number {
  if (databasesGB.length === 0) return 0;
  const sum = databasesGB.reduce((total, size) => total + size, 0);
  const largest = Math.max(...databasesGB);
  const restore = room.restoreVolume ? 0 : largest * sizingCatalog.volume.restoreRoomFactor;
  const index = room.contentIndexFraction * (sum + largest);
  return (sum + restore + index + logsGB) / (1 - room.volumeFreeFraction);
}

/** Size of a restore volume, GB: what one data volume holds, without index (facts A5). */
export function restoreVolumeSizeGB({ databasesGB, logsGB }: VolumeContent, volumeFreeFraction: number): number {
  return (databasesGB.reduce((total, size) => total + size, 0) + logsGB) / (1 - volumeFreeFraction);
}

/**
 * Largest database that several to a JBOD disk leave room for, GB: the calculator's own limit, which reserves nothing
 * for restores (facts A5).
 */
export function maximumDatabaseSizeGB(
  diskGB: number,
  databasesPerVolume: number,
  room: Omit<VolumeRoom, 'restoreVolume'>,
): number {
  const { contentIndexFraction: index, volumeFreeFraction: free } = room;
  return ((diskGB / databasesPerVolume) * (1 - free)) / (1 + index + index / databasesPerVolume);
}

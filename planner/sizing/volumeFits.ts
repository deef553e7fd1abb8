import { indexDesign, type PlacedServer, type PlacedVolume } from '../design/index.ts';
import type { Design } from '../design/types.ts';
import { databaseLoads } from './databaseLoads.ts';
import { sizingOptions } from './options.ts';
import { formattedGB, volumeSizeGB } from './volume.ts';
import { volumeCapacity, volumeIOPS } from './volumeDisk.ts';

/** What databases on one volume need together. */
interface Need {
  readonly sizeGB: number;
  readonly iops: number;
}

/** What a volume can take; undefined where the design does not tell. */
interface Room {
  readonly sizeGB: number | undefined;
  readonly iops: number | undefined;
}

/**
 * Whether some databases would fit on a volume together, with the free space that the sizing keeps, and its disk would carry their
 * I/O; where volumes of the design are overfull already, whether they need no more than the fullest of these. What is not stated
 * fits.
 */
export function volumeFits(design: Design): (server: string, volume: string, databases: readonly string[]) => boolean {
  const { loads } = databaseLoads(design);
  const { servers } = indexDesign(design);
  const options = sizingOptions(design);
  const needOf = (server: PlacedServer, databases: readonly string[]): Need | undefined => {
    const held = databases.flatMap((name) => loads.get(name) ?? []);
    if (held.length < databases.length) return undefined;
    const restoreVolume = server.volumes.some(({ value }) => value.role === 'restore');
    const content = { databasesGB: held.map(({ sizeGB }) => sizeGB), logsGB: sum(held, ({ logsGB = 0 }) => logsGB) };
    return { sizeGB: volumeSizeGB(content, { ...options, restoreVolume }), iops: sum(held, ({ iops }) => iops) };
  };
  const overfull = { sizeGB: 0, iops: 0 };
  for (const server of servers.values()) {
    for (const volume of server.volumes) {
      const need = needOf(
        server,
        volume.copies.map(({ database }) => database.name),
      );
      const room = roomOf(server, volume);
      if (!need) continue;
      if (need.sizeGB > (room.sizeGB ?? Infinity)) overfull.sizeGB = Math.max(overfull.sizeGB, need.sizeGB);
      if (need.iops > (room.iops ?? Infinity)) overfull.iops = Math.max(overfull.iops, need.iops);
    }
  }
  return (serverName, volumeName, databases) => {
    const server = servers.get(serverName);
    const volume = server?.volumes.find(({ value }) => value.name === volumeName);
    const need = server && needOf(server, databases);
    if (!volume || !need) return true;
    const room = roomOf(server, volume);
    return (
      need.sizeGB <= Math.max(room.sizeGB ?? Infinity, overfull.sizeGB) &&
      need.iops <= Math.max(room.iops ?? Infinity, overfull.iops)
    );
  };
}

function roomOf(server: PlacedServer, volume: PlacedVolume): Room {
  const { value: rawGB } = volumeCapacity(server, volume);
  return {
    sizeGB: rawGB === undefined ? undefined : formattedGB(rawGB),
    iops: volumeIOPS(server, volume).value,
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

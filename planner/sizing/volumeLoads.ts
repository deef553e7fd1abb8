import { indexDesign, type PlacedServer, type PlacedVolume } from '../design/index.ts';
import type { Pointer } from '../design/pointer.ts';
import type { Design } from '../design/types.ts';
import { databaseLoadsIn, type DatabaseLoad, type DatabaseLoads } from './databaseLoads.ts';
import { missingLags } from './lag.ts';
import type { SizingOptions } from './options.ts';
import type { VolumeLoad } from './serverLoad.ts';
import { contentSizeGB, formattedGB, restoreVolumeSizeGB, volumeSizeGB, type VolumeContent } from './volume.ts';
import { volumeCapacity, volumeIOPS, type Disk } from './volumeDisk.ts';

/** What the data and restore volumes of a server must hold and can, and the fields that are not stated. */
export interface VolumeLoads {
  readonly loads: VolumeLoad[];
  readonly notStated: { readonly capacity: Pointer[]; readonly iops: Pointer[] };
}

/** The loads of a server's volumes. A volume is left out where a load of a database on it is not known. */
export function volumeLoads(design: Design, server: PlacedServer, options: SizingOptions): VolumeLoads {
  const restoreVolume = server.volumes.some(({ value }) => value.role === 'restore');
  const databases = databaseLoadsIn(design, server.dag);
  const contents: VolumeContent[] = [];
  const loads: VolumeLoad[] = [];
  const notStated: VolumeLoads['notStated'] = { capacity: [], iops: [] };
  const take = (disk: Disk, missing: Pointer[]): number | undefined => {
    missing.push(...disk.notStated);
    return disk.value;
  };
  for (const volume of server.volumes) {
    if (volume.copies.length === 0) continue;
    const { held, missing, lags } = databasesOn(design, databases, volume);
    notStated.capacity.push(...missing, ...lags);
    notStated.iops.push(...missing);
    const rawGB = take(volumeCapacity(server, volume), notStated.capacity);
    const availableIOPS = take(volumeIOPS(server, volume), notStated.iops);
    if (missing.length > 0) continue;
    const content = contentOf(held);
    if (content) contents.push(content);
    loads.push({
      volume: volume.value.name,
      copies: volume.copies.length,
      ...(content && {
        contentGB: contentSizeGB(content, options.contentIndexFraction),
        requiredGB: volumeSizeGB(content, { ...options, restoreVolume }),
      }),
      ...(rawGB !== undefined && { formattedGB: formattedGB(rawGB) }),
      iops: held.reduce((sum, { iops }) => sum + iops, 0),
      ...(availableIOPS !== undefined && { availableIOPS }),
    });
  }
  if (contents.length === 0) return { loads, notStated };
  const restoreGB = Math.max(...contents.map((content) => restoreVolumeSizeGB(content, options.volumeFreeFraction)));
  for (const volume of server.volumes.filter(({ value }) => value.role === 'restore')) {
    const rawGB = take(volumeCapacity(server, volume), notStated.capacity);
    if (rawGB === undefined) continue;
    loads.push({
      volume: volume.value.name,
      copies: 0,
      contentGB: 0,
      requiredGB: restoreGB,
      formattedGB: formattedGB(rawGB),
      iops: 0,
    });
  }
  return { loads, notStated };
}

/** The loads of the databases on a volume, and the fields that they lack; apart, the lags that only the logs need. */
function databasesOn(
  design: Design,
  { loads, notStated }: DatabaseLoads,
  { copies }: PlacedVolume,
): { held: DatabaseLoad[]; missing: Pointer[]; lags: Pointer[] } {
  const held: DatabaseLoad[] = [];
  const missing: Pointer[] = [];
  const lags: Pointer[] = [];
  for (const { database } of copies) {
    const load = loads.get(database.name);
    if (load) held.push(load);
    else missing.push(...(notStated.get(database.name) ?? []));
    if (load?.logsGB !== undefined) continue;
    const placed = indexDesign(design).databases.get(database.name);
    if (placed) lags.push(...missingLags(placed));
  }
  return { held, missing, lags };
}

function contentOf(held: readonly DatabaseLoad[]): VolumeContent | undefined {
  let logs = 0;
  for (const { logsGB } of held) {
    if (logsGB === undefined) return undefined;
    logs += logsGB;
  }
  return { databasesGB: held.map(({ sizeGB }) => sizeGB), logsGB: logs };
}

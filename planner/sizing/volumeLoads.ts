import type { PlacedServer, PlacedVolume } from '../design/index.ts';
import type { Pointer } from '../design/pointer.ts';
import type { DataDisk, Design, Volume } from '../design/types.ts';
import { diskIOPS } from './catalog.ts';
import { databaseLoads, type DatabaseLoad } from './databaseLoads.ts';
import type { SizingOptions } from './options.ts';
import type { VolumeLoad } from './serverLoad.ts';
import { formattedGB, restoreVolumeSizeGB, volumeSizeGB, type VolumeContent } from './volume.ts';

/** What the data and restore volumes of a server must hold and can, and the fields that are not stated. */
export function volumeLoads(
  design: Design,
  server: PlacedServer,
  options: SizingOptions,
): { loads: VolumeLoad[]; notStated: Pointer[] } {
  const { loads: databases, notStated: missing } = databaseLoads(design);
  const disk = server.hardware?.value.dataDisk;
  const restoreVolume = server.volumes.some(({ value }) => value.role === 'restore');
  const contents = new Map<PlacedVolume, VolumeContent>();
  const loads: VolumeLoad[] = [];
  const notStated: Pointer[] = [];
  for (const volume of server.volumes) {
    if (volume.copies.length === 0) continue;
    const held: DatabaseLoad[] = [];
    for (const { database } of volume.copies) {
      const load = databases.get(database.name);
      if (load) held.push(load);
      else notStated.push(...(missing.get(database.name) ?? []));
    }
    const rawGB = volume.value.capacityGB ?? disk?.capacityGB;
    if (rawGB === undefined) notStated.push(`${volume.path}/capacityGB`);
    if (held.length < volume.copies.length || rawGB === undefined) continue;
    const content = { databasesGB: held.map(({ sizeGB }) => sizeGB), logsGB: sum(held.map(({ logsGB }) => logsGB)) };
    contents.set(volume, content);
    const availableIOPS = volumeIOPS(volume.value, disk);
    loads.push({
      volume: volume.value.name,
      copies: volume.copies.length,
      requiredGB: volumeSizeGB(content, { ...options, restoreVolume }),
      formattedGB: formattedGB(rawGB),
      iops: sum(held.map(({ iops }) => iops)),
      ...(availableIOPS !== undefined && { availableIOPS }),
    });
  }
  for (const { value } of server.volumes.filter((volume) => volume.value.role === 'restore')) {
    const rawGB = value.capacityGB ?? disk?.capacityGB;
    if (rawGB === undefined || contents.size === 0) continue;
    const required = [...contents.values()].map((content) => restoreVolumeSizeGB(content, options.volumeFreeFraction));
    loads.push({
      volume: value.name,
      copies: 0,
      requiredGB: Math.max(...required),
      formattedGB: formattedGB(rawGB),
      iops: 0,
    });
  }
  return { loads, notStated };
}

/** Random IOPS of a volume's disk; a volume that states a disk of its own takes the figure of that type. */
function volumeIOPS(volume: Volume, disk: DataDisk = {}): number | undefined {
  if (volume.rpm === undefined && volume.interface === undefined) return diskIOPS(disk);
  const { randomIOPS: _, ...type } = disk;
  return diskIOPS({
    ...type,
    ...(volume.rpm !== undefined && { rpm: volume.rpm }),
    ...(volume.interface !== undefined && { interface: volume.interface }),
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

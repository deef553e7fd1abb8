import type { Placed, PlacedServer, PlacedVolume } from '../design/index.ts';
import type { Pointer } from '../design/pointer.ts';
import type { DataDisk, Volume } from '../design/types.ts';
import { diskIOPS } from './catalog.ts';

/** A figure of the disk or the RAID set below a volume, or the fields that it needs and the design does not state. */
export interface Disk {
  readonly value?: number;
  readonly notStated: readonly Pointer[];
}

/**
 * Raw capacity of a volume, decimal GB: its own, else that of the data disk. A RAID set of several disks has to state
 * its own.
 */
export function volumeCapacity(server: PlacedServer, { value, path }: PlacedVolume): Disk {
  if (value.capacityGB !== undefined) return known(value.capacityGB);
  const disk = dataDisk(server);
  if ('notStated' in disk) return disk;
  if (isRaidSet(disk.value)) return { notStated: [`${path}/capacityGB`] };
  const { capacityGB } = disk.value;
  return capacityGB === undefined ? { notStated: [`${disk.path}/capacityGB`] } : known(capacityGB);
}

/**
 * Random IOPS that a volume sustains: its own figure, else that of its disk; a volume that states a type of its own
 * takes the figure of that type (facts A7). A RAID set of several disks has to state its own.
 */
export function volumeIOPS(server: PlacedServer, { value: volume, path }: PlacedVolume): Disk {
  if (volume.randomIOPS !== undefined) return known(volume.randomIOPS);
  const disk = dataDisk(server);
  if ('notStated' in disk) return disk;
  if (isRaidSet(disk.value)) return { notStated: [`${path}/randomIOPS`] };
  const own = volume.rpm !== undefined || volume.interface !== undefined;
  const used = own ? ofType(disk.value, volume) : disk.value;
  const value = diskIOPS(used);
  if (value !== undefined) return known(value);
  const missing = (['rpm', 'interface', 'formFactorInches'] as const).filter((field) => used[field] === undefined);
  if (missing.length > 0) return { notStated: missing.map((field) => `${disk.path}/${field}`) };
  return { notStated: [`${own ? path : disk.path}/randomIOPS`] };
}

/** The disk with the type that a volume states; what the other one sustains does not hold for it. */
function ofType({ randomIOPS: _, ...disk }: DataDisk, { rpm, interface: face }: Volume): DataDisk {
  return { ...disk, ...(rpm !== undefined && { rpm }), ...(face !== undefined && { interface: face }) };
}

function known(value: number): Disk {
  return { value, notStated: [] };
}

function dataDisk({ hardware, path }: PlacedServer): Placed<DataDisk> | { readonly notStated: readonly Pointer[] } {
  if (!hardware) return { notStated: [`${path}/hardware`] };
  const value = hardware.value.dataDisk;
  if (!value) return { notStated: [`${hardware.path}/dataDisk`] };
  return { value, path: `${hardware.path}/dataDisk` };
}

/** Whether several disks make up a volume; a layout that is not stated is one disk a volume. */
export function isRaidSet({ layout }: DataDisk): boolean {
  return layout === 'RAID10' || layout === 'RAID5' || layout === 'RAID6';
}

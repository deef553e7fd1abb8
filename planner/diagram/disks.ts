import type { PlacedCopy, PlacedServer } from '../design/index.ts';
import type { Volume } from '../design/types.ts';

/** One disk of a server as it is drawn. */
export interface Disk {
  readonly kind: 'data' | 'spare' | 'restore' | 'system' | 'unassigned';
  /** Absent for system disks, and for copies whose volume is not stated. */
  readonly volume?: Volume;
  /** In the order of activation preference. */
  readonly copies: readonly PlacedCopy[];
}

/** Copies drawn together where the design does not say which volume carries them. */
const copiesPerUnassignedBlock = 4;

const known = new WeakMap<PlacedServer, readonly Disk[]>();

/** A server's disks in the order they are drawn: data, those without a volume, spare and restore, system. */
export function disksOf(server: PlacedServer): readonly Disk[] {
  let disks = known.get(server);
  if (!disks) known.set(server, (disks = orderDisks(server)));
  return disks;
}

function orderDisks(placed: PlacedServer): Disk[] {
  const volumes = placed.volumes.map(({ value, copies }): Disk => ({
    kind: value.role ?? 'data',
    volume: value,
    copies: byPreference(copies),
  }));
  const homeless = placed.copies.filter(({ value }) => value.volume === undefined);
  const systemDisks = placed.hardware?.value.systemDisks?.count ?? 0;
  return [
    ...volumes.filter(({ kind }) => kind === 'data'),
    ...Array.from({ length: Math.ceil(homeless.length / copiesPerUnassignedBlock) }, (_, i): Disk => ({
      kind: 'unassigned',
      copies: byPreference(homeless.slice(i * copiesPerUnassignedBlock, (i + 1) * copiesPerUnassignedBlock)),
    })),
    ...volumes.filter(({ kind }) => kind !== 'data'),
    ...Array.from({ length: Math.min(systemDisks, mostSystemDisks) }, (): Disk => ({ kind: 'system', copies: [] })),
  ];
}

/** No real server has more; a slip of the keyboard must not fill the drawing. */
const mostSystemDisks = 12;

function byPreference(copies: readonly PlacedCopy[]): PlacedCopy[] {
  const preference = ({ value }: PlacedCopy) => value.activationPreference ?? Infinity;
  return copies.toSorted((a, b) => (preference(a) === preference(b) ? 0 : preference(a) - preference(b)));
}

import { sizingCatalog } from '../catalog.ts';
import { given, type Figure } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { calculator } from '../source.ts';
import { total } from '../total.ts';
import { volumeSizeGB } from '../volume.ts';
import { databaseIOPS, databaseSize, logSpace } from './databases.ts';
import type { DatabaseScope, VolumeScope } from './sheet.ts';

const source = calculator('A5');

/** What a volume must hold with all reserves; of unequal databases the largest counts for restore and catalogue merge. */
export const volumeSize = figure('volumeSize', (volume: VolumeScope) => {
  const { sheet, hasRestoreVolume: restoreVolume } = volume.server;
  const sizes = ofDatabases(volume, databaseSize);
  const logs = ofDatabases(volume, logSpace);
  if (!sizes || !logs) return undefined;
  return formula({
    unit: 'GB',
    words: '(Σ(size) + restore × max(size) + index × (Σ(size) + max(size)) + Σ(logs)) ÷ (1 − free)',
    of: {
      size: sizes,
      logs,
      restore: given(
        restoreVolume ? 0 : sizingCatalog.volume.restoreRoomFactor,
        'databases',
        restoreVolume ? 'restores have a volume of their own' : 'room to restore one, as there is no restore volume',
      ),
      index: sheet.sizing.get('contentIndexFraction'),
      free: sheet.sizing.get('volumeFreeFraction'),
    },
    value: (values) =>
      volumeSizeGB(
        { databasesGB: values.size, logsGB: total(values.logs) },
        { contentIndexFraction: values.index, volumeFreeFraction: values.free, restoreVolume },
      ),
    source,
  });
});

export const volumeIOPS = figure('volumeIOPS', (volume: VolumeScope) => {
  const iops = ofDatabases(volume, databaseIOPS);
  return (
    iops &&
    formula({
      unit: 'IOPS',
      words: 'Σ(IOPS); passive copies count as the active one',
      of: { IOPS: iops },
      value: (values) => total(values.IOPS),
      source: calculator('A7'),
    })
  );
});

/** The share of a volume that is in use with all reserves. */
export const volumeFill = figure('volumeFill', (volume: VolumeScope) => {
  const needed = volumeSize(volume);
  const { formattedGB } = volume.load;
  if (!needed || formattedGB === undefined || formattedGB === 0) return undefined;
  return formula({
    unit: '1',
    words: 'needed ÷ disk',
    of: { needed, disk: given(formattedGB, 'GB', 'capacity of the volume, or of its disk, formatted') },
    value: (values) => values.needed / values.disk,
    source,
  });
});

/** A figure of every database on the volume; undefined where one does not have it. */
function ofDatabases(
  { server, placed }: VolumeScope,
  ofDatabase: (database: DatabaseScope) => Figure<number> | undefined,
): Figure<number>[] | undefined {
  const figures = placed.copies.flatMap(({ database }) => {
    const scope = server.sheet.databases.get(database.name);
    return (scope && ofDatabase(scope)) ?? [];
  });
  return figures.length === placed.copies.length ? figures : undefined;
}

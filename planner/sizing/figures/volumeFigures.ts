import type { PlacedServer } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { Figure, Operand } from '../figure.ts';
import type { SizingOptions } from '../options.ts';
import type { ServerLoad } from '../serverLoad.ts';
import { calculator, from, given } from './operands.ts';

/** What each data volume of a server must hold. @param databases the databases' figures by id and subject */
export function volumeFigures(
  server: PlacedServer,
  load: ServerLoad,
  options: SizingOptions,
  databases: (id: string, database: string) => Figure | undefined,
): Figure[] {
  const restoreVolume = server.volumes.some(({ value }) => value.role === 'restore');
  return load.volumes.flatMap((volume) => {
    const copies = server.volumes.find(({ value }) => value.name === volume.volume)?.copies ?? [];
    if (copies.length === 0) return [];
    const operands = (id: string, what: string): Operand[] =>
      copies.flatMap(({ database }) => {
        const figure = databases(id, database.name);
        return figure ? [from(figure, `${what} of ${database.name}`)] : [];
      });
    const at = subject.volume(server.value.name, volume.volume);
    return [
      {
        id: 'volumeSize',
        subject: at,
        value: volume.requiredGB,
        unit: 'GB',
        formula: restoreVolume
          ? '(Σ databases + index × (Σ databases + largest) + Σ logs) ÷ (1 − free)'
          : '(Σ databases + 1.1 × largest + index × (Σ databases + largest) + Σ logs) ÷ (1 − free)',
        inputs: [
          ...operands('databaseSize', 'size'),
          ...operands('logSpace', 'logs'),
          given('index', options.contentIndexFraction, '1', '/sizing/contentIndexFraction'),
          given('free', options.volumeFreeFraction, '1', '/sizing/volumeFreeFraction'),
        ],
        source: `${calculator} (facts A5)`,
      },
      {
        id: 'volumeIOPS',
        subject: at,
        value: volume.iops,
        unit: 'IOPS',
        formula: 'Σ I/O of its copies, passive ones as the active one',
        inputs: operands('databaseIOPS', 'I/O'),
        source: `${calculator} (facts A7)`,
      },
    ];
  });
}

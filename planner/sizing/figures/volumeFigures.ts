import type { PlacedServer } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import type { Figure, Operand } from '../figure.ts';
import type { ServerLoad } from '../serverLoad.ts';
import { calculator, from, sizingOperand } from './operands.ts';

/** What each data volume of a server must hold. @param databases the databases' figures by id and subject */
export function volumeFigures(
  design: Design,
  server: PlacedServer,
  load: ServerLoad,
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
    const size = (value: number): Figure => ({
      id: 'volumeSize',
      subject: at,
      value,
      unit: 'GB',
      formula: restoreVolume
        ? '(Σ databases + index × (Σ databases + largest) + Σ logs) ÷ (1 − free)'
        : '(Σ databases + 1.1 × largest + index × (Σ databases + largest) + Σ logs) ÷ (1 − free)',
      inputs: [
        ...operands('databaseSize', 'size'),
        ...operands('logSpace', 'logs'),
        sizingOperand(design, 'index', 'contentIndexFraction', '1'),
        sizingOperand(design, 'free', 'volumeFreeFraction', '1'),
      ],
      source: `${calculator} (facts A5)`,
    });
    return [
      ...(volume.requiredGB === undefined ? [] : [size(volume.requiredGB)]),
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

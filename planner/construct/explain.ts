import { formatNumber, formatPercent } from '../design/format.ts';
import type { Limit, Rejection } from './shape.ts';

/** What a limit says about the shape that came closest. */
export function explain({ limit, needed, available }: Rejection): string {
  const [need, have] = [amount(needed), amount(available)];
  switch (limit) {
    case 'bays':
      return `A server needs at least ${need} drive bays and has ${have}.`;
    case 'copiesPerServer':
      return `A server would host ${need} database copies; Exchange allows ${have}.`;
    case 'databaseSize':
      return `A database would grow to ${need} GB; the plan allows ${have} GB.`;
    case 'volumeSize':
      return `A data volume needs ${need} GB and a formatted disk holds ${have} GB.`;
    case 'diskIOPS':
      return `The copies on a disk need ${need} IOPS and the disk sustains ${have}.`;
    case 'cpu':
      return `A server's processors would be ${share(needed)} busy in the design failure; the plan allows ${share(available)}.`;
    case 'memory':
      return `A server needs ${need} GB of memory in the design failure and has ${have} GB.`;
  }
}

/** The fields of the requirements that bear on a limit, where changing one alone does not help. */
export const bearing: Readonly<Record<Limit, string>> = {
  bays: 'Look at hardware.bays, hardware.systemDisks.count and sizing.spareVolumesPerServer together.',
  copiesPerServer: 'Look at exchange.edition and copies together.',
  databaseSize: 'Look at mailboxTiers, dags and sizing.maximumDatabaseSizeGB together.',
  volumeSize: 'Look at mailboxTiers, replayLagHours, dags and hardware.dataDisk.capacityGB together.',
  diskIOPS: 'Look at mailboxTiers, dags and hardware.dataDisk together.',
  cpu: 'Look at mailboxTiers, dags, hardware and sizing.cpuLimitFraction together.',
  memory: 'Look at mailboxTiers, dags and hardware.memoryGB together.',
};

/** Beyond this, digits tell nothing any more. */
const tellable = 1e12;

function amount(value: number): string {
  return value <= tellable ? formatNumber(value) : `more than ${formatNumber(tellable)}`;
}

function share(value: number): string {
  return value <= tellable ? formatPercent(value) : `more than ${formatPercent(tellable)}`;
}

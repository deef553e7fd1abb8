import type { Rejection } from './shape.ts';
import { formatNumber, formatPercent } from '../design/format.ts';

/** What a limit says about the shape that came closest. */
export function explain({ limit, needed, available }: Rejection): string {
  const [need, have] = [formatNumber(needed), formatNumber(available)];
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
      return `A server's processors would be ${formatPercent(needed)} busy in the design failure; the plan allows ${formatPercent(available)}.`;
    case 'memory':
      return `A server needs ${need} GB of memory in the design failure and has ${have} GB.`;
  }
}

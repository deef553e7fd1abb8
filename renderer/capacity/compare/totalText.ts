import { formatCount, formatNumber, formatPercent } from '../../numbers/format.ts';
import { diskLabel, memoryText, storageAmount, storageText } from '../../numbers/storage.ts';
import type { DataDisk, Total } from './totals.ts';

/** A total as it is read: "384", "3,072 GB", "79.5 %", "PA server 24C". */
export function totalText(total: Total): string {
  switch (total.kind) {
    case 'number':
      return [formatNumber(total.value), total.unit].filter(Boolean).join(' ');
    case 'share':
      return formatPercent(total.value);
    case 'storageGB':
      return storageText(total.value, 'GB', formatCount);
    case 'memoryGB':
      return memoryText(total.value, formatCount);
    case 'names':
      return total.names.join(', ');
    case 'disks':
      return total.disks.map(diskText).join(', ');
  }
}

/** The number that a difference is told of, in the unit that is shown; undefined for what is told in words. */
export function totalNumber(total: Total | undefined): number | undefined {
  if (!total || total.kind === 'names' || total.kind === 'disks') return undefined;
  return total.kind === 'storageGB' ? storageAmount(total.value, 'GB') : total.value;
}

function diskText({ capacityGB, rpm, interface: bus }: DataDisk): string {
  return [diskLabel(capacityGB), rpm === undefined ? '' : `${formatNumber(rpm / 1000)}K`, bus]
    .filter(Boolean)
    .join(' ');
}

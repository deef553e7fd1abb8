import { writing } from './chosen.svelte.ts';
import { formatNumber } from './format.ts';

/** The engine's units of storage and memory: 2^10, 2^20 and 2^30 bytes. Labels of disks are not among them. */
export type StorageUnit = 'KB' | 'MB' | 'GB';

/** Of 1,024 and so on bytes, how many times 1,000 and so on. */
const decimals: Readonly<Record<StorageUnit, number>> = {
  KB: 2 ** 10 / 1e3,
  MB: 2 ** 20 / 1e6,
  GB: 2 ** 30 / 1e9,
};

/** An amount of the engine's, in the unit that `storageUnit` names. */
export function storageAmount(value: number, unit: StorageUnit): number {
  return writing().storageUnits === 'decimal' ? value * decimals[unit] : value;
}

/** The unit that amounts of the engine's are shown in. */
export function storageUnit(unit: StorageUnit): string {
  return writing().storageUnits === 'binary' ? iec(unit) : unit;
}

/** An amount of the engine's as it is shown: 100 GB is "100 GB", "100 GiB" or "107.37 GB". */
export function storageText(value: number, unit: StorageUnit, format = formatNumber): string {
  return `${format(storageAmount(value, unit))} ${storageUnit(unit)}`;
}

/**
 * The unit of what stays in the engine's units in every setting, such as what is typed: "GB" as Exchange has it, else "GiB", as a GB of
 * 10^9 bytes would be another amount.
 */
export function engineUnit(unit: StorageUnit): string {
  return writing().storageUnits === 'exchange' ? unit : iec(unit);
}

/** An amount of memory, which is sold in units of 1,024 and never shown in others: 192 GB is "192 GB" or "192 GiB". */
export function memoryText(valueGB: number, format = formatNumber): string {
  return `${format(valueGB)} ${engineUnit('GB')}`;
}

/** The capacity on a disk's label, which is decimal in every setting: "8,000 GB". */
export function diskLabel(capacityGB: number): string {
  return `${formatNumber(capacityGB)} GB`;
}

/** The same with what it is in binary units, where those are shown: "8,000 GB (7,450.58 GiB)". */
export function diskLabelInFull(capacityGB: number): string {
  const binary = `${formatNumber(capacityGB / decimals.GB)} ${iec('GB')}`;
  return writing().storageUnits === 'binary' ? `${diskLabel(capacityGB)} (${binary})` : diskLabel(capacityGB);
}

/** Whether a unit is one that the engine has storage in. */
export function isStorageUnit(unit: string): unit is StorageUnit {
  return Object.hasOwn(decimals, unit);
}

function iec(unit: StorageUnit): string {
  return unit.replace('B', 'iB');
}

import { exactNumber, formatFigure, formatPercent } from '../numbers/format.ts';
import {
  engineUnit,
  isStorageUnit,
  storageAmount,
  storageText,
  storageUnit,
  type StorageUnit,
} from '../numbers/storage.ts';
import type { Figure, Operand } from '../../planner/sizing/index.ts';

/** A value with its unit as the working writes it; small numbers keep the digits that count. */
export function valueText(operand: Operand): string {
  const { id = '', value } = operand;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (id.startsWith('cpuUtilization')) return formatPercent(value);
  const unit = unitText(operand);
  return unit === '1' || unit === '' ? formatFigure(value) : `${formatFigure(value)} ${unit}`;
}

/** What was reckoned in units of 1,024: "GB/year" is 2^30 bytes a year. Undefined for anything else, such as the label of a disk. */
function storageOf({
  unit,
  source = '',
}: Pick<Operand, 'unit' | 'source'>): { readonly unit: StorageUnit; readonly per: string } | undefined {
  const [, amount = '', per = ''] = /^([KMG]B)(\/(?:week|year)|)$/.exec(unit) ?? [];
  return isStorageUnit(amount) && !source.endsWith('/capacityGB') ? { unit: amount, per } : undefined;
}

function unitText(operand: Pick<Operand, 'unit' | 'source'>): string {
  const storage = storageOf(operand);
  return storage ? engineUnit(storage.unit) + storage.per : operand.unit;
}

/**
 * Where storage is shown in other units than a working is reckoned in: what those are, and what the figure comes to in the units shown.
 * "" where they are the same. A working keeps its own units, in which its formulas hold.
 */
export function reckonedIn(figures: readonly Figure[]): string {
  const [root] = figures;
  const isDecimal = storageUnit('GB') !== engineUnit('GB');
  if (!root || !isDecimal || !figures.some((figure) => [figure, ...figure.inputs].some((one) => storageOf(one))))
    return '';
  const storage = storageOf(root);
  const converted =
    storage && typeof root.value === 'number' && !/memory|cache/i.test(root.id)
      ? `${valueText({ ...root, name: '' })} are ${storageText(root.value, storage.unit)}${storage.per}`
      : `1 GiB is ${exactNumber(storageAmount(1, 'GB'))} GB`;
  return `Reckoned in GiB, MiB and KiB, as its formulas are: ${converted}.`;
}

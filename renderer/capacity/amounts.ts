import { formatNumber } from '../numbers/format.ts';
import { engineUnit, storageAmount, storageUnit } from '../numbers/storage.ts';
import type { Metric } from './metrics.ts';
import type { Use } from './rows.ts';

/** How much of a metric is used, of how much: "5,647 of 7,451 GB". */
export function amountsText(metric: Metric, { used, available }: Use): string {
  const [amount, unit] = writerOf(metric);
  return `${short(amount(used))} of ${short(amount(available))} ${unit}`;
}

function writerOf({ id, unit }: Metric): [amount: (value: number) => number, unit: string] {
  const asItIs = (value: number): number => value;
  if (id === 'disk') return [(value) => storageAmount(value, 'GB'), storageUnit('GB')];
  return [asItIs, id === 'memory' ? engineUnit('GB') : unit];
}

/** With a decimal only where the number is small. */
function short(value: number): string {
  return formatNumber(value < 100 ? Math.round(value * 10) / 10 : Math.round(value));
}

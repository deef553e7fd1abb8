import { formatNumber, formatPercent } from '../../../planner/design/format.ts';
import type { Value } from '../../../planner/sizing/figure.ts';

/** What a figure or an operand has in common. */
export interface Quantity {
  readonly value: Value;
  readonly unit: string;
}

const small = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** A value with its unit: "1,134.11 GB", "80 %", "true". */
export function quantity({ value, unit }: Quantity): string {
  return [amount({ value, unit }), unitText({ value, unit })].filter(Boolean).join(' ');
}

/** A value without its unit; a share as a percentage, and what two decimals would hide with three digits. */
export function amount({ value, unit }: Quantity): string {
  if (typeof value !== 'number') return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  if (unit === '1')
    return Number.isInteger(value) && value !== 0 && value !== 1 ? formatNumber(value) : formatPercent(value);
  return value !== 0 && Math.abs(value) < 1 ? small.format(value) : formatNumber(value);
}

/** The unit as people read it; a share has none. */
export function unitText({ value, unit }: Quantity): string {
  return typeof value === 'number' && unit !== '1' ? unit : '';
}

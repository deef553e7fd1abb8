import { formatNumber, formatPercent } from '../../planner/design/format.ts';
import type { Operand } from '../../planner/sizing/index.ts';

const small = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** A value with its unit as the working writes it; small numbers keep the digits that count. */
export function valueText({ id = '', value, unit }: Operand): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (id.startsWith('cpuUtilization')) return formatPercent(value);
  const number = value !== 0 && Math.abs(value) < 1 ? small.format(value) : formatNumber(value);
  return unit === '1' || unit === '' ? number : `${number} ${unit}`;
}

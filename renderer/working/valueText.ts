import { formatFigure, formatPercent } from '../numbers/format.ts';
import type { Operand } from '../../planner/sizing/index.ts';

/** A value with its unit as the working writes it; small numbers keep the digits that count. */
export function valueText({ id = '', value, unit }: Operand): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (id.startsWith('cpuUtilization')) return formatPercent(value);
  const number = formatFigure(value);
  return unit === '1' || unit === '' ? number : `${number} ${unit}`;
}

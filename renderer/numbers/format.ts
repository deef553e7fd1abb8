import * as plain from '../../planner/design/format.ts';
import { writing } from './chosen.svelte.ts';

const short = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** A number that the engine or the language has written, "1,234.5", as numbers are to be written on screen. */
export function asChosen(text: string): string {
  const { group, decimal } = writing().signs;
  if (group === ',' && decimal === '.') return text;
  return text.replace(/[,.]/g, (sign) => (sign === ',' ? group : decimal));
}

/** A number with thousands separators and at most two decimals. */
export function formatNumber(value: number): string {
  return asChosen(plain.formatNumber(value));
}

/** A count: "24,000". */
export function formatCount(value: number): string {
  return asChosen(plain.formatCount(value));
}

/** A fraction as a percentage with at most one decimal: 0.713 is "71.3 %". */
export function formatPercent(fraction: number): string {
  return asChosen(plain.formatPercent(fraction));
}

/** "1 server", "8 servers"; the plural is given where it is not the singular with an s. */
export function counted(count: number, singular: string, plural?: string): string {
  return plain.counted(count, singular, plural).replace(/^\S+/, asChosen);
}

/** As `formatNumber`, but numbers below 1 keep four digits that count. */
export function formatFigure(value: number): string {
  return value !== 0 && Math.abs(value) < 1 ? asChosen(short.format(value)) : formatNumber(value);
}

/** All of a number, as it is typed: "1234.5678". */
export function exactNumber(value: number): string {
  return asChosen(String(value));
}

/** All of a number, with thousands separators: "1,234.5678". */
export function exactGrouped(value: number): string {
  const [, whole, rest = ''] = /^(-?\d+)(\.\d+|)$/.exec(String(value)) ?? [];
  if (whole === undefined) return exactNumber(value);
  // eslint-disable-next-line security/detect-unsafe-regex -- groups of a fixed length; nothing to go back to.
  return asChosen(whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest);
}

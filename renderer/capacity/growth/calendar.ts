import { counted } from '../../numbers/format.ts';

/** A month of a year, "2026-11", as `<input type="month">` has it. */
export type Month = string;

const names = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The month in which one stands so many months after the first day of another: "March 2029". */
export function monthName(from: Month, months: number): string {
  return names.format(dateAfter(from, months));
}

/** The year in which it lies. */
export function yearOf(from: Month, months: number): number {
  return dateAfter(from, months).getUTCFullYear();
}

/** Months from the start to the first day of each year that begins within so many months. */
export function newYears(from: Month, within: number): number[] {
  const [, month = 1] = from.split('-').map(Number);
  const first = month === 1 ? 0 : 13 - month;
  return Array.from({ length: Math.max(0, Math.floor((within - first) / 12) + 1) }, (_, i) => first + 12 * i);
}

/** "2 years and 4 months". */
export function spanText(months: number): string {
  const whole = Math.floor(months);
  const [years, rest] = [Math.floor(whole / 12), whole % 12];
  const parts = [years > 0 && counted(years, 'year'), rest > 0 && counted(rest, 'month')].filter(Boolean);
  return parts.length > 0 ? parts.join(' and ') : 'less than a month';
}

export function isMonth(text: string): boolean {
  return /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text);
}

function dateAfter(from: Month, months: number): Date {
  const [year = 0, month = 1] = from.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + Math.floor(months), 1));
}

import { InvalidArgumentError } from 'commander';

/** Today's date where the program runs, YYYY-MM-DD. The only clock that is read. */
export function today(): string {
  const now = new Date();
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** A date given as an option. @throws InvalidArgumentError for what is no date */
export function dateOption(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const date = new Date(`${text}T00:00:00Z`);
  if (!isDate || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('It is not a date such as 2026-03-31.');
  }
  return text;
}

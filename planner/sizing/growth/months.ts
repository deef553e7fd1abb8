/** How far ahead is looked for the month in which something is full: fifty years. */
export const longestMonths = 600;

/** How many times the mailboxes there are after so many months, when each year has a fraction more than the one before. */
export function mailboxFactor(months: number, perYear: number): number {
  return (1 + perYear) ** (months / 12);
}

/** The month in which something begins that then lasts, to a day; undefined where it does not begin in `longestMonths`. */
export function firstMonth(holds: (months: number) => boolean): number | undefined {
  if (holds(0)) return 0;
  if (!holds(longestMonths)) return undefined;
  let [before, after] = [0, longestMonths];
  while (after - before > 1 / 30) {
    const middle = (before + after) / 2;
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

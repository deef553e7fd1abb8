const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const oneDecimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A number as people read it: thousands separators, at most two decimals; the same everywhere. */
export function formatNumber(value: number): string {
  return fine.format(value);
}

/** A count: "24,000". */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** A fraction as a percentage with at most one decimal: 0.713 is "71.3 %". */
export function formatPercent(fraction: number): string {
  return `${oneDecimal.format(fraction * 100)} %`;
}

/** "1 server", "8 servers"; the plural is given where it is not the singular with an s. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

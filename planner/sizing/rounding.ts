/** Rounds up, forgiving the last bits that decimal fractions lose in binary. */
export function roundUp(value: number): number {
  if (Number.isInteger(value)) return value;
  const lost = Math.max(1e-9, 8 * Number.EPSILON * Math.abs(value));
  return Math.ceil(value - lost) + 0; // no −0
}

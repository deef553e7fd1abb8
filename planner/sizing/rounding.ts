/** Rounds up, forgiving the last bits that decimal fractions lose in binary. */
export function roundUp(value: number): number {
  return Math.ceil(value - 1e-9 * Math.max(1, Math.abs(value))) + 0; // no −0
}

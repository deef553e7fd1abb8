import type { Database, DatabaseCopy } from '../design/types.ts';
import type { PlacedDatabase } from '../design/index.ts';
import type { Pointer } from '../design/pointer.ts';

const lags = ['replayLagHours', 'truncationLagHours'] as const satisfies readonly (keyof DatabaseCopy)[];

/** Replay lag and truncation lag together of the copy that keeps logs longest, days; undefined where a lag is not stated. */
export function longestLagDays({ copies = [] }: Database): number | undefined {
  let longest = 0;
  for (const { replayLagHours, truncationLagHours } of copies) {
    if (replayLagHours === undefined || truncationLagHours === undefined) return undefined;
    longest = Math.max(longest, replayLagHours + truncationLagHours);
  }
  return longest / 24;
}

/** The lags that the copies of a database do not state. */
export function missingLags({ copies }: PlacedDatabase): Pointer[] {
  const missing: Pointer[] = [];
  for (const { value, path } of copies)
    for (const lag of lags) if (value[lag] === undefined) missing.push(`${path}/${lag}`);
  return missing;
}

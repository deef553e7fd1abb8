/** MB in an hour to Mbit/s. */
const mbpsPerMBAnHour = 8 / 3600;

/** A day's logs, spread over its hours evenly. */
export const evenly: readonly number[] = new Array<number>(24).fill(1 / 24);

/**
 * The largest share of a day's logs that an hour has, averaged over so many hours on end, wrapping round midnight (facts A9). An objective
 * of no hours counts as one.
 */
export function busiestShare(hourlyShare: readonly number[], hours: number): number {
  const run = Math.max(1, Math.round(hours));
  let busiest = 0;
  for (let first = 0; first < hourlyShare.length; first++) {
    let sum = 0;
    for (let i = 0; i < Math.min(run, maximumRun); i++) sum += hourlyShare[(first + i) % hourlyShare.length] ?? 0;
    busiest = Math.max(busiest, sum / Math.min(run, maximumRun));
  }
  return busiest;
}

/** Mbit/s that carry so many logs of 1 MB in an hour (facts A9). */
export function logMbps(logsPerHour: number): number {
  return logsPerHour * mbpsPerMBAnHour;
}

/** A week; a longer run averages to the same. */
const maximumRun = 168;

/** What a link has to carry and can, by UTC hour. */
export interface QueueInput {
  /** What may wait, Mbit/s. */
  readonly hourlyMbps: readonly number[];
  /** What may not, Mbit/s. */
  readonly otherMbps: readonly number[];
  readonly availableMbps: number;
}

/** What waits at some time, Mbit. */
export interface QueuePoint {
  /** Hours since the start. */
  readonly hour: number;
  readonly waiting: number;
}

export interface QueueRun {
  readonly curve: readonly QueuePoint[];
  /** Hours from the end of the outage until nothing waits; null where that takes more than a year. */
  readonly catchUpHours: number | null;
}

const secondsPerHour = 3600;
/** A leap year. No outage is longer, and what takes longer to catch up is called never. */
export const longestHours = 366 * 24;

/**
 * What waits for a link that is down for some hours, and until when. Within an hour rates stay the same, so that what waits rises and falls
 * in straight lines (facts E2.11, hour by hour).
 * @param startHour the UTC hour at whose beginning the link goes down
 */
export function runQueue(input: QueueInput, startHour: number, outageHours: number): QueueRun {
  const curve: QueuePoint[] = [{ hour: 0, waiting: 0 }];
  let time = 0;
  let waiting = 0;
  // A queue that does not shrink in a day is empty in the first, or never.
  const last = outageHours + (dailyGrowth(input) < 0 ? longestHours : 48);
  while (time < last) {
    const isDown = time < outageHours;
    if (!isDown && waiting <= 0) return { curve, catchUpHours: time - outageHours };
    const end = Math.min(Math.floor(time) + 1, isDown ? outageHours : Infinity);
    const perHour = growth(input, (startHour + Math.floor(time)) % 24, isDown) * secondsPerHour;
    const next = waiting + perHour * (end - time);
    if (!isDown && next <= 0) {
      time += waiting / -perHour;
      waiting = 0;
    } else {
      time = end;
      waiting = next;
    }
    curve.push({ hour: time, waiting });
  }
  return { curve, catchUpHours: null };
}

/** The UTC hour from which on most is generated in so many hours. */
export function busiestStart(hourly: readonly number[], hours: number): number {
  const amounts = hourly.map((_, start) => {
    let sum = 0;
    for (let passed = 0; passed < hours % 24; passed++)
      sum += (hourly[(start + passed) % 24] ?? 0) * Math.min(1, (hours % 24) - passed);
    return sum;
  });
  return amounts.indexOf(Math.max(...amounts));
}

/** Hours from a start until so much is generated; null where nothing is. */
export function hoursUntil(amount: number, hourly: readonly number[], startHour: number): number | null {
  const daily = hourly.reduce((sum, one) => sum + one, 0);
  if (daily <= 0) return null;
  const days = Math.floor(amount / daily);
  let left = amount - days * daily;
  for (let hour = 0; hour < 24; hour++) {
    const rate = hourly[(startHour + hour) % 24] ?? 0;
    if (left <= rate) return days * 24 + hour + (rate === 0 ? 0 : left / rate);
    left -= rate;
  }
  return (days + 1) * 24;
}

function dailyGrowth(input: QueueInput): number {
  return input.hourlyMbps.reduce((sum, _, hour) => sum + growth(input, hour, false), 0);
}

/** Mbit/s by which what waits grows; below 0 it shrinks. */
function growth({ hourlyMbps, otherMbps, availableMbps }: QueueInput, hour: number, isDown: boolean): number {
  const load = hourlyMbps[hour] ?? 0;
  return isDown ? load : load - Math.max(0, availableMbps - (otherMbps[hour] ?? 0));
}

import { longestHours } from './queue.ts';

/** Something that several seedings share evenly: a source, a link, a network adapter. */
export interface SeedLimit {
  readonly of: string;
  /** What it gives in a UTC hour, MB/s. */
  readonly MBps: (hour: number) => number;
}

export interface SeedTask {
  readonly sizeMB: number;
  readonly limits: readonly SeedLimit[];
  /** The task that has to be done before. */
  readonly waitsFor: number | undefined;
}

export interface SeedCurvePoint {
  readonly hours: number;
  readonly leftGB: number;
}

export interface SeedRun {
  /** By task; null where it is never done. */
  readonly doneHours: readonly (number | null)[];
  readonly curve: readonly SeedCurvePoint[];
}

const secondsPerHour = 3600;
const hoursOfDay = 24;
/** MB that rounding leaves of a database. */
const nothing = 1e-6;

/**
 * All tasks at once, each as fast as the tightest of its limits when those who share it have the same part of it. Rates change when one is
 * done and at every full hour; whole days in which none is done are taken in one step.
 */
export function runSeeding(tasks: readonly SeedTask[]): SeedRun {
  const left = tasks.map(({ sizeMB }) => sizeMB);
  const doneHours = tasks.map((): number | null => null);
  const curve: SeedCurvePoint[] = [];
  let time = 0;
  let idleSince = 0;
  let nextSkip = 0;
  for (;;) {
    curve.push({ hours: time, leftGB: left.reduce((sum, one) => sum + one, 0) / 1024 });
    const open = tasks.flatMap((task, i) => {
      const isReady = task.waitsFor === undefined || doneHours[task.waitsFor] !== null;
      return doneHours[i] === null && isReady ? [{ task, i }] : [];
    });
    if (open.length === 0 || time - idleSince > hoursOfDay || time >= longestHours) return { doneHours, curve };
    const waiting = open.map(({ task }) => task);
    if (Number.isInteger(time) && time >= nextSkip) {
      nextSkip = time + hoursOfDay;
      const daily = dailyAmounts(waiting);
      const days = Math.min(
        Math.floor((longestHours - time) / hoursOfDay),
        ...open.map(({ i }, o) => (daily[o] ? Math.ceil((left[i] ?? 0) / daily[o]) - 1 : Infinity)),
      );
      if (days > 0 && daily.some((amount) => amount > 0)) {
        open.forEach(({ i }, o) => (left[i] = (left[i] ?? 0) - days * (daily[o] ?? 0)));
        time += days * hoursOfDay;
        idleSince = time;
        nextSkip = time + hoursOfDay;
        continue;
      }
    }
    const rates = ratesOf(waiting, Math.floor(time) % hoursOfDay);
    const step = Math.min(
      Math.floor(time) + 1 - time,
      ...open.map(({ i }, o) => (rates[o] ? (left[i] ?? 0) / rates[o] : Infinity)),
    );
    if (rates.some((rate) => rate > 0)) idleSince = time + step;
    time += step;
    open.forEach(({ i }, o) => {
      left[i] = Math.max(0, (left[i] ?? 0) - (rates[o] ?? 0) * step);
      if (left[i] > nothing) return;
      left[i] = 0;
      doneHours[i] = time;
    });
  }
}

/** MB in a whole day in which nothing is done. */
function dailyAmounts(tasks: readonly SeedTask[]): number[] {
  const daily = tasks.map(() => 0);
  for (let hour = 0; hour < hoursOfDay; hour++)
    ratesOf(tasks, hour).forEach((rate, o) => (daily[o] = (daily[o] ?? 0) + rate));
  return daily;
}

/** MB in an hour. */
function ratesOf(tasks: readonly SeedTask[], hour: number): number[] {
  const sharing = new Map<string, number>();
  for (const { limits } of tasks) for (const { of } of limits) sharing.set(of, (sharing.get(of) ?? 0) + 1);
  return tasks.map(
    ({ limits }) => Math.min(...limits.map(({ of, MBps }) => MBps(hour) / (sharing.get(of) ?? 1))) * secondsPerHour,
  );
}

import { sizingCatalog } from './catalog.ts';
import type { SizingOptions } from './options.ts';

/** How much more logs a message of this size writes than one of 75 KB, to the nearest tenth (facts A6). */
export function messageSizeFactor(averageMessageKB: number): number {
  return Math.round((averageMessageKB / sizingCatalog.mailbox.messageSizeKBPerLog) * 10) / 10;
}

/** Transaction logs of 1 MB that a mailbox writes in a day (facts A1, A6). */
export function logsPerMailboxDay(messagesPerDay: number, averageMessageKB: number): number {
  return messagesPerDay * sizingCatalog.mailbox.logsPerMessage * messageSizeFactor(averageMessageKB);
}

/** How a backup decides which logs are kept. */
export interface LogRetention {
  readonly leastDays: number;
  /** Days kept for each day that truncation may fail. */
  readonly perToleranceDay: number;
}

/**
 * What the backup asks of the logs: a daily differential on a weekly full keeps a week, and a week for each day of tolerance; any other
 * VSS backup keeps the time between two full ones where restores have no volume of their own (facts A6).
 */
export function logRetention(
  options: Pick<SizingOptions, 'backup' | 'backupFrequency' | 'restoreVolume'>,
): LogRetention {
  const { weeklyFullDays, twiceMonthlyFullDays, differentialPerToleranceDays } = sizingCatalog.logs;
  const { backup, backupFrequency, restoreVolume } = options;
  if (backup === 'native') return { leastDays: 1, perToleranceDay: 1 };
  if (backupFrequency === 'weeklyFullDailyDifferential') {
    return { leastDays: weeklyFullDays, perToleranceDay: differentialPerToleranceDays };
  }
  const betweenFulls = {
    dailyFull: 1,
    weeklyFullDailyIncremental: weeklyFullDays,
    twiceMonthlyFullDailyIncremental: twiceMonthlyFullDays,
  };
  return { leastDays: restoreVolume ? 1 : betweenFulls[backupFrequency], perToleranceDay: 1 };
}

/**
 * Days of logs that a disk keeps: the largest of what the backup asks for, the truncation tolerance, the outage of the network and the
 * lag (facts A6). Microsoft's storage page adds the tolerance to the lag instead (facts A4.21); `logToleranceBeyondLag` chooses that.
 * @param lagDays replay lag and truncation lag together
 */
export function logRetentionDays(
  options: Pick<
    SizingOptions,
    | 'backup'
    | 'backupFrequency'
    | 'restoreVolume'
    | 'logTruncationToleranceDays'
    | 'networkOutageToleranceDays'
    | 'logToleranceBeyondLag'
  >,
  lagDays: number,
): number {
  const { leastDays, perToleranceDay } = logRetention(options);
  const tolerance = options.logTruncationToleranceDays * perToleranceDay;
  const lag = options.logToleranceBeyondLag ? lagDays + tolerance : lagDays;
  return Math.max(leastDays, tolerance, options.networkOutageToleranceDays, lag);
}

/** Room for logs on every copy of a database, GB: the retained days and a week of mailbox moves (facts A6). */
export function logSpaceGB(logsPerDay: number, retentionDays: number, moveLogsPerWeek: number): number {
  return (logsPerDay * retentionDays + moveLogsPerWeek) / 1024;
}

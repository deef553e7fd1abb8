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

/**
 * Days of logs that a disk keeps under native data protection: the largest of the truncation tolerance, the outage of
 * the network and the lag, at least one day (facts A6). Microsoft's storage page adds the tolerance to the lag
 * instead (facts A4.21); `logToleranceBeyondLag` chooses that.
 * @param lagDays replay lag and truncation lag together
 */
export function logRetentionDays(
  options: Pick<SizingOptions, 'logTruncationToleranceDays' | 'networkOutageToleranceDays' | 'logToleranceBeyondLag'>,
  lagDays: number,
): number {
  const { logTruncationToleranceDays: tolerance, networkOutageToleranceDays: outage } = options;
  const lag = options.logToleranceBeyondLag ? lagDays + tolerance : lagDays;
  return Math.max(tolerance, outage, lag, 1);
}

/** Room for logs on every copy of a database, GB: the retained days and a week of mailbox moves (facts A6). */
export function logSpaceGB(logsPerDay: number, retentionDays: number, moveLogsPerWeek: number): number {
  return (logsPerDay * retentionDays + moveLogsPerWeek) / 1024;
}

import { sizingCatalog } from './catalog.ts';
import { roundUp } from './rounding.ts';

/** What the size of a mailbox depends on. */
export interface MailboxProfile {
  readonly messagesPerDay: number;
  readonly averageMessageKB: number;
  readonly quotaMB: number;
  readonly archiveQuotaMB: number;
  readonly deletedItemRetentionDays: number;
  readonly singleItemRecovery: boolean;
  readonly calendarVersioning: boolean;
}

/** Whitespace that a mailbox keeps in its database: one day's messages, MB (facts A5). */
export function whitespaceMB(messagesPerDay: number, averageMessageKB: number): number {
  return (messagesPerDay * averageMessageKB) / 1024;
}

/**
 * Recoverable items of a mailbox or archive, MB: the messages of the retention time, and a share of the quota each for
 * single item recovery and calendar versions, up to Exchange's recoverable items quota (facts A5).
 */
export function recoverableItemsMB(profile: MailboxProfile, quotaMB: number): number {
  const { singleItemRecoveryFraction, calendarVersioningFraction, recoverableItemsQuotaMB } = sizingCatalog.mailbox;
  const retained =
    whitespaceMB(profile.messagesPerDay, profile.averageMessageKB) * profile.deletedItemRetentionDays +
    (profile.singleItemRecovery ? quotaMB * singleItemRecoveryFraction : 0) +
    (profile.calendarVersioning ? quotaMB * calendarVersioningFraction : 0);
  return Math.min(retained, recoverableItemsQuotaMB);
}

/** Size of a full mailbox on disk with its archive, MB, rounded up (facts A5). */
export function mailboxSizeOnDiskMB(profile: MailboxProfile): number {
  const onDisk = (quotaMB: number): number =>
    quotaMB + whitespaceMB(profile.messagesPerDay, profile.averageMessageKB) + recoverableItemsMB(profile, quotaMB);
  const archive = profile.archiveQuotaMB > 0 ? onDisk(profile.archiveQuotaMB) : 0;
  return roundUp(onDisk(profile.quotaMB) + archive);
}

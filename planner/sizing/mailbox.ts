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

/** Shares of the quota that single item recovery and calendar versions take (facts A5). */
export function recoverableShares(profile: Pick<MailboxProfile, 'singleItemRecovery' | 'calendarVersioning'>): {
  readonly singleItemRecovery: number;
  readonly calendarVersions: number;
} {
  const { singleItemRecoveryFraction, calendarVersioningFraction } = sizingCatalog.mailbox;
  return {
    singleItemRecovery: profile.singleItemRecovery ? singleItemRecoveryFraction : 0,
    calendarVersions: profile.calendarVersioning ? calendarVersioningFraction : 0,
  };
}

/**
 * Recoverable items of a mailbox or archive, MB: the messages of the retention time, and a share of the quota each for
 * single item recovery and calendar versions, up to Exchange's recoverable items quota (facts A5).
 */
export function recoverableItemsMB(profile: MailboxProfile, quotaMB: number): number {
  const shares = recoverableShares(profile);
  const retained =
    whitespaceMB(profile.messagesPerDay, profile.averageMessageKB) * profile.deletedItemRetentionDays +
    quotaMB * shares.singleItemRecovery +
    quotaMB * shares.calendarVersions;
  return Math.min(retained, sizingCatalog.mailbox.recoverableItemsQuotaMB);
}

/** What a mailbox or archive takes beyond its quota, MB: whitespace and recoverable items (facts A5). */
export function overheadMB(profile: MailboxProfile, quotaMB: number): number {
  return whitespaceMB(profile.messagesPerDay, profile.averageMessageKB) + recoverableItemsMB(profile, quotaMB);
}

/** Size of a full mailbox on disk with its archive, MB, rounded up (facts A5). */
export function mailboxSizeOnDiskMB(profile: MailboxProfile): number {
  const { quotaMB, archiveQuotaMB } = profile;
  const archive = archiveQuotaMB > 0 ? archiveQuotaMB + overheadMB(profile, archiveQuotaMB) : 0;
  return roundUp(quotaMB + overheadMB(profile, quotaMB) + archive);
}

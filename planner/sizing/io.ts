import { sizingCatalog } from './catalog.ts';

/** Random I/O of a mailbox, IOPS (facts A1), times its third-party factor. */
export function iopsPerMailbox(messagesPerDay: number, factor: number): number {
  return messagesPerDay * sizingCatalog.mailbox.iopsPerMessage * factor;
}

/** Peak random I/O of one copy of a database, IOPS; passive copies count like the active one (facts A7). */
export function peakIOPS(mailboxIOPS: number, additionalIOPS: number, ioOverheadFraction: number): number {
  return (mailboxIOPS + additionalIOPS) * (1 + ioOverheadFraction);
}

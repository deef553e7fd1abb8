import { sizingCatalog } from './catalog.ts';

/** Random I/O of a mailbox, IOPS (facts A1), times its third-party factor and the extra reads of desktop search. */
export function iopsPerMailbox(messagesPerDay: number, factor: number, searchReadFactor = 1): number {
  const { iopsPerMessage, readFraction } = sizingCatalog.mailbox;
  const reads = readFraction.find(({ upToMessages }) => messagesPerDay <= upToMessages)?.fraction ?? 0;
  return messagesPerDay * iopsPerMessage * factor * (1 - reads + reads * searchReadFactor);
}

/** How many times the reads desktop search in online mode causes: by mailbox size, to the nearest half (facts A7). */
export function desktopSearchReadFactor(mailboxMB: number): number {
  const { fromMB, readFactorMB } = sizingCatalog.mailbox.desktopSearch;
  return mailboxMB < fromMB ? 1 : Math.round((mailboxMB / readFactorMB) * 2) / 2;
}

/** Peak random I/O of one copy of a database, IOPS; passive copies count like the active one (facts A7). */
export function peakIOPS(mailboxIOPS: number, additionalIOPS: number, ioOverheadFraction: number): number {
  return (mailboxIOPS + additionalIOPS) * (1 + ioOverheadFraction);
}

import { sizingCatalog } from './catalog.ts';

/** Reads as a share of a mailbox's random I/O (facts A7). @param replicated whether databases have several copies */
export function readFraction(messagesPerDay: number, replicated: boolean): number {
  const row = sizingCatalog.mailbox.readFraction.find(({ upToMessages }) => messagesPerDay <= upToMessages);
  return (replicated ? row?.replicated : row?.alone) ?? 0;
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

import { megacycleTable, sizingCatalog, type ExchangeVersion } from './catalog.ts';

/** Megacycles that one mailbox costs on the baseline processor, as published or from the slope of what is published. */
export interface Megacycles {
  /** Where the mailbox's database is active, client access included where it runs on the mailbox servers. */
  readonly active: number;
  /** The part of `active` that client access takes. */
  readonly clientAccess: number;
  /** On each server with a passive copy. */
  readonly passive: number;
}

/**
 * Megacycles per mailbox for a message profile: the published table where it has a row, else its
 * slope (facts A1).
 * @param multiRole whether client access runs on the mailbox servers
 */
export function megacyclesPerMailbox(version: ExchangeVersion, messagesPerDay: number, multiRole = true): Megacycles {
  const table = megacycleTable(version);
  const row = table.profiles.find((profile) => profile.messagesPerDay === messagesPerDay);
  const stated = row?.active ?? messagesPerDay * table.activePerMessage;
  const passive = row?.passive ?? messagesPerDay * table.passivePerMessage;
  const ratio = table.clientAccessRatio;
  const mailboxRole = table.clientAccessIncluded ? stated / (1 + ratio) : stated;
  const clientAccess = multiRole ? mailboxRole * ratio : 0;
  const active = multiRole && table.clientAccessIncluded ? stated : mailboxRole + clientAccess;
  return { active, clientAccess, passive };
}

/** A tier's factor when only a share of its mailboxes has it (facts A2). */
export function blendedFactor(factor: number, share: number): number {
  return share * factor + (1 - share);
}

/** Megacycles a server has: from its SPECint_rate2006 result, else the baseline's per core (facts A2). */
export function availableMegacycles(cores: number, specIntRate2006: number | undefined): number {
  const { specIntRate2006PerCore, megacyclesPerCore } = sizingCatalog.baselineProcessor;
  const result = specIntRate2006 ?? cores * specIntRate2006PerCore;
  return (result * megacyclesPerCore) / specIntRate2006PerCore;
}

/**
 * Global catalog cores for a datacenter: one for every eight mailbox cores' worth of active load (facts A2).
 * @param activeMegacycles mailbox-role megacycles of all mailboxes when they are active, without client access
 */
export function globalCatalogCores(activeMegacycles: number, megacyclesPerCore: number): number {
  return Math.ceil(activeMegacycles / megacyclesPerCore / sizingCatalog.directory.mailboxCoresPerGlobalCatalogCore);
}

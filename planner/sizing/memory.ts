import { sizingCatalog, type ExchangeVersion } from './catalog.ts';
import { roundUp } from './rounding.ts';

/** What a server's memory depends on in one failure. */
export interface MemoryLoad {
  readonly version: ExchangeVersion;
  readonly copies: number;
  readonly cores: number;
  /** Database cache that the active mailboxes want, MB. */
  readonly cacheMB: number;
  /** Client access megacycles ÷ available megacycles; undefined where no SPECint_rate2006 figure is stated. */
  readonly clientAccessUtilization: number | undefined;
}

/** What makes up the memory that a server needs, GB. */
export interface MemoryNeed {
  readonly neededGB: number;
  readonly cacheGB: number;
  readonly clientAccessGB: number;
  /** The least that so many copies and the Exchange version ask for. */
  readonly minimumGB: number;
}

/** Database cache of a server, GB, rounded up (facts A4). */
export function cacheGB(cacheMB: number): number {
  return roundUp(cacheMB / 1024);
}

/** Least memory of a server, GB: by its Exchange version (facts A3) and the copies it hosts (facts A4). */
export function minimumMemoryGB(version: ExchangeVersion, copies: number): number {
  const rows = sizingCatalog.memory.minimumByCopies;
  const byCopies = (rows.find((row) => copies <= row.copies) ?? rows.at(-1))?.memoryGB ?? 0;
  return Math.max(byCopies, sizingCatalog.versions[version].minimumMemoryGB);
}

/** Memory that client access takes, GB: from its share of the processors, else a fixed share (facts A4). */
export function clientAccessMemoryGB(cores: number, utilization: number | undefined): number {
  const { clientAccessBaseGB, clientAccessGBPerCore, clientAccessUtilization } = sizingCatalog.memory;
  if (utilization === undefined) return clientAccessBaseGB + cores * clientAccessGBPerCore * clientAccessUtilization;
  return Math.round(clientAccessBaseGB + utilization * cores * clientAccessGBPerCore);
}

/**
 * Memory that a server needs: the cache takes a quarter of it, client access comes on top, and the copies and the
 * Exchange version ask for a minimum (facts A3, A4). The search part of the calculator is left out: it is never added above about 9.4 GB.
 */
export function neededMemoryGB(minimumGB: number, cacheGB: number, clientAccessGB: number): number {
  return Math.max(minimumGB, cacheGB / sizingCatalog.memory.cacheFraction + clientAccessGB);
}

/** The memory that a server needs, with what makes it up. */
export function memoryNeed({ version, copies, cores, cacheMB, clientAccessUtilization }: MemoryLoad): MemoryNeed {
  const cache = cacheGB(cacheMB);
  const clientAccess = clientAccessMemoryGB(cores, clientAccessUtilization);
  const minimum = minimumMemoryGB(version, copies);
  return {
    neededGB: neededMemoryGB(minimum, cache, clientAccess),
    cacheGB: cache,
    clientAccessGB: clientAccess,
    minimumGB: minimum,
  };
}

/** The memory that a server needs with so many times the mailboxes; sizes between those that are rounded to, so that it grows evenly. */
export function grownMemoryGB({ minimumGB, cacheGB: cache, clientAccessGB }: MemoryNeed, factor: number): number {
  const { clientAccessBaseGB } = sizingCatalog.memory;
  const clientAccess = clientAccessBaseGB + (clientAccessGB - clientAccessBaseGB) * factor;
  return neededMemoryGB(minimumGB, cache * factor, clientAccess);
}

/** The step in which memory of about this size is on sale, GB (facts A4). */
export function memoryStepGB(neededGB: number): number {
  return sizingCatalog.memory.steps.find(({ fromGB }) => neededGB >= fromGB)?.stepGB ?? 1;
}

/** The next memory size that can be bought, GB (facts A4). */
export function purchasableMemoryGB(neededGB: number): number {
  const step = memoryStepGB(neededGB);
  return Math.max(sizingCatalog.memory.smallestGB, roundUp(neededGB / step) * step);
}

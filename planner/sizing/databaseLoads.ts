import { indexDesign, type Placed } from '../design/index.ts';
import { perDag } from '../design/perDag.ts';
import { pointer, type Pointer } from '../design/pointer.ts';
import type { Dag, Database, Design, MailboxTier, Sizing } from '../design/types.ts';
import type { ExchangeVersion } from './catalog.ts';
import { definition, Fields } from './fields.ts';
import { given } from './figure.ts';
import { peakIOPS } from './io.ts';
import { longestLagDays } from './lag.ts';
import { logRetentionDays, logSpaceGB } from './logs.ts';
import { sizingOptions, type SizingOptions } from './options.ts';
import { tierContext } from './tier/context.ts';
import { cachePerMailbox, iopsPerMailbox, logsPerMailbox } from './tier/load.ts';
import { activeMegacycles, clientAccessMegacycles, passiveMegacycles } from './tier/megacycles.ts';
import { tierScope } from './tier/scope.ts';
import { mailboxSizeOnDisk } from './tier/size.ts';

/** What one mailbox of a tier costs. */
export interface TierLoad {
  readonly sizeOnDiskMB: number;
  readonly logsPerDay: number;
  readonly iops: number;
  readonly cacheMB: number;
  readonly activeMegacycles: number;
  readonly clientAccessMegacycles: number;
  readonly passiveMegacycles: number;
}

/** What one database costs, its mailboxes together. Sizes in GB of 2^30 bytes. */
export interface DatabaseLoad {
  readonly database: string;
  readonly mailboxes: number;
  readonly sizeGB: number;
  readonly logsPerDay: number;
  readonly moveLogsPerWeek: number;
  /** Absent where a copy does not state its lag. */
  readonly logsGB?: number;
  /** Peak random I/O of each copy. */
  readonly iops: number;
  readonly cacheMB: number;
  readonly activeMegacycles: number;
  readonly clientAccessMegacycles: number;
  readonly passiveMegacycles: number;
}

/** The loads that could be computed, and for the others the fields that are not stated. */
export interface DatabaseLoads {
  readonly loads: ReadonlyMap<string, DatabaseLoad>;
  readonly notStated: ReadonlyMap<string, readonly Pointer[]>;
}

const cache = new WeakMap<Design, DatabaseLoads>();

/** The load of every database of a design by name; computed once per design object. */
export function databaseLoads(design: Design): DatabaseLoads {
  let loads = cache.get(design);
  if (!loads) cache.set(design, (loads = joined((design.dags ?? []).map((dag) => databaseLoadsIn(design, dag)))));
  return loads;
}

function joined(parts: readonly DatabaseLoads[]): DatabaseLoads {
  return {
    loads: new Map(parts.flatMap(({ loads }) => [...loads])),
    notStated: new Map(parts.flatMap(({ notStated }) => [...notStated])),
  };
}

/** The load of every database of one DAG by name; after an edit only those of the DAG that it touched are computed anew. */
export const databaseLoadsIn = perDag(computeLoads);

/** Size of every database, GB of 2^30 bytes, by name; those that cannot be computed are left out. */
export function databaseSizes(design: Design): ReadonlyMap<string, number> {
  return new Map([...databaseLoads(design).loads].map(([name, { sizeGB }]) => [name, sizeGB]));
}

/** What one mailbox of a tier costs, or the fields of the tier that are not stated. */
export function tierLoad(
  stated: MailboxTier,
  options: Sizing,
  version: ExchangeVersion,
  { multiRole = true, replicated = true } = {},
): TierLoad | readonly string[] {
  const missing = (['messagesPerDay', 'quotaMB'] as const).filter((field) => stated[field] === undefined);
  if (missing.length > 0) return missing;
  const tier = tierScope(
    { value: stated, path: '' },
    {
      sizing: new Fields(definition('sizing'), '/sizing', options),
      version: () => given(version, '', ''),
      multiRole,
      replicated,
    },
  );
  return {
    sizeOnDiskMB: mailboxSizeOnDisk(tier).value,
    logsPerDay: logsPerMailbox(tier).value,
    iops: iopsPerMailbox(tier).value,
    cacheMB: cachePerMailbox(tier).value,
    activeMegacycles: activeMegacycles(tier).value,
    clientAccessMegacycles: clientAccessMegacycles(tier).value,
    passiveMegacycles: passiveMegacycles(tier).value,
  };
}

function computeLoads(design: Design, dag: Dag): DatabaseLoads {
  const index = indexDesign(design);
  const options = sizingOptions(design);
  const version = design.exchange?.version ?? '2016';
  const context = tierContext(design);
  const tiers = new Map(
    [...index.tiers].map(([name, tier]) => [name, { tier, load: tierLoad(tier.value, options, version, context) }]),
  );
  const loads = new Map<string, DatabaseLoad>();
  const notStated = new Map<string, Pointer[]>();
  for (const { name } of dag.databases ?? []) {
    const placed = index.databases.get(name);
    if (!placed) continue;
    const { value: database, path } = placed;
    if (database.mailboxes === undefined) {
      notStated.set(database.name, [`${path}/mailboxes`]);
      continue;
    }
    const known: { count: number; load: TierLoad }[] = [];
    const missing: Pointer[] = [];
    for (const [name, count = 0] of Object.entries(database.mailboxes)) {
      const entry = tiers.get(name);
      if (!entry) missing.push(`${path}/mailboxes`);
      else if (isMissing(entry.load)) missing.push(...tierPaths(entry.tier, entry.load));
      else known.push({ count, load: entry.load });
    }
    if (missing.length > 0) notStated.set(database.name, missing);
    else loads.set(database.name, sumLoad(database, known, options, dag.databases?.length ?? 1));
  }
  return { loads, notStated };
}

function isMissing(load: TierLoad | readonly string[]): load is readonly string[] {
  return Array.isArray(load);
}

function tierPaths(tier: Placed<MailboxTier>, fields: readonly string[]): Pointer[] {
  return fields.map((field) => tier.path + pointer(field));
}

function sumLoad(
  database: Database,
  tiers: readonly { readonly count: number; readonly load: TierLoad }[],
  options: SizingOptions,
  databasesOfDag: number,
): DatabaseLoad {
  let mailboxes = 0;
  let contentMB = 0;
  let logs = 0;
  let iops = 0;
  let cacheMB = 0;
  let activeMegacycles = 0;
  let clientAccessMegacycles = 0;
  let passiveMegacycles = 0;
  for (const { count, load } of tiers) {
    mailboxes += count;
    contentMB += count * load.sizeOnDiskMB;
    logs += count * load.logsPerDay;
    iops += count * load.iops;
    cacheMB += count * load.cacheMB;
    activeMegacycles += count * load.activeMegacycles;
    clientAccessMegacycles += count * load.clientAccessMegacycles;
    passiveMegacycles += count * load.passiveMegacycles;
  }
  const overhead = 1 + options.dataOverheadFraction;
  const logsPerDay = logs * overhead;
  const moveLogsPerWeek = contentMB * options.mailboxMovesPerWeekFraction * overhead;
  const lagDays = longestLagDays(database);
  return {
    database: database.name,
    mailboxes,
    sizeGB: (contentMB / 1024) * overhead,
    logsPerDay,
    moveLogsPerWeek,
    ...(lagDays !== undefined && {
      logsGB: logSpaceGB(logsPerDay, logRetentionDays(options, lagDays), moveLogsPerWeek),
    }),
    iops: peakIOPS(iops, options.additionalIOPS / databasesOfDag, options.ioOverheadFraction),
    cacheMB,
    activeMegacycles,
    clientAccessMegacycles,
    passiveMegacycles,
  };
}

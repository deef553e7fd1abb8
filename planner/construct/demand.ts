import { tierLoad, type TierLoad } from '../sizing/databaseLoads.ts';
import type { Tier } from '../sizing/options.ts';
import { roundUp } from '../sizing/rounding.ts';
import type { CompleteRequirements } from './requirements.ts';

/** All mailboxes together, growth included, as if in one database. */
export type Demand = TierLoad & { readonly mailboxes: number };

/** Mailboxes of a tier to plan for. */
export function plannedMailboxes(tier: { readonly mailboxes?: number; readonly growthFraction: number }): number {
  return roundUp((tier.mailboxes ?? 0) * (1 + tier.growthFraction));
}

/**
 * The planned mailboxes of a tier in one of so many databases. They are whole; what is left over spreads evenly.
 * @param index the database's place among all databases of the design, from 0
 */
export function mailboxesIn(tier: Tier, databases: number, index: number): number {
  const planned = plannedMailboxes(tier);
  return Math.ceil(((index + 1) * planned) / databases) - Math.ceil((index * planned) / databases);
}

/** The demand of all mailboxes. */
export function totalDemand(requirements: CompleteRequirements): Demand {
  return sumDemand(tierLoads(requirements), plannedMailboxes);
}

/** More than so many databases together need: as if each held as many mailboxes of every tier as the fullest one does. */
export function highestDemand(requirements: CompleteRequirements, databases: number): Demand {
  return sumDemand(tierLoads(requirements), (tier) => Math.ceil(plannedMailboxes(tier) / databases) * databases);
}

/** The demand of each database by its place among all databases of the design, from 0. */
export function databaseDemand(requirements: CompleteRequirements, databases: number): (index: number) => Demand {
  const loads = tierLoads(requirements);
  return (index) => sumDemand(loads, (tier) => mailboxesIn(tier, databases, index));
}

interface LoadedTier {
  readonly tier: Tier;
  readonly load: TierLoad;
}

function tierLoads({ mailboxTiers, sizing, exchange }: CompleteRequirements): LoadedTier[] {
  return mailboxTiers.flatMap((tier) => {
    const load = tierLoad(tier, sizing, exchange.version);
    return 'sizeOnDiskMB' in load ? [{ tier, load }] : [];
  });
}

function sumDemand(tiers: readonly LoadedTier[], mailboxes: (tier: Tier) => number): Demand {
  const counts = tiers.map(({ tier }) => mailboxes(tier));
  const sum = (cost: (load: TierLoad) => number): number =>
    tiers.reduce((total, { load }, i) => total + (counts[i] ?? 0) * cost(load), 0);
  return {
    mailboxes: sum(() => 1),
    sizeOnDiskMB: sum((load) => load.sizeOnDiskMB),
    logsPerDay: sum((load) => load.logsPerDay),
    iops: sum((load) => load.iops),
    cacheMB: sum((load) => load.cacheMB),
    activeMegacycles: sum((load) => load.activeMegacycles),
    clientAccessMegacycles: sum((load) => load.clientAccessMegacycles),
    passiveMegacycles: sum((load) => load.passiveMegacycles),
  };
}

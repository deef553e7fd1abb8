import { tierLoad, type TierLoad } from '../sizing/databaseLoads.ts';
import { roundUp } from '../sizing/rounding.ts';
import type { CompleteRequirements } from './requirements.ts';

/** All mailboxes together, growth included, as if in one database. */
export type Demand = TierLoad & { readonly mailboxes: number };

/** Mailboxes of a tier to plan for. */
export function plannedMailboxes(tier: { readonly mailboxes?: number; readonly growthFraction: number }): number {
  return roundUp((tier.mailboxes ?? 0) * (1 + tier.growthFraction));
}

/**
 * The demand of all mailboxes.
 * @param databases where given, each tier counts as if every database held as many as the fullest one does
 */
export function totalDemand(requirements: CompleteRequirements, databases?: number): Demand {
  const { mailboxTiers, sizing, exchange } = requirements;
  const loads = mailboxTiers.flatMap((tier) => {
    const load = tierLoad(tier, sizing, exchange.version);
    const planned = plannedMailboxes(tier);
    const count = databases === undefined ? planned : Math.ceil(planned / databases) * databases;
    return 'sizeOnDiskMB' in load ? [{ count, load }] : [];
  });
  const sum = (cost: (load: TierLoad) => number): number =>
    loads.reduce((total, { count, load }) => total + count * cost(load), 0);
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

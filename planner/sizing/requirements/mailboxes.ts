import type { Figure, Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { roundUp } from '../rounding.ts';
import { calculator } from '../source.ts';
import { cachePerMailbox, iopsPerMailbox, logsPerMailbox, readFraction } from '../tier/load.ts';
import { activeMegacycles, clientAccessMegacycles, passiveMegacycles } from '../tier/megacycles.ts';
import type { TierScope } from '../tier/scope.ts';
import { mailboxSizeOnDisk } from '../tier/size.ts';
import type { Plan } from './plan.ts';
import { total } from '../total.ts';

/** Mailboxes of a tier with their growth. */
export const plannedMailboxes = figure('plannedMailboxes', ({ fields }: TierScope) =>
  formula({
    unit: 'mailboxes',
    words: 'roundup(mailboxes × (1 + growth))',
    of: { mailboxes: fields.get('mailboxes'), growth: fields.get('growthFraction') },
    value: ({ mailboxes, growth }) => roundUp(mailboxes * (1 + growth)),
    source: calculator('A10'),
  }),
);

/** All mailboxes, growth included. */
export const mailboxes = figure('mailboxes', (plan: Plan) =>
  formula({
    unit: 'mailboxes',
    words: 'Σ(mailboxes)',
    of: { mailboxes: plan.tiers.map(plannedMailboxes) },
    value: (values) => total(values.mailboxes),
    source: calculator('A10'),
  }),
);

export const mailboxesPerDag = figure('mailboxesPerDag', (plan: Plan) =>
  formula({
    unit: 'mailboxes',
    words: 'mailboxes ÷ DAGs',
    of: { mailboxes: mailboxes(plan), DAGs: plan.dags },
    value: (values) => values.mailboxes / values.DAGs,
    source: calculator('A10'),
  }),
);

export const messagesPerDay = figure('messagesPerDay', (plan: Plan) =>
  sum(plan, 'messages/day', 'messages', ({ fields }) => fields.get('messagesPerDay'), 'A8'),
);

/** Size on disk of a mailbox, over all tiers. */
export const averageMailboxSize = figure('averageMailboxSize', (plan: Plan) =>
  average(plan, 'MB', 'size on disk', mailboxSizeOnDisk, 'A5'),
);

export const averageMessageSize = figure('averageMessageSize', (plan: Plan) =>
  average(plan, 'KB', 'message size', ({ fields }) => fields.get('averageMessageKB'), 'A8'),
);

export const averageCache = figure('averageCache', (plan: Plan) => average(plan, 'MB', 'cache', cachePerMailbox, 'A4'));

export const averageActiveMegacycles = figure('averageActiveMegacycles', (plan: Plan) =>
  average(plan, 'megacycles', 'active megacycles', activeMegacycles, 'A2'),
);

export const averageClientAccessMegacycles = figure('averageClientAccessMegacycles', (plan: Plan) =>
  average(plan, 'megacycles', 'client access megacycles', clientAccessMegacycles, 'A2'),
);

export const averagePassiveMegacycles = figure('averagePassiveMegacycles', (plan: Plan) =>
  average(plan, 'megacycles', 'passive megacycles', passiveMegacycles, 'A2'),
);

/** Random I/O of all mailboxes, without overhead. */
export const mailboxIOPS = figure('mailboxIOPS', (plan: Plan) => sum(plan, 'IOPS', 'IOPS', iopsPerMailbox, 'A7'));

export const mailboxLogs = figure('mailboxLogs', (plan: Plan) => sum(plan, 'logs/day', 'logs', logsPerMailbox, 'A6'));

/** Reads as a share of the I/O of all mailboxes. */
export const databaseReadFraction = figure('databaseReadFraction', (plan: Plan) => {
  const counts = plan.tiers.map(plannedMailboxes);
  const iops = plan.tiers.map(iopsPerMailbox);
  const reads = plan.tiers.map(readFraction);
  if (mailboxIOPS(plan).value === 0) {
    return formula({
      unit: '1',
      words: '0; there is no I/O',
      of: { IOPS: iops },
      value: () => 0,
      source: calculator('A7'),
    });
  }
  return formula({
    unit: '1',
    words: 'Σ(mailboxes × IOPS × reads) ÷ Σ(mailboxes × IOPS)',
    of: { mailboxes: counts, IOPS: iops, reads },
    value: (values) =>
      total(values.mailboxes.map((count, i) => count * (values.IOPS[i] ?? 0) * (values.reads[i] ?? 0))) /
      mailboxIOPS(plan).value,
    source: calculator('A7'),
  });
});

type OfTier = (tier: TierScope) => Quantity<number> | Figure<number>;

/** What all mailboxes cost together. @param what the cost of one, in words */
function sum(plan: Plan, unit: string, what: string, ofTier: OfTier, facts: string): Recipe<number> {
  const costs = costsOf(plan, ofTier);
  return formula({
    unit,
    words: `Σ(mailboxes × ${what})`,
    of: { mailboxes: plan.tiers.map(plannedMailboxes), [what]: costs },
    value: () => weighted(plan, costs),
    source: calculator(facts),
  });
}

/** What a mailbox costs on average. @param what that cost in words */
function average(plan: Plan, unit: string, what: string, ofTier: OfTier, facts: string): Recipe<number> {
  const costs = costsOf(plan, ofTier);
  return formula({
    unit,
    words: `Σ(mailboxes × ${what}) ÷ all mailboxes`,
    of: { mailboxes: plan.tiers.map(plannedMailboxes), [what]: costs, allMailboxes: mailboxes(plan) },
    value: () => weighted(plan, costs) / mailboxes(plan).value,
    source: calculator(facts),
  });
}

/** A cost of each tier, under the tier's name. */
function costsOf(plan: Plan, ofTier: OfTier): Quantity<number>[] {
  return plan.tiers.map((tier) => ({ ...ofTier(tier), of: tier.name }));
}

function weighted(plan: Plan, costs: readonly Quantity<number>[]): number {
  return total(plan.tiers.map((tier, i) => plannedMailboxes(tier).value * (costs[i]?.value ?? 0)));
}

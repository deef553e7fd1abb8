import type { CopyTable } from '../../simulate/failover/copyTable.ts';
import { failureModes, failureOutcomes, type FailureMode } from '../../simulate/failover/failureModes.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import * as recipes from '../recipes/transport.ts';
import { calculator } from '../source.ts';
import type { TierScope } from '../tier/scope.ts';
import { total } from '../total.ts';
import type { ModelScope, Sheet } from './sheet.ts';
import { mailboxesByTier, weigh } from './sums.ts';
import { mailboxes } from './whole.ts';

// The transport database of each server. Absent where the mailboxes of a database are not stated.

const source = calculator('A8');

export const messagesPerDay = figure('messagesPerDay', (sheet: Sheet) => {
  const tiers = ofTiers(sheet, ({ fields }) => fields.get('messagesPerDay'));
  if (!mailboxes(sheet) || weigh(values(tiers.mailboxes), values(tiers.costs)) === 0) return undefined;
  return formula({
    unit: 'messages/day',
    words: 'Σ(mailboxes × messages)',
    of: { mailboxes: tiers.mailboxes, messages: tiers.costs },
    value: (all) => weigh(all.mailboxes, all.messages),
    source,
  });
});

/** Over all mailboxes, as the calculator weighs them. */
export const averageMessageSize = figure('averageMessageSize', (sheet: Sheet): Recipe<number> | undefined => {
  const tiers = ofTiers(sheet, ({ fields }) => fields.get('averageMessageKB'));
  if (!mailboxes(sheet) || total(values(tiers.mailboxes)) === 0) return undefined;
  return formula({
    unit: 'KB',
    words: 'Σ(mailboxes × message size) ÷ Σ(mailboxes)',
    of: { mailboxes: tiers.mailboxes, messageSize: tiers.costs },
    value: (all) => weigh(all.mailboxes, all.messageSize) / total(all.mailboxes),
    source,
  });
});

/** Servers that are left when the design failure strikes every DAG; where it leaves none, the next milder one that does. */
export const remainingServers = figure('remainingServers', (sheet: Sheet) => {
  const designFailure = sheet.sizing.get('designFailure');
  const left = sheet.dags.map(({ table, dag }) => ({ ...fewestLeft(table, designFailure.value), of: dag.name }));
  if (total(left.map(({ servers }) => servers)) === 0) return undefined;
  return formula({
    unit: 'servers',
    words: 'Σ(left)',
    of: {
      left: left.map(({ servers, mode, of }) => given(servers, 'servers', `in the worst failure: ${mode}`, of)),
      designFailure,
    },
    value: (all) => total(all.left),
    source,
  });
});

export const messagesPerServer = figure('messagesPerServer', (sheet: Sheet) => {
  const messages = messagesPerDay(sheet);
  const servers = remainingServers(sheet);
  return messages && servers && recipes.messagesPerServer(messages, servers);
});

export const shadowedMessages = figure('shadowedMessages', (sheet: Sheet) => {
  const messages = messagesPerServer(sheet);
  return messages && recipes.shadowed(messages);
});

export const safetyNetDays = figure('safetyNetDays', (sheet: Sheet) => {
  if (sheet.dags.length === 0) return undefined;
  const lag = given(longestLagDays(sheet), 'days', 'the longest replay lag of a copy');
  return recipes.safetyNet(sheet.transport.get('safetyNetHoldDays'), lag);
});

export const transportMessages = figure('transportMessages', (sheet: Sheet) => {
  const messages = shadowedMessages(sheet);
  const days = safetyNetDays(sheet);
  return messages && days && recipes.held(messages, sheet.transport.get('queueExpirationDays'), days);
});

export const transportDatabase = figure('transportDatabase', (sheet: Sheet) => {
  const messages = transportMessages(sheet);
  const size = averageMessageSize(sheet);
  return messages && size && recipes.database(messages, size);
});

export const transportOnSystemDisk = figure('transportOnSystemDisk', ({ sheet, systemDisks }: ModelScope) => {
  const database = transportDatabase(sheet);
  return database && recipes.onSystemDisk(database, systemDisks.get('capacityGB'));
});

function ofTiers(
  sheet: Sheet,
  cost: (tier: TierScope) => Quantity<number>,
): { mailboxes: Quantity<number>[]; costs: Quantity<number>[] } {
  const counts = mailboxesByTier([...sheet.databases.values()].map(({ placed }) => placed.value));
  const tiers = [...sheet.tiers.values()].filter(({ name }) => counts.has(name));
  return {
    mailboxes: tiers.map(({ name }) => given(counts.get(name) ?? 0, 'mailboxes', 'in all databases', name)),
    costs: tiers.map((tier) => ({ ...cost(tier), of: tier.name })),
  };
}

function values(quantities: readonly Quantity<number>[]): number[] {
  return quantities.map(({ value }) => value);
}

function longestLagDays({ databases }: Sheet): number {
  let hours = 0;
  for (const { placed } of databases.values()) {
    for (const { value } of placed.copies) hours = Math.max(hours, value.replayLagHours ?? 0);
  }
  return hours / 24;
}

/** The fewest servers that a failure leaves; where the design failure leaves none, the next milder mode that does counts. */
function fewestLeft(table: CopyTable, designFailure: FailureMode): { servers: number; mode: FailureMode } {
  const milder = failureModes.slice(0, failureModes.indexOf(designFailure) + 1).toReversed();
  for (const mode of milder) {
    const servers = Math.min(
      ...failureOutcomes(table, mode).map(({ serverDown }) =>
        serverDown.reduce((up, down) => up - down, table.servers.length),
      ),
    );
    if (servers > 0 && servers < Infinity) return { servers, mode };
  }
  return { servers: 0, mode: 'normal' };
}

import type { Database } from '../../design/types.ts';
import type { Figure } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { available, hypervisor, perCore, required, utilization } from '../recipes/processor.ts';
import { calculator } from '../source.ts';
import * as mailbox from '../tier/megacycles.ts';
import type { TierScope } from '../tier/scope.ts';
import { activeOn, failureText } from './placements.ts';
import type { ServerFailure, ServerScope } from './sheet.ts';
import { byTier, weigh } from './sums.ts';

const source = calculator('A2');

export const availableMegacycles = figure('availableMegacycles', ({ hardware }: ServerScope) => available(hardware));

export const megacyclesPerCore = figure('megacyclesPerCore', (server: ServerScope) =>
  perCore(availableMegacycles(server), server.hardware.get('cores')),
);

/** Of the active mailboxes, client access included. */
export const activeMegacycles = figure('activeMegacycles', (failure: ServerFailure) =>
  ofMailboxes(failure, activeOn(failure), 'active', mailbox.activeMegacycles),
);

/** The part of the active megacycles that client access takes. */
export const clientAccessMegacycles = figure('clientAccessMegacycles', (failure: ServerFailure) =>
  ofMailboxes(failure, activeOn(failure), 'active', mailbox.clientAccessMegacycles),
);

/** Of the mailboxes whose databases have a passive copy on the server. */
export const passiveMegacycles = figure('passiveMegacycles', (failure: ServerFailure) => {
  const active = new Set(activeOn(failure));
  const passive = failure.server.placed.copies
    .map(({ database }) => database)
    .filter((database) => !active.has(database));
  return ofMailboxes(failure, passive, 'passive', mailbox.passiveMegacycles);
});

export const requiredMegacycles = figure('requiredMegacycles', (failure: ServerFailure) => {
  const active = activeMegacycles(failure);
  const passive = passiveMegacycles(failure);
  return active && passive && required(active, passive);
});

/** The share of its processors that a server uses. */
export const cpuUtilization = figure('cpuUtilization', (failure: ServerFailure) => {
  const needed = requiredMegacycles(failure);
  return needed && failure.load.cpuUtilization !== undefined
    ? utilization(needed, availableMegacycles(failure.server))
    : undefined;
});

/** What the mailboxes of some databases cost a server; undefined where something that decides it is not stated. */
function ofMailboxes(
  failure: ServerFailure,
  databases: readonly Database[],
  role: 'active' | 'passive',
  cost: (tier: TierScope) => Figure<number>,
): Recipe<number> | undefined {
  const { server, load } = failure;
  if (load.activeMegacycles === undefined) return undefined;
  const where = `of the databases ${role} here where ${failureText(load.failed)}`;
  const { mailboxes, costs } = byTier(server.sheet, databases, where, cost);
  return formula({
    unit: 'megacycles',
    words: 'Σ(mailboxes × each) × (1 + hypervisor)',
    of: { mailboxes, each: costs, hypervisor: hypervisor(server.hardware, server.sheet.sizing) },
    value: (values) => weigh(values.mailboxes, values.each) * (1 + values.hypervisor),
    source,
  });
}

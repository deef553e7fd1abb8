import { given, type Figure, type Quantity } from '../figure.ts';
import { figure, formula, once, type Recipe } from '../formula.ts';
import { available, hypervisor, perCore, required, utilization } from '../recipes/processor.ts';
import { calculator } from '../source.ts';
import * as mailbox from '../tier/megacycles.ts';
import type { TierScope } from '../tier/scope.ts';
import { activeOn, failureText } from './placements.ts';
import { hosted } from './servers.ts';
import type { ServerFailure, ServerScope } from './sheet.ts';
import { byTier, costsOf, weigh } from './sums.ts';

const source = calculator('A2');

export const availableMegacycles = figure('availableMegacycles', ({ hardware }: ServerScope) => available(hardware));

export const megacyclesPerCore = figure('megacyclesPerCore', (server: ServerScope) =>
  perCore(availableMegacycles(server), server.hardware.get('cores')),
);

/** Of the active mailboxes, client access included. */
export const activeMegacycles = figure('activeMegacycles', (failure: ServerFailure) =>
  ofMailboxes(failure, activeMailboxes, mailbox.activeMegacycles),
);

/** The part of the active megacycles that client access takes. */
export const clientAccessMegacycles = figure('clientAccessMegacycles', (failure: ServerFailure) =>
  ofMailboxes(failure, activeMailboxes, mailbox.clientAccessMegacycles),
);

/** Of the mailboxes whose databases have a passive copy on the server. */
export const passiveMegacycles = figure('passiveMegacycles', (failure: ServerFailure) =>
  ofMailboxes(failure, passiveMailboxes, mailbox.passiveMegacycles),
);

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

const activeMailboxes = once((failure: ServerFailure) =>
  byTier(activeOn(failure), `of the databases active here where ${failureText(failure.load.failed)}`),
);

const passiveMailboxes = once((failure: ServerFailure) => {
  const active = new Map(activeMailboxes(failure).map(({ of, value }) => [of, value]));
  const where = `of the databases passive here where ${failureText(failure.load.failed)}`;
  return hosted(failure.server).map(({ value, of }) => given(value - (active.get(of) ?? 0), 'mailboxes', where, of));
});

/** What the mailboxes of some databases cost a server; undefined where something that decides it is not stated. */
function ofMailboxes(
  failure: ServerFailure,
  held: (failure: ServerFailure) => readonly Quantity<number>[],
  cost: (tier: TierScope) => Figure<number>,
): Recipe<number> | undefined {
  const { server, load } = failure;
  if (load.activeMegacycles === undefined) return undefined;
  const mailboxes = held(failure);
  return formula({
    unit: 'megacycles',
    words: 'Σ(mailboxes × each) × (1 + hypervisor)',
    of: {
      mailboxes,
      each: costsOf(server.sheet, mailboxes, cost),
      hypervisor: hypervisor(server.hardware, server.sheet.sizing),
    },
    value: (values) => weigh(values.mailboxes, values.each) * (1 + values.hypervisor),
    source,
  });
}

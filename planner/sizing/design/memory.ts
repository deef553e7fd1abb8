import { figure, formula, once } from '../formula.ts';
import { cacheGB } from '../memory.ts';
import { clientAccess, installed, minimum, needed, toBuy } from '../recipes/memory.ts';
import { hypervisor } from '../recipes/processor.ts';
import { calculator } from '../source.ts';
import { cachePerMailbox } from '../tier/load.ts';
import { clientAccessMegacycles as ofMailbox } from '../tier/megacycles.ts';
import { activeForMemory, failureText, serverOf, type MemoryCase } from './placements.ts';
import { availableMegacycles } from './processors.ts';
import { copiesPerServer } from './servers.ts';
import type { ServerScope } from './sheet.ts';
import { byTier, costsOf, weigh } from './sums.ts';

// Memory in the failure that needs the most of it: of a mode or, for the server itself, of the mode by which it is judged. Absent
// where something is not stated.

const source = calculator('A4');

/** The least that so many copies and the Exchange version ask for. */
export const minimumMemory = figure(
  'minimumMemory',
  (server: ServerScope) =>
    server.load.memoryNeed && minimum(server.sheet.exchange.get('version'), copiesPerServer(server)),
);

/** Database cache for the active mailboxes. */
export const cache = figure('cache', (of: MemoryCase) => {
  const mailboxes = activeMailboxes(of);
  return (
    mailboxes &&
    formula({
      unit: 'GB',
      words: 'roundup(Σ(mailboxes × cache) ÷ 1,024)',
      of: { mailboxes, cache: costsOf(serverOf(of).sheet, mailboxes, cachePerMailbox) },
      value: (values) => cacheGB(weigh(values.mailboxes, values.cache)),
      source,
    })
  );
});

/** Megacycles of client access in that failure. */
export const clientAccessForMemory = figure('clientAccessForMemory', (of: MemoryCase) => {
  const server = serverOf(of);
  const mailboxes = activeMailboxes(of);
  return (
    mailboxes &&
    formula({
      unit: 'megacycles',
      words: 'Σ(mailboxes × each) × (1 + hypervisor)',
      of: {
        mailboxes,
        each: costsOf(server.sheet, mailboxes, ofMailbox),
        hypervisor: hypervisor(server.hardware, server.sheet.sizing),
      },
      value: (values) => weigh(values.mailboxes, values.each) * (1 + values.hypervisor),
      source: calculator('A2'),
    })
  );
});

/** Memory that client access takes. */
export const clientAccessMemory = figure('clientAccessMemory', (of: MemoryCase) => {
  const server = serverOf(of);
  const { hardware, sheet } = server;
  if (!of.load.memoryNeed) return undefined;
  const used = clientAccessForMemory(of);
  return clientAccess(hardware, used, availableMegacycles(server), sheet.exchange.get('multiRole').value);
});

export const memoryNeeded = figure('memoryNeeded', (of: MemoryCase) => {
  const least = minimumMemory(serverOf(of));
  const ofDatabases = cache(of);
  const clients = clientAccessMemory(of);
  return least && ofDatabases && clients && needed(least, ofDatabases, clients);
});

export const memoryInstalled = figure('memoryInstalled', ({ hardware }: ServerScope) => installed(hardware));

/** Memory to buy. */
export const memory = figure('memory', (server: ServerScope) => {
  const need = memoryNeeded(server);
  return need && toBuy([need]);
});

const activeMailboxes = once((of: MemoryCase) => {
  const active = activeForMemory(of);
  return active && byTier(active.databases, `active here where ${failureText(active.failed)}`);
});

import { sizingCatalog } from '../catalog.ts';
import { given } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { cacheGB } from '../memory.ts';
import { clientAccess, installed, minimum, needed, toBuy } from '../recipes/memory.ts';
import { calculator } from '../source.ts';
import { worstActive } from './activation/index.ts';
import { copiesPerServer } from './copyCounts.ts';
import { availableMegacycles, clientAccessMegacycles } from './cpu.ts';
import { mailboxesPerDatabase } from './databaseCount.ts';
import { averageCache } from './mailboxes.ts';
import type { Site } from './plan.ts';

const source = calculator('A4');

/** The least that so many copies and the Exchange version ask for. */
export const minimumMemory = figure('minimumMemory', (site: Site) => minimum(site.plan.version, copiesPerServer(site)));

/** Database cache for the active mailboxes. */
export const cache = figure('cache', (site: Site) =>
  formula({
    unit: 'GB',
    words: 'roundup(active × mailboxes × each ÷ 1,024)',
    of: {
      active: worstActive(site),
      mailboxes: mailboxesPerDatabase(site.plan),
      each: averageCache(site.plan),
    },
    value: ({ active, mailboxes, each }) => cacheGB(active * mailboxes * each),
    source,
  }),
);

/** Memory that client access takes. */
export const clientAccessMemory = figure('clientAccessMemory', (site: Site) =>
  clientAccess(
    site.hardware,
    clientAccessMegacycles(site.in('worst')),
    availableMegacycles(site),
    site.plan.exchange.get('multiRole').value,
  ),
);

export const memoryNeeded = figure('memoryNeeded', (site: Site) =>
  needed(minimumMemory(site), cache(site), clientAccessMemory(site)),
);

/** Memory to buy. Servers of both datacenters are alike; the calculator only raises the second one's to the first one's. */
export const memory = figure('memory', (site: Site) => {
  const own = memoryNeeded(site);
  const other = site.other && memoryNeeded(site.other);
  const alike = other && !(site.plan.parity && site.index === 0) ? [own, other] : [own];
  return toBuy(alike);
});

/** Memory of the server model. */
export const memoryInstalled = figure('memoryInstalled', ({ hardware }: Site) => installed(hardware));

/** Database cache in the memory to buy. */
export const cacheInMemory = figure('cacheInMemory', (site: Site) =>
  formula({
    unit: 'GB',
    words: 'memory × share',
    of: { memory: memory(site), share: given(sizingCatalog.memory.cacheFraction, '1', 'facts A4') },
    value: (values) => values.memory * values.share,
    source,
  }),
);

/** Of that cache for each mailbox that is active in the worst failure. */
export const cachePerActiveMailbox = figure('cachePerActiveMailbox', (site: Site) => {
  const active = worstActive(site);
  if (active.value === 0) return undefined;
  return formula({
    unit: 'MB',
    words: 'cache × 1,024 ÷ (active × mailboxes)',
    of: { cache: cacheInMemory(site), active, mailboxes: mailboxesPerDatabase(site.plan) },
    value: (values) => (values.cache * 1024) / (values.active * values.mailboxes),
    source,
  });
});

import { sizingCatalog } from '../catalog.ts';
import { given, type Figure } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import {
  cacheGB,
  clientAccessMemoryGB,
  memoryStepGB,
  minimumMemoryGB,
  neededMemoryGB,
  purchasableMemoryGB,
} from '../memory.ts';
import { calculator } from '../source.ts';
import { activeDatabases } from './activation/index.ts';
import { copiesPerServer } from './copyCounts.ts';
import { availableMegacycles, clientAccessMegacycles } from './cpu.ts';
import { mailboxesPerDatabase } from './databaseCount.ts';
import { averageCache } from './mailboxes.ts';
import type { Site } from './plan.ts';

const source = calculator('A4');

/** The least that so many copies and the Exchange version ask for. */
export const minimumMemory = figure('minimumMemory', (site: Site) => {
  const copies = copiesPerServer(site);
  const version = site.plan.version;
  return formula({
    unit: 'GB',
    words: 'minimum',
    of: {
      minimum: given(
        minimumMemoryGB(version.value, copies.value),
        'GB',
        'by the copies on the server and the Exchange version (facts A3, A4)',
      ),
      copies,
      version,
    },
    value: ({ minimum }) => minimum,
    source: copies.value > 50 ? `${source}; above 50 copies unverified` : source,
  });
});

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
export const clientAccessMemory = figure('clientAccessMemory', (site: Site) => {
  const cores = site.hardware.get('cores');
  const { clientAccessBaseGB, clientAccessGBPerCore, clientAccessUtilization } = sizingCatalog.memory;
  const base = given(clientAccessBaseGB, 'GB', 'facts A4');
  const perCore = given(clientAccessGBPerCore, 'GB', 'facts A4');
  const used = clientAccessMegacycles(site.in('worst'));
  if (!site.plan.exchange.get('multiRole').value) {
    return formula({
      unit: 'GB',
      words: '0; client access has servers of its own',
      of: { cores },
      value: () => 0,
      source,
    });
  }
  if (site.hardware.states('specIntRate2006') && used) {
    return formula({
      unit: 'GB',
      words: 'round(base + used ÷ available × cores × each)',
      of: { base, used, available: availableMegacycles(site), cores, each: perCore },
      value: (values) => clientAccessMemoryGB(values.cores, values.used / values.available),
      source,
    });
  }
  return formula({
    unit: 'GB',
    words: 'base + cores × each × share; no SPECint_rate2006 result is stated',
    of: { base, cores, each: perCore, share: given(clientAccessUtilization, '1', 'facts A4') },
    value: (values) => clientAccessMemoryGB(values.cores, undefined),
    source,
  });
});

export const memoryNeeded = figure('memoryNeeded', (site: Site) =>
  formula({
    unit: 'GB',
    words: 'max(minimum, cache ÷ 0.25 + client access)',
    of: { minimum: minimumMemory(site), cache: cache(site), clientAccess: clientAccessMemory(site) },
    value: (values) => neededMemoryGB(values.minimum, values.cache, values.clientAccess),
    source,
  }),
);

/** Memory to buy. Servers of both datacenters are alike; the calculator only raises the second one's to the first one's. */
export const memory = figure('memory', (site: Site) => {
  const own = memoryNeeded(site);
  const other = site.other && memoryNeeded(site.other);
  const alike = other && !(site.plan.parity && site.index === 0) ? [own, other] : [own];
  const most = Math.max(...alike.map(({ value }) => value));
  return formula({
    unit: 'GB',
    words: 'max(roundup(max(needed) ÷ step) × step, 8)',
    of: { needed: alike, step: given(memoryStepGB(most), 'GB', 'sizes on sale (facts A4)') },
    value: ({ needed }) => purchasableMemoryGB(Math.max(...needed)),
    source,
  });
});

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

function worstActive(site: Site): Figure<number> {
  const active = activeDatabases(site.in('worst'));
  if (!active) throw new RangeError('Every server has a worst failure.');
  return active;
}

import { globalCatalogCores as globalCatalogCoresFor } from '../cpu.ts';
import type { Figure, Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { available, hypervisor, perCore, required, utilization } from '../recipes/processor.ts';
import { calculator } from '../source.ts';
import { activeDatabases } from './activation/index.ts';
import { copiesPerServer } from './copyCounts.ts';
import { mailboxesPerDatabase } from './databaseCount.ts';
import {
  averageActiveMegacycles,
  averageClientAccessMegacycles,
  averagePassiveMegacycles,
  mailboxes,
} from './mailboxes.ts';
import type { Failure, Site } from './plan.ts';

const source = calculator('A2');

/** Megacycles of a server. Without a SPECint_rate2006 result the calculator gives none. */
export const availableMegacycles = figure('availableMegacycles', ({ plan, hardware }: Site) =>
  plan.parity && !hardware.states('specIntRate2006') ? none(hardware.get('cores')) : available(hardware),
);

export const megacyclesPerCore = figure('megacyclesPerCore', (site: Site) =>
  perCore(availableMegacycles(site), site.hardware.get('cores')),
);

/** Of the active mailboxes, client access included. */
export const activeMegacycles = figure('activeMegacycles', (failure: Failure) =>
  ofActive(failure, averageActiveMegacycles(failure.site.plan)),
);

/** The part of the active megacycles that client access takes. */
export const clientAccessMegacycles = figure('clientAccessMegacycles', (failure: Failure) =>
  ofActive(failure, averageClientAccessMegacycles(failure.site.plan)),
);

/** The part of the active megacycles that the mailbox role takes. */
export const mailboxRoleMegacycles = figure('mailboxRoleMegacycles', (failure: Failure) => {
  const active = activeMegacycles(failure);
  const clientAccess = clientAccessMegacycles(failure);
  if (!active || !clientAccess) return undefined;
  return formula({
    unit: 'megacycles',
    words: 'active − client access',
    of: { active, clientAccess },
    value: (values) => values.active - values.clientAccess,
    source,
  });
});

/** Of the passive copies. */
export const passiveMegacycles = figure('passiveMegacycles', (failure: Failure) => {
  const active = activeDatabases(failure);
  const { site } = failure;
  if (!active) return undefined;
  if (isLost(failure))
    return formula({ unit: 'megacycles', words: '0; the server is lost', of: { active }, value: () => 0, source });
  return formula({
    unit: 'megacycles',
    words: '(copies − active) × mailboxes × each × (1 + hypervisor)',
    of: {
      copies: copiesPerServer(site),
      active,
      mailboxes: mailboxesPerDatabase(site.plan),
      each: averagePassiveMegacycles(site.plan),
      hypervisor: hypervisor(site.hardware, site.plan.sizing),
    },
    value: (values) => (values.copies - values.active) * values.mailboxes * values.each * (1 + values.hypervisor),
    source,
  });
});

export const requiredMegacycles = figure('requiredMegacycles', (failure: Failure) => {
  const active = activeMegacycles(failure);
  const passive = passiveMegacycles(failure);
  return active && passive && required(active, passive);
});

/** The share of its processors that a server uses. */
export const cpuUtilization = figure('cpuUtilization', (failure: Failure) => {
  const needed = requiredMegacycles(failure);
  const megacycles = availableMegacycles(failure.site);
  return needed && megacycles.value > 0 ? utilization(needed, megacycles) : undefined;
});

/** Global catalog cores of a datacenter, should it carry all mailboxes. */
export const globalCatalogCores = figure('globalCatalogCores', (site: Site) => {
  const { plan } = site;
  const perCore = megacyclesPerCore(site);
  if (perCore.value === 0) return undefined;
  return formula({
    unit: 'cores',
    words: 'roundup(mailboxes × (active − client access) ÷ megacycles per core ÷ 8)',
    of: {
      mailboxes: mailboxes(plan),
      active: averageActiveMegacycles(plan),
      clientAccess: averageClientAccessMegacycles(plan),
      megacyclesPerCore: perCore,
    },
    value: (values) =>
      globalCatalogCoresFor(values.mailboxes * (values.active - values.clientAccess), values.megacyclesPerCore),
    source: `${source}; derived for Exchange 2016`,
  });
});

function ofActive(failure: Failure, each: Figure<number>): Recipe<number> | undefined {
  const { site } = failure;
  const active = activeDatabases(failure);
  if (!active) return undefined;
  return formula({
    unit: 'megacycles',
    words: 'active × mailboxes × each × (1 + hypervisor)',
    of: {
      active,
      mailboxes: mailboxesPerDatabase(site.plan),
      each,
      hypervisor: hypervisor(site.hardware, site.plan.sizing),
    },
    value: (values) => values.active * values.mailboxes * values.each * (1 + values.hypervisor),
    source,
  });
}

/** Whether the workbook counts the server among those that have failed: in a passive pair that of the first datacenter, where one is lost. */
function isLost({ site, mode }: Failure): boolean {
  const { plan } = site;
  return plan.parity && mode === 'datacenter' && plan.distribution === 'activePassive' && site.index === 0;
}

function none(cores: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'megacycles',
    words: '0; no SPECint_rate2006 result is stated',
    of: { cores },
    value: () => 0,
    source,
  });
}

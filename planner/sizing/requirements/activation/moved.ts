import { figure, formula, type Recipe } from '../../formula.ts';
import { roundUp } from '../../rounding.ts';
import { calculator } from '../../source.ts';
import { copiesAway, highlyAvailableAtHome } from '../copies.ts';
import { homeDatabases } from '../copyCounts.ts';
import type { Failure } from '../plan.ts';
import { activeNormally } from './normal.ts';

const source = calculator('A10');

/** Databases that leave a datacenter when one or two of its servers fail, as no copy of theirs is left there. */
export const databasesMoved = figure('databasesMoved', (failure: Failure) => {
  const { site, mode } = failure;
  if (mode !== 'oneServer' && mode !== 'twoServers') return undefined;
  const lost = mode === 'oneServer' ? 1 : 2;
  const copies = highlyAvailableAtHome(site.plan);
  if (site.plan.servers.value < lost) return undefined;
  if (copies.value > lost) {
    return formula({ unit: 'databases', words: '0; a copy of each is left', of: { copies }, value: () => 0, source });
  }
  if (lost === 2 && copies.value === 2) return ofTwoServers(failure);
  return site.plan.parity ? thoseThatStay(failure) : ofEveryCopyLost(failure, lost);
});

/** Databases that stay at home when two of its servers fail. */
export const databasesRemaining = figure('databasesRemaining', (failure: Failure) => {
  const moved = databasesMoved(failure);
  if (!moved) return undefined;
  return formula({
    unit: 'databases',
    words: 'databases − moved',
    of: { databases: homeDatabases(failure.site), moved },
    value: (values) => values.databases - values.moved,
    source,
  });
});

/** Databases that a server takes over when one or two servers of the other datacenter fail. */
export const databasesTakenOver = figure('databasesTakenOver', ({ site, mode }: Failure) => {
  const { plan, other } = site;
  const moved = other && databasesMoved(other.in(mode));
  if (!moved) return undefined;
  const copies = copiesAway(plan);
  const blocked = plan.root.get('activationBlockedInSecondDatacenter');
  if (copies.value === 0 || (blocked.value && (site.index === 1 || plan.parity))) {
    return formula({
      unit: 'databases',
      words: '0; nothing activates here by itself',
      of: { copies, blocked },
      value: () => 0,
      source,
    });
  }
  return formula({
    unit: 'databases',
    words: 'roundup(moved ÷ servers)',
    of: { moved, servers: plan.servers },
    value: (values) => roundUp(values.moved / values.servers),
    source,
  });
});

/** The databases of the failed servers. */
function ofEveryCopyLost({ site }: Failure, lost: number): Recipe<number> {
  return formula({
    unit: 'databases',
    words: `${lost} × normal`,
    of: { normal: activeNormally(site), copies: highlyAvailableAtHome(site.plan) },
    value: ({ normal }) => lost * normal,
    source,
  });
}

/** Those that had both their copies on the two. The calculator rounds what a server gives each neighbour up. */
function ofTwoServers({ site }: Failure): Recipe<number> {
  const of = { normal: activeNormally(site), servers: site.plan.servers, copies: highlyAvailableAtHome(site.plan) };
  if (site.plan.parity) {
    return formula({
      unit: 'databases',
      words: '2 × roundup(normal ÷ (servers − 1))',
      of,
      value: ({ normal, servers }) => 2 * roundUp(normal / (servers - 1)),
      source,
    });
  }
  return formula({
    unit: 'databases',
    words: '2 × normal ÷ (servers − 1)',
    of,
    value: ({ normal, servers }) => (2 * normal) / (servers - 1),
    source,
  });
}

/** The workbook's slip: with one copy in a datacenter it moves the databases of the servers that are left. */
function thoseThatStay({ site }: Failure): Recipe<number> {
  return formula({
    unit: 'databases',
    words: 'databases − normal',
    of: { databases: homeDatabases(site), normal: activeNormally(site) },
    value: ({ databases, normal }) => databases - normal,
    source,
  });
}

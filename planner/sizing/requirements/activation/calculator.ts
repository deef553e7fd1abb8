import type { FailureMode } from '../../../simulate/failover/failureModes.ts';
import { formula, type Recipe } from '../../formula.ts';
import { roundUp } from '../../rounding.ts';
import { calculator } from '../../source.ts';
import { databasesBeforeRounding, symmetricalDatabases } from '../calculatorCount.ts';
import { highlyAvailableAtHome, highlyAvailableAway, laggedAway } from '../copies.ts';
import { homeDatabases } from '../copyCounts.ts';
import { databasesPerDag } from '../databaseCount.ts';
import type { Site } from '../plan.ts';
import { databasesMoved, databasesTakenOver } from './moved.ts';
import { activeNormally } from './normal.ts';

const source = calculator('A10');

/** Databases active on a server as the workbook has them, slips included. */
export function calculatorActive(site: Site, mode: Exclude<FailureMode, 'normal'>): Recipe<number> | undefined {
  const passive = homeDatabases(site).value === 0;
  switch (mode) {
    case 'oneServer':
      return passive ? takenOver(site, mode) : afterOneServer(site);
    case 'twoServers':
      return passive ? takenOver(site, mode) : afterTwoServers(site);
    case 'datacenter':
      return afterDatacenter(site);
    case 'datacenterAndOneServer':
      return afterDatacenterAndServer(site);
  }
}

/** With one copy in a datacenter the others' count stays as it was. */
function afterOneServer(site: Site): Recipe<number> | undefined {
  const { plan } = site;
  const normal = activeNormally(site);
  if (highlyAvailableAtHome(plan).value < 2) {
    if (!plan.siteResilient || isBlocked(site)) return undefined;
    return formula({ unit: 'databases', words: 'normal', of: { normal }, value: (values) => values.normal, source });
  }
  if (plan.servers.value < 2) return undefined;
  return formula({
    unit: 'databases',
    words: 'roundup(normal + normal ÷ (servers − 1))',
    of: { normal, servers: plan.servers },
    value: (values) => roundUp(values.normal + values.normal / (values.servers - 1)),
    source,
  });
}

/**
 * In the first datacenter from four servers on, and where the number of databases is not the symmetrical one by another formula: the
 * count after one failure, spread once more and rounded down.
 */
function afterTwoServers(site: Site): Recipe<number> | undefined {
  const { plan } = site;
  const { servers } = plan;
  const copies = highlyAvailableAtHome(plan);
  const fewest = plan.siteResilient ? 2 : 3;
  if (copies.value < fewest || isBlocked(site)) return undefined;
  if (site.index === 0 && servers.value < 4) return undefined;
  const asymmetrical = databasesBeforeRounding(plan)?.value !== symmetricalDatabases(plan)?.value;
  if (site.index === 0 && asymmetrical) {
    return formula({
      unit: 'databases',
      words: 'rounddown(roundup(normal + normal ÷ (servers − 1)) × (1 + (copies − 1) ÷ (servers − 1)))',
      of: { normal: activeNormally(site), servers, copies },
      value: (values) => {
        const neighbours = values.servers - 1;
        const afterOne = roundUp(values.normal + values.normal / neighbours);
        return Math.floor(afterOne * (1 + (values.copies - 1) / neighbours) + 1e-9);
      },
      source,
    });
  }
  const moved = databasesMoved(site.in('twoServers'));
  if (!moved) return undefined;
  if (servers.value < 3) return formula({ unit: 'databases', words: '0', of: { servers }, value: () => 0, source });
  return formula({
    unit: 'databases',
    words: 'roundup((databases − moved) ÷ (servers − 2))',
    of: { databases: homeDatabases(site), moved, servers },
    value: (values) => roundUp((values.databases - values.moved) / (values.servers - 2)),
    source,
  });
}

/** A server of the passive datacenter. */
function takenOver(site: Site, mode: 'oneServer' | 'twoServers'): Recipe<number> | undefined {
  const { plan, other } = site;
  if (isBlocked(site) || !other) return undefined;
  const copies = highlyAvailableAtHome(plan).value;
  if (mode === 'twoServers' && (copies < 2 || plan.servers.value < 4)) return undefined;
  const taken = databasesTakenOver(site.in(mode));
  return (
    taken &&
    formula({
      unit: 'databases',
      words: 'taken over',
      of: { takenOver: taken },
      value: (values) => values.takenOver,
      source,
    })
  );
}

/** The first datacenter of a DAG that is active in it alone counts as lost. */
function afterDatacenter(site: Site): Recipe<number> | undefined {
  const { plan } = site;
  const userDistribution = plan.root.get('userDistribution');
  if (!plan.siteResilient) return undefined;
  if (plan.distribution === 'activePassive' && site.index === 0) {
    return formula({ unit: 'databases', words: '0; it is lost', of: { userDistribution }, value: () => 0, source });
  }
  return formula({
    unit: 'databases',
    words: 'roundup(databases ÷ servers)',
    of: { databases: databasesPerDag(plan), servers: plan.servers },
    value: ({ databases, servers }) => roundUp(databases / servers),
    source,
  });
}

/** Where another highly available copy is left, or a lagged one may play down. */
function afterDatacenterAndServer(site: Site): Recipe<number> | undefined {
  const { plan } = site;
  const { servers } = plan;
  const playsDown = plan.root.get('replayLagManagerEnabled').value && plan.copies.get('highlyAvailable').value >= 3;
  const another = highlyAvailableAway(plan).value >= 2 || (laggedAway(plan).value >= 1 && playsDown);
  if (!plan.siteResilient || !another || servers.value < 2) return undefined;
  if (plan.activeInBoth) {
    const afterOne = afterOneServer(site);
    if (!afterOne) return undefined;
    return formula({
      unit: 'databases',
      words: '2 × roundup(normal + normal ÷ (servers − 1))',
      of: { normal: activeNormally(site), servers },
      value: () => 2 * afterOne.value,
      source,
    });
  }
  if (site.index === 0) return undefined;
  return formula({
    unit: 'databases',
    words: 'roundup(roundup(databases ÷ servers) + roundup(databases ÷ servers) ÷ (servers − 1))',
    of: { databases: databasesPerDag(plan), servers },
    value: (values) => {
      const each = roundUp(values.databases / values.servers);
      return roundUp(each + each / (values.servers - 1));
    },
    source,
  });
}

function isBlocked({ plan }: Site): boolean {
  return plan.siteResilient && plan.root.get('activationBlockedInSecondDatacenter').value;
}

import type { FailureMode } from '../../../simulate/failover/failureModes.ts';
import type { Quantity } from '../../figure.ts';
import { formula, type Recipe } from '../../formula.ts';
import { roundUp } from '../../rounding.ts';
import { calculator } from '../../source.ts';
import { copiesAway, highlyAvailableAtHome } from '../copies.ts';
import { homeDatabases } from '../copyCounts.ts';
import type { Site } from '../plan.ts';
import { databasesMoved, databasesTakenOver } from './moved.ts';
import { activeNormally } from './normal.ts';
import { usableAway } from './usable.ts';

const source = `${calculator('A10')}, for a layout that spreads databases evenly`;

/** Databases active on a server in the worst failure of a mode that leaves it up; undefined where none does. */
export function plannedActive(site: Site, mode: Exclude<FailureMode, 'normal'>): Recipe<number> | undefined {
  switch (mode) {
    case 'oneServer':
      return worse(afterOneHere(site), afterServersThere(site, mode));
    case 'twoServers':
      return worse(afterTwoHere(site), afterServersThere(site, mode));
    case 'datacenter':
      return afterDatacenter(site);
    case 'datacenterAndOneServer':
      return afterDatacenterAndServer(site);
  }
}

/** Of servers lost in this datacenter and in the other one. */
function worse(here: Recipe<number> | undefined, there: Recipe<number> | undefined): Recipe<number> | undefined {
  if (!here || !there) return here ?? there;
  return there.value > here.value ? there : here;
}

function afterOneHere(site: Site): Recipe<number> | undefined {
  const { servers } = site.plan;
  const copies = highlyAvailableAtHome(site.plan);
  const normal = activeNormally(site);
  if (servers.value < 2) return undefined;
  if (copies.value < 2) return unchanged(normal, copies);
  return formula({
    unit: 'databases',
    words: 'roundup(normal + normal ÷ (servers − 1))',
    of: { normal, servers },
    value: (values) => spread(values.normal, values.servers),
    source,
  });
}

function afterTwoHere(site: Site): Recipe<number> | undefined {
  const { servers } = site.plan;
  const copies = highlyAvailableAtHome(site.plan);
  const moved = databasesMoved(site.in('twoServers'));
  if (!moved || servers.value < 3) return undefined;
  if (copies.value < 2) return unchanged(activeNormally(site), copies);
  return formula({
    unit: 'databases',
    words: 'roundup((databases − moved) ÷ (servers − 2))',
    of: { databases: homeDatabases(site), moved, servers },
    value: (values) => roundUp((values.databases - values.moved) / (values.servers - 2)),
    source,
  });
}

function afterServersThere(site: Site, mode: 'oneServer' | 'twoServers'): Recipe<number> | undefined {
  const takenOver = databasesTakenOver(site.in(mode));
  if (!takenOver) return undefined;
  return formula({
    unit: 'databases',
    words: 'normal + taken over',
    of: { normal: activeNormally(site), takenOver },
    value: (values) => values.normal + values.takenOver,
    source,
  });
}

/** All databases on the servers that are left, where they have copies here. */
function afterDatacenter(site: Site): Recipe<number> | undefined {
  const { plan, other } = site;
  if (!other) return undefined;
  const copies = copiesAway(plan);
  if (copies.value === 0) return unchanged(activeNormally(site), copies);
  return formula({
    unit: 'databases',
    words: 'roundup(Σ(databases) ÷ servers)',
    of: { databases: [homeDatabases(site), homeDatabases(other)], servers: plan.servers },
    value: ({ databases: [own = 0, taken = 0], servers }) => roundUp((own + taken) / servers),
    source,
  });
}

/** Own databases and those of the other datacenter; a failed server's spread once more where another copy of theirs is left. */
function afterDatacenterAndServer(site: Site): Recipe<number> | undefined {
  const { plan, other } = site;
  if (!other || plan.servers.value < 2) return undefined;
  const own = highlyAvailableAtHome(plan).value >= 2;
  const taken = usableAway(plan) >= 2;
  const each = (name: string, spreads: boolean): string =>
    spreads ? `roundup(${name} + ${name} ÷ (servers − 1))` : name;
  const ofOther = copiesAway(plan).value === 0 ? 0 : 1;
  return formula({
    unit: 'databases',
    words: `roundup(${each('normal', own)}${ofOther ? ` + ${each('other normal', taken)}` : ''})`,
    of: { normal: activeNormally(site), otherNormal: activeNormally(other), servers: plan.servers },
    value: ({ normal, otherNormal, servers }) =>
      roundUp(
        (own ? spread(normal, servers) : normal) + ofOther * (taken ? spread(otherNormal, servers) : otherNormal),
      ),
    source,
  });
}

/** What a server carries when one neighbour's share comes on top. */
function spread(normal: number, servers: number): number {
  return roundUp(normal + normal / (servers - 1));
}

function unchanged(normal: Quantity<number>, copies: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'databases',
    words: 'normal; there is no other copy to activate here',
    of: { normal, copies },
    value: (values) => values.normal,
    source,
  });
}

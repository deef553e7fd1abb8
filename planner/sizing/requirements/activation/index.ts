import { failureModes, type FailureMode } from '../../../simulate/failover/failureModes.ts';
import type { Figure, Quantity } from '../../figure.ts';
import { figure, formula, type Recipe } from '../../formula.ts';
import { calculator } from '../../source.ts';
import { copiesPerDatabase } from '../copies.ts';
import { copiesPerServer, homeDatabases } from '../copyCounts.ts';
import { mailboxesPerDatabase } from '../databaseCount.ts';
import type { Failure, Site } from '../plan.ts';
import { calculatorActive } from './calculator.ts';
import { activeNormally } from './normal.ts';
import { plannedActive } from './planned.ts';

export { databasesMoved, databasesRemaining, databasesTakenOver } from './moved.ts';

const source = calculator('A10, C6');

const afterFailure = figure('activeDatabases', ({ site, mode }: Failure) => {
  if (mode === 'worst') return worst(site);
  if (mode === 'normal') return undefined;
  if (site.plan.parity) return calculatorActive(site, mode);
  const recipe = plannedActive(site, mode);
  return recipe && atMostTheCopies(recipe, copiesPerServer(site));
});

/** Databases active on a server in the worst failure of a mode that leaves it up; absent where none does. */
export function activeDatabases(failure: Failure): Figure<number> | undefined {
  return failure.mode === 'normal' ? activeNormally(failure.site) : afterFailure(failure);
}

/** The most databases active on a server in any failure that counts. */
export function worstActive(site: Site): Figure<number> {
  const active = activeDatabases(site.in('worst'));
  if (!active) throw new RangeError('Every server has a worst failure.');
  return active;
}

/** Mailboxes of the databases active on a server. */
export const activeMailboxes = figure('activeMailboxes', (failure: Failure) => {
  const active = activeDatabases(failure);
  if (!active) return undefined;
  return formula({
    unit: 'mailboxes',
    words: 'databases × mailboxes',
    of: { databases: active, mailboxes: mailboxesPerDatabase(failure.site.plan) },
    value: ({ databases, mailboxes }) => databases * mailboxes,
    source,
  });
});

/** The most databases that a server may have active: the hard limit for it. */
export const maximumActiveDatabases = figure('maximumActiveDatabases', (site: Site) => {
  const inAnyMode = counts(site, failureModes);
  return formula({
    unit: 'databases',
    words: 'max(mode)',
    of: { mode: inAnyMode },
    value: ({ mode }) => Math.max(...mode),
    source,
  });
});

/**
 * The soft limit: two servers lost or, where that is no less than the hard limit, one. It takes four copies, and databases that are at home
 * on the server.
 */
export const maximumPreferredActiveDatabases = figure('maximumPreferredActiveDatabases', (site: Site) => {
  const one = activeDatabases(site.in('oneServer'));
  const two = activeDatabases(site.in('twoServers'));
  const most = maximumActiveDatabases(site);
  const passive = !site.plan.parity && homeDatabases(site).value === 0;
  if (passive || copiesPerDatabase(site.plan).value < 4) return undefined;
  if (two && two.value < most.value) {
    return formula({
      unit: 'databases',
      words: 'two servers lost',
      of: { twoServersLost: two, hardLimit: most },
      value: ({ twoServersLost }) => twoServersLost,
      source,
    });
  }
  return (
    one &&
    formula({
      unit: 'databases',
      words: 'one server lost; two are no less than the hard limit',
      of: { oneServerLost: one, hardLimit: most },
      value: ({ oneServerLost }) => oneServerLost,
      source,
    })
  );
});

/** The most active databases that processors and memory have to carry. */
function worst(site: Site): Recipe<number> {
  return formula({
    unit: 'databases',
    words: 'max(mode)',
    of: { mode: counts(site, modesThatCount(site)), designFailure: site.plan.sizing.get('designFailure') },
    value: ({ mode }) => Math.max(...mode),
    source,
  });
}

/** The modes up to the design failure; the calculator takes all. */
export function modesThatCount({ plan }: Site): readonly FailureMode[] {
  const last = plan.parity ? failureModes.length - 1 : failureModes.indexOf(plan.sizing.get('designFailure').value);
  return failureModes.slice(0, last + 1);
}

function counts(site: Site, modes: readonly FailureMode[]): Figure<number>[] {
  return modes.flatMap((mode) => activeDatabases(site.in(mode)) ?? []);
}

/** No more databases are active on a server than it has copies. */
function atMostTheCopies(recipe: Recipe<number>, copies: Quantity<number>): Recipe<number> {
  if (recipe.value <= copies.value) return recipe;
  return formula({
    unit: 'databases',
    words: 'copies; a server has no more',
    of: { copies },
    value: (values) => values.copies,
    source,
  });
}

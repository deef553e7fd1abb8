import { given, type Quantity } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { calculator } from '../source.ts';
import type { Plan } from './plan.ts';

const source = calculator('A10');

export const copiesPerDatabase = figure('copiesPerDatabase', (plan: Plan) =>
  formula({
    unit: 'copies',
    words: 'highly available + lagged',
    of: { highlyAvailable: plan.copies.get('highlyAvailable'), lagged: plan.copies.get('lagged') },
    value: ({ highlyAvailable, lagged }) => highlyAvailable + lagged,
    source,
  }),
);

/** Highly available copies of a database in its home datacenter. */
export const highlyAvailableAtHome = figure('highlyAvailableAtHome', (plan: Plan) =>
  formula({
    unit: 'copies',
    words: 'highly available − away',
    of: { highlyAvailable: plan.copies.get('highlyAvailable'), away: highlyAvailableAway(plan) },
    value: ({ highlyAvailable, away }) => highlyAvailable - away,
    source,
  }),
);

/** All copies of a database in its home datacenter. */
export const copiesAtHome = figure('copiesAtHome', (plan: Plan) =>
  formula({
    unit: 'copies',
    words: 'copies − highly available ones away − lagged ones away',
    of: {
      copies: copiesPerDatabase(plan),
      highlyAvailableOnesAway: highlyAvailableAway(plan),
      laggedOnesAway: laggedAway(plan),
    },
    value: ({ copies, highlyAvailableOnesAway, laggedOnesAway }) => copies - highlyAvailableOnesAway - laggedOnesAway,
    source,
  }),
);

/** All copies of a database in the other datacenter. */
export const copiesAway = figure('copiesAway', (plan: Plan) =>
  formula({
    unit: 'copies',
    words: 'highly available + lagged',
    of: { highlyAvailable: highlyAvailableAway(plan), lagged: laggedAway(plan) },
    value: ({ highlyAvailable, lagged }) => highlyAvailable + lagged,
    source,
  }),
);

/** Highly available copies of a database away from its home datacenter. */
export function highlyAvailableAway(plan: Plan): Quantity<number> {
  const all = plan.copies.get('highlyAvailable');
  return (
    plan.copies.find('highlyAvailableInSecondDatacenter') ??
    half(plan, Math.floor(all.value / 2), 'half of the highly available copies, rounded down')
  );
}

/** Lagged copies of a database away from its home datacenter. */
export function laggedAway(plan: Plan): Quantity<number> {
  const all = plan.copies.get('lagged');
  return (
    plan.copies.find('laggedInSecondDatacenter') ??
    half(plan, Math.ceil(all.value / 2), 'half of the lagged copies, rounded up')
  );
}

function half(plan: Plan, value: number, how: string): Quantity<number> {
  return plan.siteResilient ? given(value, 'copies', how) : given(0, 'copies', 'there is one datacenter');
}

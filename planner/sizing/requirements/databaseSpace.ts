import { figure, formula } from '../formula.ts';
import { calculator } from '../source.ts';
import { copiesPerServer } from './copyCounts.ts';
import { mailboxesPerDatabase } from './databaseCount.ts';
import { averageMailboxSize } from './mailboxes.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags, perDag } from './multiples.ts';

const source = calculator('A5');

/** Size of a database without overhead. */
export const databaseContent = figure('databaseContent', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'mailboxes × size ÷ 1,024',
    of: { mailboxes: mailboxesPerDatabase(plan), size: averageMailboxSize(plan) },
    value: ({ mailboxes, size }) => (mailboxes * size) / 1024,
    source,
  }),
);

export const databaseSize = figure('databaseSize', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'content × (1 + overhead)',
    of: { content: databaseContent(plan), overhead: plan.sizing.get('dataOverheadFraction') },
    value: ({ content, overhead }) => content * (1 + overhead),
    source,
  }),
);

export const databaseSpacePerServer = figure('databaseSpacePerServer', (site: Site) =>
  formula({
    unit: 'GB',
    words: 'copies × size',
    of: { copies: copiesPerServer(site), size: databaseSize(site.plan) },
    value: ({ copies, size }) => copies * size,
    source,
  }),
);

/** All copies of a DAG. */
export const databaseSpacePerDag = figure('databaseSpacePerDag', (plan: Plan) =>
  perDag(plan, databaseSpacePerServer, source),
);

/** All copies of the whole design. */
export const databaseSpace = figure('databaseSpace', (plan: Plan) =>
  inAllDags(plan, databaseSpacePerDag(plan), source),
);

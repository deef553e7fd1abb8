import { peakIOPS } from '../io.ts';
import { figure, formula } from '../formula.ts';
import { calculator } from '../source.ts';
import { averageMailboxSize, mailboxesPerDag, mailboxIOPS } from './mailboxes.ts';
import type { Plan } from './plan.ts';

/** Size of one copy of each database of a DAG. */
export const databaseContentPerDag = figure('databaseContentPerDag', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'mailboxes × size ÷ 1,024 × (1 + overhead)',
    of: {
      mailboxes: mailboxesPerDag(plan),
      size: averageMailboxSize(plan),
      overhead: plan.sizing.get('dataOverheadFraction'),
    },
    value: ({ mailboxes, size, overhead }) => ((mailboxes * size) / 1024) * (1 + overhead),
    source: calculator('A5'),
  }),
);

/** Peak random I/O of one copy of each database of a DAG. */
export const iopsPerDag = figure('iopsPerDag', (plan: Plan) =>
  formula({
    unit: 'IOPS',
    words: '(mailboxes ÷ DAGs + additional) × (1 + overhead)',
    of: {
      mailboxes: mailboxIOPS(plan),
      DAGs: plan.dags,
      additional: plan.sizing.get('additionalIOPS'),
      overhead: plan.sizing.get('ioOverheadFraction'),
    },
    value: (values) => peakIOPS(values.mailboxes / values.DAGs, values.additional, values.overhead),
    source: calculator('A7'),
  }),
);

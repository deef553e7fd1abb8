import { figure, formula, type Recipe } from '../formula.ts';
import { logSpaceGB } from '../logs.ts';
import { retention } from '../recipes/logRetention.ts';
import { calculator } from '../source.ts';
import { averageMailboxSize, mailboxesPerDag, mailboxLogs } from './mailboxes.ts';
import type { Plan } from './plan.ts';

const source = calculator('A6');

/** Logs that the mailboxes of a DAG write in a day. */
export const userLogsPerDag = figure('userLogsPerDag', (plan: Plan) =>
  formula({
    unit: 'logs/day',
    words: 'logs ÷ DAGs × (1 + overhead)',
    of: { logs: mailboxLogs(plan), DAGs: plan.dags, overhead: plan.sizing.get('dataOverheadFraction') },
    value: (values) => (values.logs / values.DAGs) * (1 + values.overhead),
    source,
  }),
);

/** Logs that moved mailboxes write in a week: 1 MB each. */
export const moveLogsPerWeek = figure('moveLogsPerWeek', (plan: Plan) =>
  formula({
    unit: 'logs/week',
    words: 'mailboxes × moves × size × (1 + overhead)',
    of: {
      mailboxes: mailboxesPerDag(plan),
      moves: plan.sizing.get('mailboxMovesPerWeekFraction'),
      size: averageMailboxSize(plan),
      overhead: plan.sizing.get('dataOverheadFraction'),
    },
    value: ({ mailboxes, moves, size, overhead }) => mailboxes * moves * size * (1 + overhead),
    source,
  }),
);

/** Logs of a DAG in a day, moves included. */
export const averageLogsPerDag = figure('averageLogsPerDag', (plan: Plan) =>
  formula({
    unit: 'logs/day',
    words: 'user logs + move logs ÷ 7',
    of: { userLogs: userLogsPerDag(plan), moveLogs: moveLogsPerWeek(plan) },
    value: ({ userLogs, moveLogs }) => userLogs + moveLogs / 7,
    source,
  }),
);

export const replayLagDays = figure('replayLagDays', (plan: Plan) => lagDays(plan, 'replayLagHours'));

export const truncationLagDays = figure('truncationLagDays', (plan: Plan) => lagDays(plan, 'truncationLagHours'));

/** How long a lagged copy keeps logs. */
export const logLagDays = figure('logLagDays', (plan: Plan) =>
  formula({
    unit: 'days',
    words: 'replay lag + truncation lag',
    of: { replayLag: replayLagDays(plan), truncationLag: truncationLagDays(plan) },
    value: ({ replayLag, truncationLag }) => replayLag + truncationLag,
    source,
  }),
);

/** Days of logs that every volume keeps. */
export const logRetentionDays = figure('logRetentionDays', (plan: Plan) => retention(plan.sizing, logLagDays(plan)));

/** Room for the retained logs of one copy of each database of a DAG. */
export const retainedLogSpacePerDag = figure('retainedLogSpacePerDag', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'logs × days ÷ 1,024',
    of: { logs: userLogsPerDag(plan), days: logRetentionDays(plan) },
    value: ({ logs, days }) => logSpaceGB(logs, days, 0),
    source,
  }),
);

/** Room for the logs of a week's moves, for one copy of each database of a DAG. */
export const moveLogSpacePerDag = figure('moveLogSpacePerDag', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'move logs ÷ 1,024',
    of: { moveLogs: moveLogsPerWeek(plan) },
    value: ({ moveLogs }) => logSpaceGB(0, 0, moveLogs),
    source,
  }),
);

/** Room for the logs of one copy of each database of a DAG. */
export const logContentPerDag = figure('logContentPerDag', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'retained + moves',
    of: { retained: retainedLogSpacePerDag(plan), moves: moveLogSpacePerDag(plan) },
    value: ({ retained, moves }) => retained + moves,
    source,
  }),
);

/** A lag counts only where there are lagged copies. */
function lagDays(plan: Plan, key: 'replayLagHours' | 'truncationLagHours'): Recipe<number> {
  const lagged = plan.copies.get('lagged');
  if (lagged.value === 0)
    return formula({ unit: 'days', words: '0; no copy is lagged', of: { lagged }, value: () => 0, source });
  return formula({
    unit: 'days',
    words: 'hours ÷ 24',
    of: { hours: plan.root.get(key) },
    value: ({ hours }) => hours / 24,
    source,
  });
}

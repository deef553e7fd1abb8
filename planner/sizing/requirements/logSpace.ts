import type { Figure } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';
import { activeDatacenters } from './calculatorCount.ts';
import { copiesPerServer } from './copyCounts.ts';
import { databasesPerDag } from './databaseCount.ts';
import { averageLogsPerDag, logContentPerDag, moveLogsPerWeek, userLogsPerDag } from './logDemand.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags, perDag } from './multiples.ts';

const source = calculator('A6');

/** Logs of a database's own mailboxes in a day. */
export const databaseLogs = figure('databaseLogs', (plan: Plan) => perDatabase(plan, userLogsPerDag(plan)));

/** Logs of moved mailboxes in an average day. */
export const databaseMoveLogs = figure('databaseMoveLogs', (plan: Plan) =>
  formula({
    unit: 'logs/day',
    words: 'move logs ÷ 7 ÷ databases',
    of: { moveLogs: moveLogsPerWeek(plan), databases: databasesPerDag(plan) },
    value: ({ moveLogs, databases }) => moveLogs / 7 / databases,
    source,
  }),
);

/** Logs of a database in an average day, moves included. */
export const averageDatabaseLogs = figure('averageDatabaseLogs', (plan: Plan) =>
  perDatabase(plan, averageLogsPerDag(plan)),
);

/** Logs that the databases active on a server write in a day, nothing failed. */
export const userLogsPerServer = figure('userLogsPerServer', (plan: Plan) =>
  perActiveServer(plan, userLogsPerDag(plan)),
);

export const averageLogsPerServer = figure('averageLogsPerServer', (plan: Plan) =>
  perActiveServer(plan, averageLogsPerDag(plan)),
);

/** Logs of all mailboxes in a day. */
export const userLogs = figure('userLogs', (plan: Plan) => inAllDags(plan, userLogsPerDag(plan), source));

/** Room for the logs of a database, on each of its copies. */
export const logSpace = figure('logSpace', (plan: Plan) => perDatabase(plan, logContentPerDag(plan)));

export const logSpacePerServer = figure('logSpacePerServer', (site: Site) =>
  formula({
    unit: 'GB',
    words: 'copies × logs',
    of: { copies: copiesPerServer(site), logs: logSpace(site.plan) },
    value: ({ copies, logs }) => copies * logs,
    source,
  }),
);

/** All copies of a DAG. */
export const logSpacePerDag = figure('logSpacePerDag', (plan: Plan) => perDag(plan, logSpacePerServer, source));

/** All copies of the whole design. */
export const totalLogSpace = figure('totalLogSpace', (plan: Plan) => inAllDags(plan, logSpacePerDag(plan), source));

function perDatabase(plan: Plan, ofDag: Figure<number>): Recipe<number> {
  return formula({
    unit: ofDag.unit,
    words: 'DAG ÷ databases',
    of: { DAG: ofDag, databases: databasesPerDag(plan) },
    value: ({ DAG, databases }) => DAG / databases,
    source,
  });
}

function perActiveServer(plan: Plan, ofDag: Figure<number>): Recipe<number> {
  return formula({
    unit: ofDag.unit,
    words: 'DAG ÷ (servers × datacenters)',
    of: { DAG: ofDag, servers: plan.servers, datacenters: activeDatacenters(plan) },
    value: ({ DAG, servers, datacenters }) => DAG / (servers * datacenters),
    source,
  });
}

import { figure, formula, type Recipe } from '../formula.ts';
import type { Figure } from '../figure.ts';
import {
  backgroundMaintenance,
  databaseReads,
  databaseWrites,
  logIOPS,
  logReads,
  logReadShare,
  logWrites,
} from '../recipes/io.ts';
import { calculator } from '../source.ts';
import { worstActive } from './activation/index.ts';
import { copiesPerServer, serversPerDag } from './copyCounts.ts';
import { databasesPerDag } from './databaseCount.ts';
import { iopsPerDag } from './demand.ts';
import { databasesPerVolume } from './layout.ts';
import { databaseReadFraction } from './mailboxes.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags, perDag } from './multiples.ts';

const source = calculator('A7');

/** Peak random I/O of each copy of a database; passive ones count as the active one. */
export const databaseIOPS = figure('databaseIOPS', (plan: Plan) =>
  formula({
    unit: 'IOPS',
    words: 'DAG ÷ databases',
    of: { DAG: iopsPerDag(plan), databases: databasesPerDag(plan) },
    value: ({ DAG, databases }) => DAG / databases,
    source,
  }),
);

export const volumeIOPS = figure('volumeIOPS', (plan: Plan) =>
  formula({
    unit: 'IOPS',
    words: 'databases × IOPS',
    of: { databases: databasesPerVolume(plan), IOPS: databaseIOPS(plan) },
    value: ({ databases, IOPS }) => databases * IOPS,
    source,
  }),
);

export const serverIOPS = figure('serverIOPS', (site: Site) =>
  formula({
    unit: 'IOPS',
    words: 'copies × IOPS',
    of: { copies: copiesPerServer(site), IOPS: databaseIOPS(site.plan) },
    value: ({ copies, IOPS }) => copies * IOPS,
    source,
  }),
);

/** All copies of a DAG. */
export const iopsOfCopiesPerDag = figure('iopsOfCopiesPerDag', (plan: Plan) => perDag(plan, serverIOPS, source));

/** All copies of the whole design. */
export const totalIOPS = figure('totalIOPS', (plan: Plan) => inAllDags(plan, iopsOfCopiesPerDag(plan), source));

export const databaseReadsPerServer = figure('databaseReadsPerServer', (site: Site) =>
  databaseReads(serverIOPS(site), databaseReadFraction(site.plan)),
);

export const databaseWritesPerServer = figure('databaseWritesPerServer', (site: Site) =>
  databaseWrites(serverIOPS(site), databaseReadFraction(site.plan)),
);

export const logWritesPerServer = figure('logWritesPerServer', (site: Site) =>
  logWrites(databaseWritesPerServer(site), site.plan.replicated),
);

export const logReadsPerServer = figure('logReadsPerServer', (site: Site) =>
  logReads(logWritesPerServer(site), copiesPerServer(site), worstActive(site), site.plan.replicated),
);

/** Log I/O of one active database. */
export const logStreamIOPS = figure('logStreamIOPS', (site: Site) => {
  const copies = copiesPerServer(site);
  if (copies.value === 0) return undefined;
  return formula({
    unit: 'IOPS',
    words: 'log writes ÷ copies × (1 + share)',
    of: {
      logWrites: logWritesPerServer(site),
      copies,
      share: logReadShare(site.plan.replicated),
    },
    value: (values) => (values.logWrites / values.copies) * (1 + values.share),
    source,
  });
});

export const logIOPSPerServer = figure('logIOPSPerServer', (site: Site) =>
  logIOPS(logWritesPerServer(site), logReadsPerServer(site)),
);

/** All servers of a DAG. The calculator takes every member for one of the first datacenter. */
export const logIOPSPerDag = figure('logIOPSPerDag', (plan: Plan) =>
  plan.parity ? likeTheFirst(plan, logIOPSPerServer(plan.sites[0])) : perDag(plan, logIOPSPerServer, source),
);

export const totalLogIOPS = figure('totalLogIOPS', (plan: Plan) => inAllDags(plan, logIOPSPerDag(plan), source));

export const backgroundMaintenancePerServer = figure('backgroundMaintenancePerServer', (site: Site) =>
  backgroundMaintenance(copiesPerServer(site)),
);

export const backgroundMaintenancePerDag = figure('backgroundMaintenancePerDag', (plan: Plan) =>
  perDag(plan, backgroundMaintenancePerServer, source),
);

export const totalBackgroundMaintenance = figure('totalBackgroundMaintenance', (plan: Plan) =>
  inAllDags(plan, backgroundMaintenancePerDag(plan), source),
);

function likeTheFirst(plan: Plan, aServer: Figure<number>): Recipe<number> {
  return formula({
    unit: aServer.unit,
    words: 'members × a server',
    of: { members: serversPerDag(plan), aServer },
    value: (values) => values.members * values.aServer,
    source,
  });
}

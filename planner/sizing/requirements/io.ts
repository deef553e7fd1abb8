import { sizingCatalog } from '../catalog.ts';
import { given } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import type { Figure } from '../figure.ts';
import { calculator } from '../source.ts';
import { activeDatabases } from './activation/index.ts';
import { copiesPerServer, serversPerDag } from './copyCounts.ts';
import { databasesPerDag } from './databaseCount.ts';
import { iopsPerDag } from './demand.ts';
import { databasesPerVolume } from './layout.ts';
import { databaseReadFraction } from './mailboxes.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags, perDag } from './total.ts';

const source = calculator('A7');
const { io } = sizingCatalog;

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
  formula({
    unit: 'IOPS',
    words: 'IOPS × reads',
    of: { IOPS: serverIOPS(site), reads: databaseReadFraction(site.plan) },
    value: ({ IOPS, reads }) => IOPS * reads,
    source,
  }),
);

export const databaseWritesPerServer = figure('databaseWritesPerServer', (site: Site) =>
  formula({
    unit: 'IOPS',
    words: 'IOPS × (1 − reads)',
    of: { IOPS: serverIOPS(site), reads: databaseReadFraction(site.plan) },
    value: ({ IOPS, reads }) => IOPS * (1 - reads),
    source,
  }),
);

export const logWritesPerServer = figure('logWritesPerServer', (site: Site) => {
  const { replicated } = site.plan;
  const share = replicated ? io.logWritesPerWrite.replicated : io.logWritesPerWrite.alone;
  return formula({
    unit: 'IOPS',
    words: 'database writes × share',
    of: {
      databaseWrites: databaseWritesPerServer(site),
      share: given(share, '1', replicated ? 'replicated databases (facts A7)' : 'a single copy (facts A7)'),
    },
    value: ({ databaseWrites, share: logs }) => databaseWrites * logs,
    source,
  });
});

/** Reads of the logs that active databases send to their other copies. */
export const logReadsPerServer = figure('logReadsPerServer', (site: Site) => {
  const active = activeDatabases(site.in('worst'));
  const share = site.plan.replicated ? io.logReadsPerLogWrite : 0;
  const copies = copiesPerServer(site);
  if (copies.value === 0) {
    return formula({ unit: 'IOPS', words: '0; the server has no copies', of: { copies }, value: () => 0, source });
  }
  return formula({
    unit: 'IOPS',
    words: 'log writes ÷ copies × active × share',
    of: {
      logWrites: logWritesPerServer(site),
      copies,
      active: active ?? given(0, 'databases', 'none'),
      share: given(share, '1', 'of the log writes, where there are other copies (facts A7)'),
    },
    value: (values) => (values.logWrites / values.copies) * values.active * values.share,
    source,
  });
});

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
      share: given(
        site.plan.replicated ? io.logReadsPerLogWrite : 0,
        '1',
        'of the log writes, where there are other copies (facts A7)',
      ),
    },
    value: (values) => (values.logWrites / values.copies) * (1 + values.share),
    source,
  });
});

export const logIOPSPerServer = figure('logIOPSPerServer', (site: Site) =>
  formula({
    unit: 'IOPS',
    words: 'writes + reads',
    of: { writes: logWritesPerServer(site), reads: logReadsPerServer(site) },
    value: ({ writes, reads }) => writes + reads,
    source,
  }),
);

/** All servers of a DAG. The calculator takes every member for one of the first datacenter. */
export const logIOPSPerDag = figure('logIOPSPerDag', (plan: Plan) =>
  plan.parity ? likeTheFirst(plan, logIOPSPerServer(plan.sites[0])) : perDag(plan, logIOPSPerServer, source),
);

export const totalLogIOPS = figure('totalLogIOPS', (plan: Plan) => inAllDags(plan, logIOPSPerDag(plan), source));

/** Sequential reads that check every copy. */
export const backgroundMaintenancePerServer = figure('backgroundMaintenancePerServer', (site: Site) =>
  formula({
    unit: 'MB/s',
    words: 'copies × each',
    of: { copies: copiesPerServer(site), each: given(io.backgroundMaintenanceMBps, 'MB/s', 'facts A7') },
    value: ({ copies, each }) => copies * each,
    source,
  }),
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

import { sizingCatalog } from '../catalog.ts';
import { given, type Figure, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { busiestShare, evenly, logMbps } from '../logTraffic.ts';
import { calculator } from '../source.ts';
import { copiesAway } from './copies.ts';
import { databasesPerDag } from './databaseCount.ts';
import { averageDatabaseLogs } from './logSpace.ts';
import type { Plan, RecoveryPoint } from './plan.ts';
import { inAllDags } from './multiples.ts';

const source = calculator('A9');

/** Copies of a DAG's databases that take their logs from the other datacenter. */
export const logStreams = figure('logStreams', (plan: Plan) =>
  formula({
    unit: 'streams',
    words: 'databases × copies',
    of: { databases: databasesPerDag(plan), copies: copiesAway(plan) },
    value: ({ databases, copies }) => databases * copies,
    source,
  }),
);

/** What keeps one copy within a recovery point objective, neither compressed nor with its index. */
export const requiredTraffic = figure('requiredTraffic', ({ plan, hours }: RecoveryPoint) =>
  traffic(plan, hours, uncompressed),
);

/** The hours over which the traffic may average. */
export const recoveryPointHours = figure('recoveryPointHours', (plan: Plan) =>
  formula({
    unit: 'hours',
    words: 'max(objective, 1)',
    of: { objective: plan.replication.get('rpoHours') },
    value: ({ objective }) => Math.max(objective, 1),
    source,
  }),
);

/** Log traffic of a copy in its busiest hour. */
export const peakLogTraffic = figure('peakLogTraffic', (plan: Plan) => traffic(plan, 1, compression(plan)));

/** Content index traffic of a copy in its busiest hour, as Exchange 2013 has it. */
export const peakIndexTraffic = figure('peakIndexTraffic', (plan: Plan) => traffic(plan, 1, uncompressed));

export const peakTraffic = figure('peakTraffic', (plan: Plan) =>
  together(plan, peakLogTraffic(plan), peakIndexTraffic(plan)),
);

export const peakLogTrafficPerDag = figure('peakLogTrafficPerDag', (plan: Plan) =>
  inStreams(plan, peakLogTraffic(plan)),
);

export const peakIndexTrafficPerDag = figure('peakIndexTrafficPerDag', (plan: Plan) =>
  inStreams(plan, peakIndexTraffic(plan)),
);

export const peakTrafficPerDag = figure('peakTrafficPerDag', (plan: Plan) => inStreams(plan, peakTraffic(plan)));

export const totalPeakTraffic = figure('totalPeakTraffic', (plan: Plan) =>
  inAllDags(plan, peakTrafficPerDag(plan), source),
);

/** Log traffic of a copy that keeps to the recovery point objective. */
export const recoveryPointLogTraffic = figure('recoveryPointLogTraffic', (plan: Plan) =>
  traffic(plan, recoveryPointHours(plan).value, compression(plan)),
);

export const recoveryPointIndexTraffic = figure('recoveryPointIndexTraffic', (plan: Plan) =>
  traffic(plan, recoveryPointHours(plan).value, uncompressed),
);

export const recoveryPointTraffic = figure('recoveryPointTraffic', (plan: Plan) =>
  together(plan, recoveryPointLogTraffic(plan), recoveryPointIndexTraffic(plan)),
);

export const recoveryPointTrafficPerDag = figure('recoveryPointTrafficPerDag', (plan: Plan) =>
  inStreams(plan, recoveryPointTraffic(plan)),
);

export const totalRecoveryPointTraffic = figure('totalRecoveryPointTraffic', (plan: Plan) =>
  inAllDags(plan, recoveryPointTrafficPerDag(plan), source),
);

const uncompressed = given(0, '1', 'content index, not compressed');

function compression(plan: Plan): Quantity<number> {
  return plan.replication.get('logCompressionFraction');
}

/** A copy's traffic in its busiest hours. */
function traffic(plan: Plan, hours: number, saved: Quantity<number>): Recipe<number> {
  const share = plan.stated.replication?.hourlyLogShare;
  const whence = share ? '/replication/hourlyLogShare' : 'a day spread evenly, as no hourly profile is stated';
  return formula({
    unit: 'Mbps',
    words: 'logs × busiest hour × 8 ÷ 3,600 × (1 − saved)',
    of: {
      logs: averageDatabaseLogs(plan),
      busiestHour: given(
        busiestShare(share ?? evenly, hours),
        '1',
        hours === 1 ? whence : `the busiest ${hours} hours on end, averaged: ${whence}`,
      ),
      saved,
    },
    value: ({ logs, busiestHour, saved: compressed }) => logMbps(logs * busiestHour) * (1 - compressed),
    source,
  });
}

/** Logs and index. From Exchange 2016 on copies index themselves, and only a part of that traffic remains. */
function together(plan: Plan, logs: Figure<number>, index: Figure<number>): Recipe<number> {
  const replicated = sizingCatalog.versions[plan.version.value].contentIndexReplicated;
  const remains =
    replicated && !plan.replication.states('contentIndexFactor')
      ? given(1, '1', `Exchange ${plan.version.value} copies content indexes`)
      : plan.replication.get('contentIndexFactor');
  return formula({
    unit: 'Mbps',
    words: '(logs + index) × remains',
    of: { logs, index, remains },
    value: (values) => (values.logs + values.index) * values.remains,
    source,
  });
}

function inStreams(plan: Plan, aCopy: Figure<number>): Recipe<number> {
  return formula({
    unit: 'Mbps',
    words: 'a copy × streams',
    of: { aCopy, streams: logStreams(plan) },
    value: (values) => values.aCopy * values.streams,
    source,
  });
}

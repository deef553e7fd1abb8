import type { FailureMode } from '../../simulate/failover/failureModes.ts';
import { sizingCatalog } from '../catalog.ts';
import { given } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';
import { transportDatabaseGB } from '../transport.ts';
import { formattedGB } from '../volume.ts';
import { activeDatabases, modesThatCount } from './activation/index.ts';
import { serversPerDag } from './copyCounts.ts';
import { replayLagDays } from './logDemand.ts';
import { averageMessageSize, messagesPerDay } from './mailboxes.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags } from './total.ts';

const source = calculator('A8');

/** Servers that are left when the design failure strikes every DAG. */
export const remainingServers = figure('remainingServers', (plan: Plan) => {
  if (plan.parity) return remainingInWorkbook(plan);
  const { mode, servers } = leftInDag(plan);
  return formula({
    unit: 'servers',
    words: 'left × DAGs',
    of: { left: given(servers, 'servers', `in a DAG in the worst failure that counts: ${mode}`), DAGs: plan.dags },
    value: ({ left, DAGs }) => left * DAGs,
    source,
  });
});

/** Messages of a day that such a server carries. */
export const messagesPerServer = figure('messagesPerServer', (plan: Plan) =>
  formula({
    unit: 'messages/day',
    words: 'messages ÷ servers',
    of: { messages: messagesPerDay(plan), servers: remainingServers(plan) },
    value: ({ messages, servers }) => messages / servers,
    source,
  }),
);

/** With their shadow copies. */
export const shadowedMessages = figure('shadowedMessages', (plan: Plan) =>
  formula({
    unit: 'messages/day',
    words: '2 × messages',
    of: { messages: messagesPerServer(plan) },
    value: ({ messages }) => 2 * messages,
    source,
  }),
);

/** How long Safety Net keeps messages: at least the replay lag. */
export const safetyNetDays = figure('safetyNetDays', (plan: Plan) =>
  formula({
    unit: 'days',
    words: 'max(hold time, replay lag)',
    of: { holdTime: plan.transport.get('safetyNetHoldDays'), replayLag: replayLagDays(plan) },
    value: ({ holdTime, replayLag }) => Math.max(holdTime, replayLag),
    source: `${source}; at least the replay lag (facts A7.8)`,
  }),
);

/** Messages that the transport database of a server holds. */
export const transportMessages = figure('transportMessages', (plan: Plan) =>
  formula({
    unit: 'messages',
    words: 'shadowed × (1 + queue expiration ÷ 2 + safety net)',
    of: {
      shadowed: shadowedMessages(plan),
      queueExpiration: plan.transport.get('queueExpirationDays'),
      safetyNet: safetyNetDays(plan),
    },
    value: ({ shadowed, queueExpiration, safetyNet }) => shadowed * (1 + queueExpiration / 2 + safetyNet),
    source,
  }),
);

/** On each server. */
export const transportDatabase = figure('transportDatabase', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'messages × message size ÷ 1,048,576',
    of: { messages: transportMessages(plan), messageSize: averageMessageSize(plan) },
    value: ({ messageSize }) =>
      transportDatabaseGB({
        messagesPerDay: messagesPerDay(plan).value,
        servers: remainingServers(plan).value,
        averageMessageKB: messageSize,
        queueExpirationDays: plan.transport.get('queueExpirationDays').value,
        safetyNetDays: safetyNetDays(plan).value,
      }),
    source,
  }),
);

export const transportSpacePerDag = figure('transportSpacePerDag', (plan: Plan) =>
  formula({
    unit: 'GB',
    words: 'database × members',
    of: { database: transportDatabase(plan), members: serversPerDag(plan) },
    value: ({ database, members }) => database * members,
    source,
  }),
);

export const totalTransportSpace = figure('totalTransportSpace', (plan: Plan) =>
  inAllDags(plan, transportSpacePerDag(plan), source),
);

/** Whether the transport database fits the system disks; else it wants a mirrored pair of its own. */
export const transportOnSystemDisk = figure('transportOnSystemDisk', (site: Site) =>
  formula({
    unit: '',
    words: 'database + reserve < disk × 1,000,000,000 ÷ 1,073,741,824',
    of: {
      database: transportDatabase(site.plan),
      reserve: given(sizingCatalog.transport.systemDiskReserveGB, 'GB', 'facts A8'),
      disk: site.systemDisks.get('capacityGB'),
    },
    value: ({ database, reserve, disk }) => database + reserve < formattedGB(disk),
    source,
  }),
);

function leftInDag(plan: Plan): { readonly mode: FailureMode; readonly servers: number } {
  const { value: servers } = plan.servers;
  const members = serversPerDag(plan).value;
  const lost: Readonly<Record<FailureMode, number>> = {
    normal: 0,
    oneServer: 1,
    twoServers: servers < 2 ? members : 2,
    datacenter: servers,
    datacenterAndOneServer: servers + 1,
  };
  const mode = modesThatCount(plan.sites[0]).findLast((candidate) => lost[candidate] < members) ?? 'normal';
  return { mode, servers: members - lost[mode] };
}

/** One datacenter less, and one server more where its failure is counted; DAGs of a pair that are active in turn count once. */
function remainingInWorkbook(plan: Plan): Recipe<number> {
  const worst = activeDatabases(plan.sites[1]?.in('datacenterAndOneServer') ?? plan.sites[0].in('twoServers'));
  const lost = plan.siteResilient ? (worst ? 1 : 0) : worst ? 2 : 1;
  const counted = plan.distribution === 'activeActiveSeveralDags' ? 2 : 1;
  return formula({
    unit: 'servers',
    words: 'max(servers − lost, 1) × DAGs ÷ counted together',
    of: {
      servers: plan.servers,
      lost: given(lost, 'servers', 'of those left in one datacenter'),
      DAGs: plan.dags,
      countedTogether: given(counted, 'DAGs', plan.root.get('userDistribution').source ?? ''),
    },
    value: (values) => (Math.max(values.servers - values.lost, 1) * values.DAGs) / values.countedTogether,
    source,
  });
}

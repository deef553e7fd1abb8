import type { FailureMode } from '../../simulate/failover/failureModes.ts';
import { given } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import {
  database,
  held,
  messagesPerServer as carried,
  onSystemDisk,
  safetyNet,
  shadowed,
} from '../recipes/transport.ts';
import { calculator } from '../source.ts';
import { activeDatabases, modesThatCount } from './activation/index.ts';
import { serversPerDag } from './copyCounts.ts';
import { replayLagDays } from './logDemand.ts';
import { averageMessageSize, messagesPerDay } from './mailboxes.ts';
import type { Plan, Site } from './plan.ts';
import { inAllDags } from './multiples.ts';

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

export const messagesPerServer = figure('messagesPerServer', (plan: Plan) =>
  carried(messagesPerDay(plan), remainingServers(plan)),
);

export const shadowedMessages = figure('shadowedMessages', (plan: Plan) => shadowed(messagesPerServer(plan)));

export const safetyNetDays = figure('safetyNetDays', (plan: Plan) =>
  safetyNet(plan.transport.get('safetyNetHoldDays'), replayLagDays(plan)),
);

export const transportMessages = figure('transportMessages', (plan: Plan) =>
  held(shadowedMessages(plan), plan.transport.get('queueExpirationDays'), safetyNetDays(plan)),
);

/** On each server. */
export const transportDatabase = figure('transportDatabase', (plan: Plan) =>
  database(transportMessages(plan), averageMessageSize(plan)),
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

export const transportOnSystemDisk = figure('transportOnSystemDisk', (site: Site) =>
  onSystemDisk(transportDatabase(site.plan), site.systemDisks.get('capacityGB')),
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

import type { Dag, Design } from '../../design/types.ts';
import { databaseLoads } from '../../sizing/databaseLoads.ts';
import { replicationOptions, tierWithDefaults, type ReplicationOptions } from '../../sizing/index.ts';
import { logMbps } from '../../sizing/logTraffic.ts';
import { linkSubject } from '../failover/selectors.ts';
import type { DagState, FailoverState } from '../failover/index.ts';
import { clientAccess } from '../survivors/clientAccess.ts';
import { inUtc } from './profile.ts';
import { crosses, utcOffset, type Stream } from './streams.ts';

/** What makes a link's load: shipped logs, the content index with them, shadow copies of messages, proxied clients. */
export const partKinds = ['logs', 'contentIndex', 'transport', 'clients'] as const;
export type PartKind = (typeof partKinds)[number];

/** Mbit/s by kind and UTC hour. */
export type Parts = Readonly<Record<PartKind, number[]>>;

/** One direction between two datacenters. */
export interface Direction {
  readonly from: string;
  readonly to: string;
  readonly parts: Parts;
  /** Logs of 1 MB that are generated each hour, times the copies that take them. */
  readonly hourlyLogs: number[];
  streams: number;
  /** Whether everything that is replicated goes encrypted. */
  encrypted: boolean;
}

/** The streams of a DAG from one datacenter to another whose mailboxes keep the same hours. */
interface Flow {
  readonly from: string;
  readonly to: string;
  readonly home: string | undefined;
  readonly dag: Dag;
  count: number;
  logsPerDay: number;
}

const flows = new WeakMap<readonly Stream[], readonly Flow[]>();

/** Found once per list: that of a healthy DAG stays the same while others are edited. */
function flowsOf(streams: readonly Stream[]): readonly Flow[] {
  let found = flows.get(streams);
  if (!found) flows.set(streams, (found = findFlows(streams)));
  return found;
}

function findFlows(streams: readonly Stream[]): Flow[] {
  const found = new Map<string, Flow>();
  for (const stream of streams) {
    if (!stream.reached || !crosses(stream)) continue;
    const { from, to, home, dag, logsPerDay } = stream;
    const key = [from, to, home ?? ''].join('/');
    const flow = found.get(key) ?? { from, to, home, dag, count: 0, logsPerDay: 0 };
    flow.count++;
    flow.logsPerDay += logsPerDay;
    found.set(key, flow);
  }
  return [...found.values()];
}

/** How much of 1 MB of logs crosses as logs, and with them as content index (facts A9, E2.10). */
export function wireFactors(
  dag: Dag,
  options: ReplicationOptions,
): { readonly logs: number; readonly contentIndex: number } {
  const saved = isOnLink(dag.networkCompression, 'logs') ? options.logCompressionFraction : 0;
  const both = (1 - saved + 1) * options.contentIndexFactor;
  const logs = Math.min(1 - saved, both);
  return { logs, contentIndex: both - logs };
}

/** Whether a network option of a DAG applies between datacenters, which are subnets of their own; not stated it does (facts E1.2). */
export function isOnLink(option: Dag['networkCompression'] = 'InterSubnetOnly', what: 'logs' | 'seeding'): boolean {
  return option === 'Enabled' || option === 'InterSubnetOnly' || (option === 'SeedOnly' && what === 'seeding');
}

/** The directions between datacenters, with what crosses in each. */
export class Directions {
  readonly #found = new Map<string, Direction>();

  constructor(
    readonly design: Design,
    readonly shares: readonly number[],
  ) {}

  get all(): Direction[] {
    return [...this.#found.values()];
  }

  between(from: string, to: string): Direction {
    const key = `${from}/${to}`;
    let found = this.#found.get(key);
    if (!found) {
      found = { from, to, parts: emptyParts(), hourlyLogs: hours(), streams: 0, encrypted: true };
      this.#found.set(key, found);
    }
    return found;
  }

  /** Adds the streams of a DAG that cross. */
  addStreams(streams: readonly Stream[]): void {
    const options = replicationOptions(this.design);
    for (const { from, to, home, dag, count, logsPerDay } of flowsOf(streams)) {
      const direction = this.between(from, to);
      direction.streams += count;
      const { logs, contentIndex } = wireFactors(dag, options);
      if (!isOnLink(dag.networkEncryption, 'logs')) direction.encrypted = false;
      inUtc(this.shares, utcOffset(this.design, home)).forEach((share, hour) => {
        const generated = logsPerDay * share;
        add(direction.hourlyLogs, hour, generated);
        add(direction.parts.logs, hour, logMbps(generated) * logs);
        add(direction.parts.contentIndex, hour, logMbps(generated) * contentIndex);
      });
    }
  }

  /** Adds a shadow copy of every message, in another datacenter of the DAG where one is up (facts A8, D5.1). */
  addTransport({ dags, failed }: FailoverState): void {
    if (!replicationOptions(this.design).transportShadowCopies) return;
    const messageMB = messageMBPerDay(this.design);
    for (const state of dags) {
      const sites = new Set(
        state.table.servers.flatMap(({ value }, s) => (state.serverMounts[s] ? (value.datacenter ?? []) : [])),
      );
      forEachActive(state, (d, from, home) => {
        const others = [...sites].filter((site) => site !== from && !failed.has(linkSubject(this.design, from, site)));
        const daily = messageMB.get(state.table.databases[d]?.name ?? '') ?? 0;
        for (const to of others) {
          inUtc(this.shares, utcOffset(this.design, home)).forEach((share, hour) =>
            add(this.between(from, to).parts.transport, hour, logMbps((daily * share) / others.length)),
          );
        }
      });
    }
  }

  /** Adds what unbound namespaces send on to the datacenter of the active copy, requests one way and answers the other (facts A2.4). */
  addClients({ dags, failed }: FailoverState): void {
    const { clientMbpsPerMailbox } = replicationOptions(this.design);
    if (clientMbpsPerMailbox === 0) return;
    const { loads } = databaseLoads(this.design);
    for (const { pair, shares } of clientAccess(this.design, dags)) {
      for (const state of dags.filter(({ table }) => table.dag.pair === pair)) {
        const accepted = acceptedBySite(state, dags, shares);
        forEachActive(state, (d, site) => {
          const mailboxes = loads.get(state.table.databases[d]?.name ?? '')?.mailboxes ?? 0;
          for (const [front, share] of accepted) {
            if (front === site || failed.has(linkSubject(this.design, front, site))) continue;
            for (const direction of [this.between(front, site), this.between(site, front)])
              direction.parts.clients.forEach((_, hour, list) =>
                add(list, hour, mailboxes * share * clientMbpsPerMailbox),
              );
          }
        });
      }
    }
  }
}

/** Share of a pair's connections that each datacenter accepts. */
function acceptedBySite(
  { table }: DagState,
  dags: readonly DagState[],
  shares: ReadonlyMap<string, number>,
): Map<string, number> {
  const accepted = new Map<string, number>();
  for (const { table: other } of dags.filter((dag) => dag.table.dag.pair === table.dag.pair)) {
    for (const { value } of other.servers) {
      if (value.datacenter === undefined) continue;
      accepted.set(value.datacenter, (accepted.get(value.datacenter) ?? 0) + (shares.get(value.name) ?? 0));
    }
  }
  return accepted;
}

/** Every database that is active in a known datacenter, with the one whose hours it keeps. */
function forEachActive(
  { table, chosen }: DagState,
  visit: (database: number, datacenter: string, home: string | undefined) => void,
): void {
  chosen.forEach((candidate, d) => {
    const datacenter = table.servers[table.candidateServer[candidate] ?? -1]?.value.datacenter;
    const home = table.servers[table.candidateServer[table.firstCandidate[d] ?? -1] ?? -1]?.value.datacenter;
    if (datacenter !== undefined) visit(d, datacenter, home);
  });
}

/** MB of messages that the mailboxes of each database send and receive in a day; those that are not stated are left out. */
function messageMBPerDay({ mailboxTiers = [], dags = [] }: Design): Map<string, number> {
  const perMailbox = new Map(
    mailboxTiers.map((tier) => {
      const { messagesPerDay = 0, averageMessageKB } = tierWithDefaults(tier);
      return [tier.name, (messagesPerDay * averageMessageKB) / 1024];
    }),
  );
  return new Map(
    dags.flatMap(({ databases = [] }) =>
      databases.map(({ name, mailboxes = {} }) => [
        name,
        Object.entries(mailboxes).reduce((sum, [tier, count = 0]) => sum + count * (perMailbox.get(tier) ?? 0), 0),
      ]),
    ),
  );
}

function emptyParts(): Parts {
  return { logs: hours(), contentIndex: hours(), transport: hours(), clients: hours() };
}

function hours(): number[] {
  return new Array<number>(24).fill(0);
}

function add(list: number[], hour: number, amount: number): void {
  list[hour] = (list[hour] ?? 0) + amount;
}

import type { Design } from '../../design/types.ts';
import { survivorLoads } from '../../sizing/survivorLoads.ts';
import {
  isLagged,
  playFailures,
  type DagState,
  type FailoverOptions,
  type FailoverState,
  type FailoverEvent,
  type Partition,
  type Switchover,
} from '../failover/index.ts';
import { clientAccess } from './clientAccess.ts';

/** Where one database is active; null where no copy mounts. */
export interface DatabaseOutcome {
  readonly name: string;
  readonly dag: string;
  readonly activeOn: string | null;
  /** Null also where the active copy states none. */
  readonly activationPreference: number | null;
  readonly lagged: boolean;
}

/** One server after the failures; null where a field that the figure needs is not stated. */
export interface ServerOutcome {
  readonly name: string;
  readonly dag: string;
  readonly up: boolean;
  readonly activeDatabases: number;
  /** Copies on disks that are left and not active. */
  readonly passiveCopies: number;
  readonly mailboxes: number | null;
  readonly cpuUtilization: number | null;
  readonly memoryRequiredGB: number | null;
  readonly iops: number | null;
  /** Share of its pair's client connections; null where the pair's namespaces are bound or not stated. */
  readonly clientShare: number | null;
}

export interface DagOutcome {
  readonly name: string;
  readonly votes: number;
  readonly votesNeeded: number;
  readonly hasQuorum: boolean;
  readonly partitions: readonly Partition[];
}

/** What failures do to a design. */
export interface FailoverOutcome {
  readonly databases: readonly DatabaseOutcome[];
  readonly servers: readonly ServerOutcome[];
  readonly dags: readonly DagOutcome[];
  /** Share of client traffic that goes on to another datacenter, by pair with unbound namespaces. */
  readonly pairs: readonly { readonly name: string; readonly proxiedShare: number }[];
  readonly counts: { readonly offline: number; readonly laggedOnly: number };
  /** What administrators do for each datacenter switchover, in order. */
  readonly switchovers: readonly Switchover[];
  /** DAGs played without a witness, and events that changed nothing. */
  readonly notes: readonly string[];
}

/**
 * Where every database is active after events in order, and the load on the servers that are left.
 * @throws FailureError for a selector of nothing in the design, or of what cannot fail
 */
export function simulateFailover(
  design: Design,
  events: readonly FailoverEvent[],
  options: FailoverOptions = {},
): FailoverOutcome {
  return failoverOutcome(design, playFailures(design, events, options));
}

/** The same for failures that are played already. */
export function failoverOutcome(design: Design, { dags, notes, switchovers }: FailoverState): FailoverOutcome {
  const access = clientAccess(design, dags);
  const databases = dags.flatMap(placements);
  return {
    databases,
    servers: dags.flatMap((dag) =>
      serverOutcomes(design, dag, access.find(({ pair }) => pair === dag.table.dag.pair)?.shares),
    ),
    dags: dags.map(({ table, votes, votesNeeded, hasQuorum, partitions }) => ({
      name: table.dag.name,
      votes,
      votesNeeded,
      hasQuorum,
      partitions,
    })),
    pairs: access.map(({ pair, proxiedShare }) => ({ name: pair, proxiedShare })),
    counts: {
      offline: databases.filter(({ activeOn }) => activeOn === null).length,
      laggedOnly: databases.filter(({ lagged }) => lagged).length,
    },
    switchovers,
    notes,
  };
}

function placements({ table, chosen }: DagState): DatabaseOutcome[] {
  return table.databases.map(({ name }, d) => {
    const copy = table.candidates[chosen[d] ?? -1]?.value;
    return {
      name,
      dag: table.dag.name,
      activeOn: copy?.server ?? null,
      activationPreference: copy?.activationPreference ?? null,
      lagged: copy !== undefined && isLagged(copy),
    };
  });
}

function serverOutcomes(
  design: Design,
  dag: DagState,
  shares: ReadonlyMap<string, number> | undefined,
): ServerOutcome[] {
  const { table, serverUp, active, lost } = dag;
  return survivorLoads(design, table, dag).map((load, s): ServerOutcome => {
    const server = table.servers[s];
    const up = serverUp[s] === 1;
    const activeDatabases = active[s] ?? 0;
    const name = server?.value.name ?? '';
    const left = (server?.copies ?? []).filter(({ value }) => !lost.has(value));
    return {
      name,
      dag: table.dag.name,
      up,
      activeDatabases,
      passiveCopies: up ? left.length - activeDatabases : 0,
      mailboxes: load.mailboxes ?? null,
      cpuUtilization: load.cpuUtilization ?? null,
      memoryRequiredGB: load.memoryRequiredGB ?? null,
      iops: load.iops ?? null,
      clientShare: shares ? (shares.get(name) ?? 0) : null,
    };
  });
}

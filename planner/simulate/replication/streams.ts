import { indexDesign } from '../../design/index.ts';
import { perDag } from '../../design/perDag.ts';
import type { Dag, Database, DatabaseCopy, Design } from '../../design/types.ts';
import { databaseLoadsIn } from '../../sizing/databaseLoads.ts';
import { healthyDag, type DagState, type FailoverState } from '../failover/index.ts';

/** The logs of one database on their way from its active copy to another copy. */
export interface Stream {
  readonly dag: Dag;
  readonly database: Database;
  /** The active copy, and the one that takes its logs. */
  readonly source: DatabaseCopy;
  readonly target: DatabaseCopy;
  /** Their datacenters; undefined where not stated. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The datacenter whose hours its mailboxes keep: that of the copy that is active when nothing has failed. */
  readonly home: string | undefined;
  /** Logs of 1 MB in an average day, moved mailboxes included. */
  readonly logsPerDay: number;
  /** Whether the target hears from the source: both on the side that has quorum. */
  readonly reached: boolean;
}

/**
 * The streams, by DAG in file order, of every database that is active somewhere: one to each other copy whose server and disk are left, lagged copies and those
 * that may not activate included. Databases whose mailboxes are not stated send nothing.
 */
export function streamsOf(design: Design, { dags }: FailoverState): (readonly Stream[])[] {
  return dags.map((state) => {
    const { dag } = state.table;
    return state === healthyDag(design, dag) ? healthyStreams(design, dag) : streamsOfDag(design, state);
  });
}

const healthyStreams = perDag((design, dag) => streamsOfDag(design, healthyDag(design, dag)));

function streamsOfDag(design: Design, state: DagState): Stream[] {
  const { table, chosen, lost } = state;
  const { loads } = databaseLoadsIn(design, table.dag);
  const members = new Map(table.servers.map(({ value }, s) => [value.name, { datacenter: value.datacenter, s }]));
  const together = new Set(state.partitions.filter(({ hasQuorum }) => hasQuorum).flatMap(({ servers }) => servers));
  const streams: Stream[] = [];
  table.databases.forEach((database, d) => {
    const source = table.candidates[chosen[d] ?? -1]?.value;
    const load = loads.get(database.name);
    if (!source || !load) return;
    const first = table.candidateServer[table.firstCandidate[d] ?? -1] ?? -1;
    const from = members.get(source.server)?.datacenter;
    const logsPerDay = load.logsPerDay + load.moveLogsPerWeek / 7;
    for (const target of database.copies ?? []) {
      const member = members.get(target.server);
      if (target.server === source.server || !member || state.serverUp[member.s] !== 1 || lost.has(target)) continue;
      streams.push({
        dag: table.dag,
        database,
        source,
        target,
        from,
        to: member.datacenter,
        home: table.servers[first]?.value.datacenter,
        logsPerDay,
        reached: together.has(target.server),
      });
    }
  });
  return streams;
}

/** Whether a stream crosses from one datacenter into another. */
export function crosses(stream: Stream): stream is Stream & { readonly from: string; readonly to: string } {
  return stream.from !== undefined && stream.to !== undefined && stream.from !== stream.to;
}

/** Local time of a datacenter minus UTC, minutes; 0 where it is not stated. */
export function utcOffset(design: Design, datacenter: string | undefined): number {
  if (datacenter === undefined) return 0;
  return indexDesign(design).datacenters.get(datacenter)?.value.utcOffsetMinutes ?? 0;
}

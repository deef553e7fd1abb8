import type { PlacedCopy } from '../design/index.ts';
import type { DatabaseCopy, Design } from '../design/types.ts';
import type { CopyTable } from '../simulate/failover/copyTable.ts';
import { costColumns, costTable } from './costTable.ts';
import { databaseLoads } from './databaseLoads.ts';
import { sizingOptions } from './options.ts';
import { missingFields } from './serverFields.ts';
import { ServerTally } from './serverTally.ts';

/** What a failure leaves of one DAG. */
export interface Remaining {
  readonly serverUp: Uint8Array;
  /** Per database the index of the active candidate, or -1. */
  readonly chosen: Int32Array;
  /** Copies that are lost with their disks or by themselves. */
  readonly lost: ReadonlySet<DatabaseCopy>;
}

/** The load of one server after a failure; a figure is absent where a field that it needs is not stated. */
export interface SurvivorLoad {
  readonly mailboxes?: number;
  readonly cpuUtilization?: number;
  readonly memoryRequiredGB?: number;
  /** Peak random I/O of the copies that are left on it. */
  readonly iops?: number;
}

/** The load of each server of a DAG after a failure, in the table's order; a server that is down carries nothing. */
export function survivorLoads(design: Design, table: CopyTable, { serverUp, chosen, lost }: Remaining): SurvivorLoad[] {
  const options = sizingOptions(design);
  const version = design.exchange?.version ?? '2016';
  const { costs } = costTable(design, table);
  const { loads } = databaseLoads(design);
  const sums = table.servers.map(() => new Float64Array(costColumns));
  const databases = new Int32Array(table.servers.length);
  chosen.forEach((candidate, d) => {
    const server = table.candidateServer[candidate];
    const sum = sums[server ?? -1];
    if (server === undefined || !sum) return;
    databases[server] = (databases[server] ?? 0) + 1;
    sum.forEach((before, column) => (sum[column] = before + (costs[d * costColumns + column] ?? NaN)));
  });
  const sumOf = (copies: readonly PlacedCopy[], cost: 'iops' | 'passiveMegacycles'): number =>
    copies.reduce((sum, { database }) => sum + (loads.get(database.name)?.[cost] ?? NaN), 0);
  return table.servers.map((server, s): SurvivorLoad => {
    if (serverUp[s] !== 1) return { mailboxes: 0, cpuUtilization: 0, iops: 0 };
    const [mailboxes = 0, activeMegacycles = 0, ownPassive = 0, clientAccessMegacycles = 0, cacheMB = 0] =
      sums[s] ?? [];
    const left = server.copies.filter(({ value }) => !lost.has(value));
    const iops = sumOf(left, 'iops');
    const tally = new ServerTally(server, options, version, missingFields(design, server, table.servers));
    tally.take('normal', [], {
      databases: databases[s] ?? 0,
      mailboxes,
      activeMegacycles,
      passiveMegacycles: sumOf(left, 'passiveMegacycles') - ownPassive,
      clientAccessMegacycles,
      cacheMB,
    });
    const load = tally.modes.normal;
    return {
      ...(load?.activeMailboxes !== undefined && { mailboxes: load.activeMailboxes }),
      ...(load?.cpuUtilization !== undefined && { cpuUtilization: load.cpuUtilization }),
      ...(load?.memoryNeed && { memoryRequiredGB: load.memoryNeed.neededGB }),
      ...(Number.isFinite(iops) && { iops }),
    };
  });
}

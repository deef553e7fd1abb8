import type { Design } from '../design/types.ts';
import type { CopyTable } from '../simulate/failover/copyTable.ts';
import { databaseLoadsIn } from './databaseLoads.ts';

/** Mailboxes, active, passive and client access megacycles, and cache: what an activation adds to a server. */
export const costColumns = 5;

/** What the databases of a DAG cost; NaN where something is not stated. */
export interface CostTable {
  /** A row of `costColumns` for each database of the table. */
  readonly costs: Float64Array;
  /** Megacycles of all copies of each server when they are passive. */
  readonly passive: readonly number[];
}

/** The costs of a DAG's databases as flat arrays, for loops over many failures. */
export function costTable(design: Design, table: CopyTable): CostTable {
  const { loads } = databaseLoadsIn(design, table.dag);
  const costs = new Float64Array(table.databases.length * costColumns).fill(NaN);
  table.databases.forEach(({ name }, d) => {
    const load = loads.get(name);
    if (!load) return;
    const { mailboxes, activeMegacycles, passiveMegacycles, clientAccessMegacycles, cacheMB } = load;
    costs.set([mailboxes, activeMegacycles, passiveMegacycles, clientAccessMegacycles, cacheMB], d * costColumns);
  });
  const passive = table.servers.map(({ copies }) =>
    copies.reduce((sum, { database }) => sum + (loads.get(database.name)?.passiveMegacycles ?? NaN), 0),
  );
  return { costs, passive };
}

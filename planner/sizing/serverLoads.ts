import { perDag } from '../design/perDag.ts';
import type { Design } from '../design/types.ts';
import { copyTable, copyTables, type CopyTable } from '../simulate/failover/copyTable.ts';
import { failureModes, failureOutcomes } from '../simulate/failover/failureModes.ts';
import { costColumns as columns, costTable } from './costTable.ts';
import { sizingOptions } from './options.ts';
import { missingFields } from './serverFields.ts';
import type { ServerLoad } from './serverLoad.ts';
import { ServerTally } from './serverTally.ts';
import { volumeLoads } from './volumeLoads.ts';

const cache = new WeakMap<Design, readonly ServerLoad[]>();

/** The load of every server from the design's real placement, in file order; computed once per design object. */
export function serverLoads(design: Design): readonly ServerLoad[] {
  let loads = cache.get(design);
  if (!loads) cache.set(design, (loads = copyTables(design).flatMap(({ dag }) => loadsOfDag(design, dag))));
  return loads;
}

/** After an edit only the DAG that it touched is reckoned anew. */
const loadsOfDag = perDag((design, dag) => computeLoads(design, copyTable(design, dag)));

function computeLoads(design: Design, table: CopyTable): ServerLoad[] {
  const options = sizingOptions(design);
  const version = design.exchange?.version ?? '2016';
  const tallies = table.servers.map(
    (server) => new ServerTally(server, options, version, missingFields(design, server, table.servers)),
  );
  const { costs, passive } = costTable(design, table);
  const sums = new Float64Array(table.servers.length * columns);
  for (const mode of failureModes.toReversed()) {
    for (const { failed, serverDown, chosen, active } of failureOutcomes(table, mode)) {
      sumBy(table, chosen, costs, sums);
      for (const [s, tally] of tallies.entries()) {
        if (serverDown[s] === 1) continue;
        const at = (column: number): number => sums[s * columns + column] ?? 0;
        const databases = active[s] ?? 0;
        const passiveMegacycles = (passive[s] ?? 0) - at(2);
        tally.take(mode, failed, {
          databases,
          mailboxes: at(0),
          activeMegacycles: at(1),
          passiveMegacycles,
          clientAccessMegacycles: at(3),
          cacheMB: at(4),
        });
      }
    }
  }
  return tallies.map((tally) => serverLoad(design, tally));
}

/** Sums what the active databases of each server cost: a row of `columns` for each server. */
function sumBy({ candidateServer }: CopyTable, chosen: Int32Array, costs: Float64Array, sums: Float64Array): void {
  sums.fill(0);
  for (let database = 0, from = 0; database < chosen.length; database++, from += columns) {
    const server = candidateServer[chosen[database] ?? -1];
    if (server === undefined) continue;
    const to = server * columns;
    for (let column = 0; column < columns; column++)
      sums[to + column] = (sums[to + column] ?? 0) + (costs[from + column] ?? 0);
  }
}

function serverLoad(design: Design, tally: ServerTally): ServerLoad {
  const { server, modes, judgedMode = 'normal', availableMegacycles, missing, options } = tally;
  const memoryNeed = modes[judgedMode]?.memoryNeed;
  const volumes = volumeLoads(design, server, options);
  const { hardware } = server;
  const memoryGB = hardware?.value.memoryGB;
  const memory = hardware && memoryGB === undefined ? [`${hardware.path}/memoryGB`] : [];
  return {
    server: server.value.name,
    copies: server.copies.length,
    modes,
    judgedMode,
    ...(availableMegacycles !== undefined && { availableMegacycles }),
    ...(memoryNeed && { memoryRequiredGB: memoryNeed.neededGB, memoryNeed }),
    ...(memoryGB !== undefined && { memoryGB }),
    volumes: volumes.loads,
    notStated: {
      cpu: distinct(missing.cpu),
      memory: distinct([...missing.memoryNeed, ...memory]),
      capacity: distinct(volumes.notStated.capacity),
      iops: distinct(volumes.notStated.iops),
    },
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

import { indexDesign, type PlacedServer } from '../design/index.ts';
import type { Pointer } from '../design/pointer.ts';
import type { Subject } from '../design/subject.ts';
import type { Design, Hardware } from '../design/types.ts';
import { copyTables, type CopyTable } from '../simulate/failover/copyTable.ts';
import { failureModes, forEachFailure, type FailureMode } from '../simulate/failover/failureModes.ts';
import { availableMegacycles } from './cpu.ts';
import { databaseLoads, type DatabaseLoad } from './databaseLoads.ts';
import { memoryNeededGB } from './memory.ts';
import { sizingOptions, type SizingOptions } from './options.ts';
import type { ModeLoad, ServerLoad } from './serverLoad.ts';
import { volumeLoads } from './volumeLoads.ts';

const cache = new WeakMap<Design, readonly ServerLoad[]>();

/** The load of every server from the design's real placement, in file order; computed once per design object. */
export function serverLoads(design: Design): readonly ServerLoad[] {
  let loads = cache.get(design);
  if (!loads) cache.set(design, (loads = copyTables(design).flatMap((table) => loadsOfDag(design, table))));
  return loads;
}

function loadsOfDag(design: Design, table: CopyTable): ServerLoad[] {
  const options = sizingOptions(design);
  const servers = table.servers.map((server) => new ServerTally(design, server, options));
  const loads = databaseLoads(design).loads;
  const costs = databaseCosts(table, loads);
  const passive = table.servers.map(({ copies }) =>
    copies.reduce((sum, { database }) => sum + (loads.get(database.name)?.passiveMegacycles ?? NaN), 0),
  );
  const carried = table.servers.map(() => new Float64Array(costs.columns));
  for (const mode of failureModes) {
    forEachFailure(table, mode, ({ failed, serverDown, chosen, active }) => {
      for (const sums of carried) sums.fill(0);
      chosen.forEach((candidate, database) => {
        const sums = carried[table.candidateServer[candidate] ?? -1];
        if (sums) costs.add(database, sums);
      });
      servers.forEach((server, s) => {
        const sums = carried[s];
        if (sums && serverDown[s] !== 1) server.take(mode, failed, active[s] ?? 0, sums, passive[s] ?? NaN);
      });
    });
  }
  return servers.map((server) => server.result());
}

/** Per database what its activation adds to a server, as rows of one flat array. */
function databaseCosts(table: CopyTable, loads: ReadonlyMap<string, DatabaseLoad>) {
  const columns = 5;
  const rows = new Float64Array(table.databases.length * columns);
  table.databases.forEach(({ name }, d) => {
    const load = loads.get(name);
    rows.set(
      load
        ? [load.mailboxes, load.activeMegacycles, load.passiveMegacycles, load.clientAccessMegacycles, load.cacheMB]
        : new Array<number>(columns).fill(NaN),
      d * columns,
    );
  });
  const add = (database: number, sums: Float64Array): void => {
    for (let column = 0; column < columns; column++) {
      sums[column] = (sums[column] ?? 0) + (rows[database * columns + column] ?? 0);
    }
  };
  return { columns, add };
}

/** Collects the worst of each mode for one server. */
class ServerTally {
  readonly #modes: Partial<Record<FailureMode, ModeLoad>> = {};
  readonly #available: number | undefined;
  #memoryGB = 0;

  constructor(
    readonly design: Design,
    readonly server: PlacedServer,
    readonly options: SizingOptions,
  ) {
    this.#available = serverMegacycles(server.hardware?.value, options);
  }

  take(mode: FailureMode, failed: readonly Subject[], active: number, sums: Float64Array, allPassive: number): void {
    const [mailboxes = 0, activeMegacycles = 0, notPassive = 0, clientAccess = 0, cacheMB = 0] = sums;
    const required = activeMegacycles + allPassive - notPassive;
    const cpuUtilization = required / (this.#available ?? NaN);
    const worst = this.#modes[mode];
    const heavier = worst && (cpuUtilization - (worst.cpuUtilization ?? NaN) || active - worst.activeDatabases);
    if (heavier === undefined || heavier > 0) {
      this.#modes[mode] = {
        failed: [...failed],
        activeDatabases: active,
        activeMailboxes: mailboxes,
        ...(Number.isFinite(cpuUtilization) && { cpuUtilization }),
      };
    }
    if (mode === this.options.designFailure) this.#takeMemory(cacheMB, clientAccess);
  }

  #takeMemory(cacheMB: number, clientAccess: number): void {
    const hardware = this.server.hardware?.value;
    const needed = memoryNeededGB({
      copies: this.server.copies.length,
      cores: hardware?.cores ?? NaN,
      cacheMB,
      clientAccessUtilization:
        hardware?.specIntRate2006 === undefined ? undefined : clientAccess / (this.#available ?? NaN),
    });
    this.#memoryGB = Math.max(this.#memoryGB, needed);
  }

  result(): ServerLoad {
    const { server, design, options } = this;
    const volumes = volumeLoads(design, server, options);
    const memoryGB = server.hardware?.value.memoryGB;
    return {
      server: server.value.name,
      copies: server.copies.length,
      modes: this.#modes,
      ...(Number.isFinite(this.#memoryGB) &&
        this.#modes[options.designFailure] && { memoryRequiredGB: this.#memoryGB }),
      ...(memoryGB !== undefined && { memoryGB }),
      volumes: volumes.loads,
      notStated: [...new Set([...missingFields(design, server), ...volumes.notStated])],
    };
  }
}

/** Megacycles of a server for Exchange: a hypervisor takes its share first (facts A2). */
export function serverMegacycles(hardware: Hardware | undefined, options: SizingOptions): number | undefined {
  if (hardware?.cores === undefined) return undefined;
  const available = availableMegacycles(hardware.cores, hardware.specIntRate2006);
  return hardware.physical === false ? available / (1 + options.hypervisorOverheadFraction) : available;
}

function missingFields(design: Design, server: PlacedServer): Pointer[] {
  const { notStated } = databaseLoads(design);
  const missing = server.copies.flatMap(({ database }) => notStated.get(database.name) ?? []);
  if (server.hardware === undefined) return [...missing, `${server.path}/hardware`];
  const { value, path } = server.hardware;
  if (value.cores === undefined) missing.push(`${path}/cores`);
  if (value.memoryGB === undefined) missing.push(`${path}/memoryGB`);
  if (server.value.datacenter === undefined) missing.push(`${server.path}/datacenter`);
  if (indexDesign(design).tiers.size === 0) missing.push('/mailboxTiers');
  return missing;
}

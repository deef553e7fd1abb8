import type { Design } from '../../design/types.ts';
import { indexDesign } from '../../design/index.ts';
import { subject, type Subject } from '../../design/subject.ts';
import { costColumns, costTable } from '../../sizing/costTable.ts';
import { serverScale, type ServerScale } from '../../sizing/serverScale.ts';
import { activate } from '../failover/activate.ts';
import { isLagged, type CopyTable } from '../failover/index.ts';
import { databaseGroups, loadColumns, reachableCandidates } from './databaseGroups.ts';
import { tellHeaviest } from './heaviest.ts';
import type { Carried } from './orderedPlacement.ts';
import { SetTally, setFigures, type SizeOutcome } from './setTally.ts';

// A constant of this module is read faster in the inner loops than one of another.
const columns = loadColumns;

/** A disk with copies. */
interface Disk {
  readonly selector: Subject;
  readonly server: number;
  /** Databases with a copy on it, and the megacycles that these copies cost when they are passive. */
  readonly databases: Int32Array;
  readonly passiveMegacycles: number;
  /** Its copies that can activate, as indices into `CopyTable.candidates`. */
  readonly candidates: Int32Array;
}

/** Where the databases are with the disks of one set failed, hard limits aside. */
interface Level extends Carried {
  /** Megacycles of each server's copies that are left when all of them are passive. */
  readonly passive: Float64Array;
}

/**
 * Walks over the sets of failed disks of one DAG, all of its servers up: from a set to the next larger one only the
 * databases move that are active on the disk that fails. Where a set passes a hard limit, it is placed anew in name order.
 */
export class DiskWalk {
  /** Disks with copies; others change nothing when they fail. */
  readonly #disks: readonly Disk[];
  readonly #scales: readonly ServerScale[];
  /** Where each database's candidates begin in the next three; one entry more than there are databases. */
  readonly #first: Int32Array;
  readonly #candidate: Int32Array;
  readonly #server: Int32Array;
  readonly #lagged: Uint8Array;
  readonly #loads: Float64Array;
  /** Each database's current candidate; its end where none is left. */
  readonly #current: Int32Array;
  /** Databases that moved, each with the candidate it had. */
  readonly #moved: number[] = [];
  readonly #copyLost: Uint8Array;
  readonly #up: Uint8Array;
  readonly #levels: Level[];
  readonly #tallies: SetTally[];
  readonly #set: number[] = [];
  readonly #values = new Float64Array(setFigures.length);
  readonly #chosen: Int32Array;
  readonly #placed: Carried;

  /** @param upTo the most disks that fail */
  constructor(
    design: Design,
    readonly table: CopyTable,
    upTo: number,
  ) {
    const { databases, servers, candidates } = table;
    const costs = costTable(design, table);
    this.#disks = disksOf(design, table, costs.costs);
    this.#scales = servers.map((server) => serverScale(design, server, servers));
    const rows = databases.map((_, database) => reachableCandidates(table, database));
    const reachable = rows.flat();
    this.#first = new Int32Array(rows.length + 1);
    rows.forEach((row, d) => (this.#first[d + 1] = (this.#first[d] ?? 0) + row.length));
    this.#candidate = Int32Array.from(reachable, ({ candidate }) => candidate);
    this.#server = Int32Array.from(reachable, ({ server }) => server);
    this.#lagged = Uint8Array.from(reachable, ({ lagged }) => (lagged ? 1 : 0));
    this.#loads = databaseGroups(design, table).databaseLoads;
    this.#current = Int32Array.from(rows, (_, d) => (this.#first[d] ?? 0) - 1);
    this.#copyLost = new Uint8Array(candidates.length);
    this.#up = new Uint8Array(servers.length);
    this.#chosen = new Int32Array(databases.length);
    const carried = (): Carried => ({
      active: new Int32Array(servers.length),
      loads: new Float64Array(servers.length * columns),
      offline: 0,
      laggedOnly: 0,
    });
    this.#levels = Array.from({ length: Math.min(upTo, this.#disks.length) + 1 }, () => ({
      ...carried(),
      passive: Float64Array.from(costs.passive),
    }));
    this.#placed = carried();
    this.#tallies = this.#levels.map(() => new SetTally());
  }

  get disks(): number {
    return this.#disks.length;
  }

  /** Plays the sets in parts, the sets whose first disk is the same in each; yields how many each part had. */
  *parts(): Generator<number, void> {
    const [start] = this.#levels;
    if (!start) return;
    this.#first.subarray(1).forEach((_, database) => this.#move(database, start));
    this.#tell(start, 0);
    yield 1;
    for (let disk = 0; disk < this.#disks.length && this.#levels.length > 1; disk++) yield this.#visit(start, 0, disk);
  }

  /** The worst and the mean of every size from none. */
  sizes(): SizeOutcome[] {
    const names = this.#disks.map(({ selector }) => selector);
    return this.#tallies.map((tally, failed) => tally.result(failed, names));
  }

  /** Fails one more disk, tells of the set, then of every larger one with disks that come later; how many these are. */
  #visit(level: Level, depth: number, disk: number): number {
    const next = this.#levels[depth + 1];
    if (!next) return 0;
    const mark = this.#moved.length;
    next.active.set(level.active);
    next.loads.set(level.loads);
    next.passive.set(level.passive);
    next.offline = level.offline;
    next.laggedOnly = level.laggedOnly;
    this.#set.push(disk);
    this.#fail(disk, next);
    this.#tell(next, depth + 1);
    let sets = 1;
    if (depth + 2 < this.#levels.length) {
      for (let later = disk + 1; later < this.#disks.length; later++) sets += this.#visit(next, depth + 1, later);
    }
    this.#set.pop();
    this.#heal(disk, mark);
    return sets;
  }

  #fail(number: number, level: Level): void {
    const disk = this.#disks[number];
    if (!disk) return;
    const { server, candidates, databases, passiveMegacycles } = disk;
    for (const candidate of candidates) this.#copyLost[candidate] = 1;
    level.passive[server] = (level.passive[server] ?? 0) - passiveMegacycles;
    for (const database of databases) {
      const current = this.#current[database] ?? 0;
      if (current >= (this.#first[database + 1] ?? 0) || this.#copyLost[this.#candidate[current] ?? -1] !== 1) continue;
      level.active[server] = (level.active[server] ?? 0) - 1;
      if (this.#lagged[current] === 1) level.laggedOnly--;
      this.#load(level, server, database, -1);
      this.#moved.push(database, current);
      this.#move(database, level);
    }
  }

  #heal(number: number, mark: number): void {
    for (const candidate of this.#disks[number]?.candidates ?? []) this.#copyLost[candidate] = 0;
    while (this.#moved.length > mark) {
      const current = this.#moved.pop() ?? 0;
      this.#current[this.#moved.pop() ?? 0] = current;
    }
  }

  /** Moves a database to its next candidate that is left. */
  #move(database: number, level: Level): void {
    const end = this.#first[database + 1] ?? 0;
    let next = (this.#current[database] ?? 0) + 1;
    while (next < end && this.#copyLost[this.#candidate[next] ?? -1] === 1) next++;
    this.#current[database] = next;
    if (next >= end) {
      level.offline++;
      return;
    }
    const server = this.#server[next] ?? -1;
    level.active[server] = (level.active[server] ?? 0) + 1;
    level.laggedOnly += this.#lagged[next] ?? 0;
    this.#load(level, server, database, 1);
  }

  #load({ loads }: Carried, server: number, database: number, sign: 1 | -1): void {
    for (let column = 0; column < columns; column++) {
      const at = server * columns + column;
      loads[at] = (loads[at] ?? 0) + sign * (this.#loads[database * columns + column] ?? NaN);
    }
  }

  #tell(level: Level, depth: number): void {
    tellHeaviest(this.#withinLimits(level), level.passive, this.#scales, this.#up, this.#values);
    this.#tallies[depth]?.take(this.#values, this.#set);
  }

  /** The level itself, or the databases placed one by one where a limit binds. */
  #withinLimits(level: Level): Carried {
    const { table } = this;
    if (level.active.every((count, server) => count <= (table.maximumActive[server] ?? Infinity))) return level;
    const placed = this.#placed;
    activate(table, { serverDown: this.#up, copyLost: this.#copyLost }, this.#chosen, placed.active);
    placed.loads.fill(0);
    placed.offline = 0;
    placed.laggedOnly = 0;
    this.#chosen.forEach((candidate, database) => {
      const copy = table.candidates[candidate]?.value;
      if (!copy) placed.offline++;
      else {
        if (isLagged(copy)) placed.laggedOnly++;
        this.#load(placed, table.candidateServer[candidate] ?? -1, database, 1);
      }
    });
    return placed;
  }
}

function disksOf(design: Design, table: CopyTable, costs: Float64Array): Disk[] {
  const { databases, servers } = table;
  const databaseNumber = new Map(databases.map(({ name }, d) => [name, d]));
  const candidates = candidatesByDisk(table);
  const index = indexDesign(design);
  return servers.flatMap(({ value: { name } }, server) =>
    (index.servers.get(name)?.volumes ?? [])
      .filter(({ copies }) => copies.length > 0)
      .map(({ value, copies }): Disk => {
        const held = Int32Array.from(copies, ({ database }) => databaseNumber.get(database.name) ?? -1);
        const selector = subject.volume(name, value.name);
        return {
          selector,
          server,
          databases: held,
          passiveMegacycles: held.reduce((sum, database) => sum + (costs[database * costColumns + 2] ?? NaN), 0),
          candidates: Int32Array.from(candidates.get(selector) ?? []),
        };
      }),
  );
}

function candidatesByDisk({ candidates }: CopyTable): ReadonlyMap<Subject, readonly number[]> {
  const disks = new Map<Subject, number[]>();
  candidates.forEach(({ value: { server, volume } }, candidate) => {
    if (volume === undefined) return;
    const disk = subject.volume(server, volume);
    const held = disks.get(disk);
    if (held) held.push(candidate);
    else disks.set(disk, [candidate]);
  });
  return disks;
}

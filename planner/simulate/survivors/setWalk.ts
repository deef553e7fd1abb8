import type { Design } from '../../design/types.ts';
import { costTable } from '../../sizing/costTable.ts';
import { serverScale, type ServerScale } from '../../sizing/serverScale.ts';
import type { CopyTable } from '../failover/index.ts';
import {
  assignVotes,
  firstVotes,
  judgeQuorum,
  quorumRules,
  type QuorumRules,
  type Side,
  type Votes,
} from '../failover/quorum.ts';
import { databaseGroups, loadColumns, type DatabaseGroups } from './databaseGroups.ts';
import { tellHeaviest } from './heaviest.ts';
import { OrderedPlacement, type Carried } from './orderedPlacement.ts';
import { SetTally, setFigures, type SizeOutcome } from './setTally.ts';

// A constant of this module is read faster in the inner loops than one of another.
const columns = loadColumns;

/** Which sets are played, and how quorum goes in them. */
export interface FailureSetOptions {
  /** The most servers that fail, of one DAG at a time. */
  readonly upTo: number;
  /** The servers of a set fail at once; else one after the other in file order, votes following each. Default false. */
  readonly atOnce?: boolean;
  /** As in `FailoverOptions`. */
  readonly dynamicVotes?: boolean;
}

/** Where the databases are with the servers of one set failed, hard limits aside. */
interface Level extends Carried {
  votes: Votes;
  hasQuorum: boolean;
}

/**
 * Walks over the failure sets of one DAG, deeper with every failed server: from a set to the next larger one only the
 * databases of the server that fails move. Where a set passes a hard limit, it is placed anew in name order.
 */
export class SetWalk {
  readonly #groups: DatabaseGroups;
  readonly #quorum: QuorumRules;
  readonly #scales: readonly ServerScale[];
  readonly #passive: Float64Array;
  readonly #witnessHost: number;
  readonly #down: Uint8Array;
  /** Each group's current candidate; its end where none is left. */
  readonly #current: Int32Array;
  /** Groups that moved, each with the candidate it had. */
  readonly #moved: number[] = [];
  readonly #levels: Level[];
  readonly #tallies: SetTally[];
  readonly #set: number[] = [];
  readonly #values = new Float64Array(setFigures.length);
  readonly #ordered: OrderedPlacement;
  readonly #placed: Carried;

  constructor(
    design: Design,
    readonly table: CopyTable,
    readonly options: FailureSetOptions,
  ) {
    const { dag, servers } = table;
    this.#groups = databaseGroups(design, table);
    this.#quorum = quorumRules(dag, options.dynamicVotes);
    this.#scales = servers.map((server) => serverScale(design, server, servers));
    this.#passive = Float64Array.from(costTable(design, table).passive);
    this.#witnessHost = servers.findIndex(({ value }) => value.name === dag.witness?.server);
    this.#down = new Uint8Array(servers.length);
    this.#current = Int32Array.from(this.#groups.sizes, (_, g) => (this.#groups.firstCandidate[g] ?? 0) - 1);
    const carried = (): Carried => ({
      active: new Int32Array(servers.length),
      loads: new Float64Array(servers.length * columns),
      offline: 0,
      laggedOnly: 0,
    });
    this.#levels = Array.from({ length: Math.min(options.upTo, servers.length) + 1 }, () => ({
      ...carried(),
      votes: firstVotes(this.#quorum),
      hasQuorum: true,
    }));
    this.#ordered = new OrderedPlacement(table, this.#groups.databaseLoads);
    this.#placed = carried();
    this.#tallies = this.#levels.map(() => new SetTally());
  }

  /** The worst and the mean of every size from none. */
  sizes(): SizeOutcome[] {
    const [start] = this.#levels;
    if (start) {
      this.#groups.sizes.forEach((_, group) => this.#move(group, start));
      start.hasQuorum = judgeQuorum(start.votes, [this.#side()]).winner === 0;
      this.#visit(start, 0, 0);
    }
    const names = this.table.servers.map(({ value }) => value.name);
    return this.#tallies.map((tally, failed) => tally.result(failed, names));
  }

  /** Tells of the set at this depth, then of every larger one whose other servers come later in the file. */
  #visit(level: Level, depth: number, from: number): void {
    this.#tell(level, depth);
    const next = this.#levels[depth + 1];
    if (!next) return;
    for (let server = from; server < this.#down.length; server++) {
      const mark = this.#moved.length;
      next.active.set(level.active);
      next.loads.set(level.loads);
      next.offline = level.offline;
      next.laggedOnly = level.laggedOnly;
      this.#down[server] = 1;
      this.#set.push(server);
      this.#fail(server, next);
      this.#vote(level, next);
      this.#visit(next, depth + 1, server + 1);
      this.#set.pop();
      this.#down[server] = 0;
      this.#undo(mark);
    }
  }

  #fail(server: number, level: Level): void {
    const { candidateServer, candidateLagged, firstCandidate, sizes } = this.#groups;
    level.active[server] = 0;
    level.loads.fill(0, server * columns, (server + 1) * columns);
    for (const group of this.#groups.onServer[server] ?? []) {
      const current = this.#current[group] ?? 0;
      if (current >= (firstCandidate[group + 1] ?? 0) || candidateServer[current] !== server) continue;
      if (candidateLagged[current] === 1) level.laggedOnly -= sizes[group] ?? 0;
      this.#moved.push(group, current);
      this.#move(group, level);
    }
  }

  /** Moves a group to its next candidate that is up. */
  #move(group: number, level: Level): void {
    const { candidateServer, candidateLagged, firstCandidate, sizes, loads } = this.#groups;
    const end = firstCandidate[group + 1] ?? 0;
    const size = sizes[group] ?? 0;
    let next = (this.#current[group] ?? 0) + 1;
    while (next < end && this.#down[candidateServer[next] ?? -1] === 1) next++;
    this.#current[group] = next;
    if (next >= end) {
      level.offline += size;
      return;
    }
    const server = candidateServer[next] ?? -1;
    level.active[server] = (level.active[server] ?? 0) + size;
    if (candidateLagged[next] === 1) level.laggedOnly += size;
    for (let column = 0; column < columns; column++) {
      const at = server * columns + column;
      level.loads[at] = (level.loads[at] ?? 0) + (loads[group * columns + column] ?? NaN);
    }
  }

  #undo(mark: number): void {
    while (this.#moved.length > mark) {
      const current = this.#moved.pop() ?? 0;
      this.#current[this.#moved.pop() ?? 0] = current;
    }
  }

  #vote(before: Level, level: Level): void {
    const side = this.#side();
    if (this.options.atOnce) {
      level.hasQuorum = judgeQuorum(level.votes, [side]).winner === 0;
      return;
    }
    level.hasQuorum = before.hasQuorum && judgeQuorum(before.votes, [side]).winner === 0;
    level.votes = level.hasQuorum ? assignVotes(this.#quorum, side.members, side.reachesWitness) : before.votes;
  }

  #side(): Side {
    const members = this.#down.map((down) => 1 - down);
    return { members, reachesWitness: this.#quorum.hasWitness && this.#down[this.#witnessHost] !== 1 };
  }

  #tell(level: Level, depth: number): void {
    const carried = level.hasQuorum ? this.#withinLimits(level) : this.#nothingMounts();
    tellHeaviest(carried, this.#passive, this.#scales, this.#down, this.#values);
    this.#tallies[depth]?.take(this.#values, this.#set);
  }

  /** The level itself, or the databases placed one by one where a limit binds. */
  #withinLimits(level: Level): Carried {
    const { maximumActive } = this.table;
    if (level.active.every((count, server) => count <= (maximumActive[server] ?? Infinity))) return level;
    this.#ordered.place(this.#down, this.#placed);
    return this.#placed;
  }

  #nothingMounts(): Carried {
    const placed = this.#placed;
    placed.active.fill(0);
    placed.loads.fill(0);
    placed.offline = this.table.databases.length;
    placed.laggedOnly = 0;
    return placed;
  }
}

import { indexDesign } from '../../design/index.ts';
import { parseSubject, subject, type Subject } from '../../design/subject.ts';
import type { DatabaseCopy, Design, Witness } from '../../design/types.ts';
import { activateAfter, type ActivationRules, type Seats } from './activateAfter.ts';
import { describeCandidates, type Candidate, type KnownHealth } from './candidates.ts';
import type { CopyTable } from './copyTable.ts';
import { DatacenterActivation } from './datacenterActivation.ts';
import {
  assignVotes,
  firstVotes,
  judgeQuorum,
  quorumRules,
  voteCount,
  type QuorumRules,
  type Votes,
} from './quorum.ts';
import { downBy, isWitnessUp, sidesOf, type Failed } from './reach.ts';

export interface FailoverOptions extends KnownHealth {
  /** Votes follow each survived change; false: they stay as at the start. Default true. */
  readonly dynamicVotes?: boolean;
  /** The datacenter whose side holds the witness's lock when links are cut; default the first of the DAG's pair. */
  readonly lockDatacenter?: string;
  /** Best copy selection keeps to `maximumPreferredActiveDatabases` while another copy can mount; default false. */
  readonly keepsPreferredLimit?: boolean;
  /** Databases return to their preferred copies as soon as they can; false: when they are told. Default true. */
  readonly movesBackAtOnce?: boolean;
}

/** Members that reach each other. */
export interface Partition {
  readonly servers: readonly string[];
  /** Their votes, with the witness's where they hold its lock. */
  readonly votes: number;
  readonly holdsWitness: boolean;
  readonly hasQuorum: boolean;
}

/** One DAG after the last event. */
export interface DagState {
  readonly table: CopyTable;
  /** Votes of the side with the most, and the majority; recomputed where quorum survived. */
  readonly votes: number;
  readonly votesNeeded: number;
  readonly hasQuorum: boolean;
  readonly partitions: readonly Partition[];
  /** 1 for each server that is up, and for each that may mount databases. */
  readonly serverUp: Uint8Array;
  readonly serverMounts: Uint8Array;
  /** 1 for each server that a datacenter switchover stopped. */
  readonly stopped: Uint8Array;
  /** Per database the active candidate of the table, or -1. */
  readonly chosen: Int32Array;
  readonly active: Int32Array;
  /** Copies lost with their disks or by themselves. */
  readonly lost: ReadonlySet<DatabaseCopy>;
}

/** What goes on beside what has failed. */
export interface Change {
  readonly failed: Failed;
  /** Servers that a monitoring responder found degraded. */
  readonly degraded: ReadonlySet<string>;
  /** Servers whose databases a responder fails over now. */
  readonly responding?: ReadonlySet<string>;
  /** Databases return to their preferred copies now. */
  readonly movesBack?: boolean;
}

/** One DAG while events go by. */
export class DagRun {
  #quorum: QuorumRules;
  #votes: Votes;
  #witness: Witness | undefined;
  readonly #coordination: DatacenterActivation;
  readonly #candidates: Candidate[];
  readonly #seats: Seats;
  /** The volume of each copy that AutoReseed moved to a spare. */
  readonly #reseeded = new Map<Subject, string>();

  constructor(
    readonly design: Design,
    readonly table: CopyTable,
    readonly options: FailoverOptions,
  ) {
    this.#quorum = quorumRules(table.dag, options.dynamicVotes);
    this.#votes = firstVotes(this.#quorum);
    this.#witness = table.dag.witness;
    this.#coordination = new DatacenterActivation(table.dag);
    this.#candidates = describeCandidates(table, options);
    this.#seats = {
      index: indexDesign(design),
      table,
      candidates: this.#candidates,
      last: Int32Array.from(table.databases, (_, d) => {
        const first = table.firstCandidate[d] ?? 0;
        return first < (table.firstCandidate[d + 1] ?? 0) ? first : -1;
      }),
    };
  }

  next(change: Change): DagState {
    const { table, design } = this;
    const { dag, servers } = table;
    const { failed } = change;
    const { members } = this.#quorum;
    const serverUp = Uint8Array.from(servers, ({ value }) => (downBy(failed, dag, value) === undefined ? 1 : 0));
    const sides = this.#sides(failed);
    const outcome = judgeQuorum(this.#votes, sides);
    const side = sides[outcome.winner];
    const held = Math.max(0, ...outcome.held);
    if (side) this.#votes = assignVotes(this.#quorum, side.members, side.reachesWitness);
    const leave = this.#coordination.next({
      up: serverUp.map((up, s) => up & (members[s] ?? 0)),
      members,
      side,
      witnessUp: isWitnessUp(design, dag, this.#witness, failed),
    });
    const serverMounts = leave.map((may, s) => may & (side?.members[s] ?? 0));
    const lost = this.#lostCopies(failed);
    const candidates = Uint8Array.from(table.candidates, ({ value }, c) =>
      lost.has(value) ? 0 : (serverMounts[table.candidateServer[c] ?? -1] ?? 0),
    );
    const chosen = activateAfter(this.#seats, { candidates, serverUp }, this.#rules(change));
    const active = new Int32Array(servers.length);
    for (const candidate of chosen) {
      const server = table.candidateServer[candidate];
      if (server !== undefined) active[server] = (active[server] ?? 0) + 1;
    }
    const now = voteCount(this.#votes);
    return {
      table,
      votes: side ? now.votes : held,
      votesNeeded: side ? now.needed : outcome.needed,
      hasQuorum: side !== undefined,
      partitions: sides.map(({ members: own }, s) => ({
        servers: servers.filter((_, m) => own[m] === 1).map(({ value }) => value.name),
        votes: outcome.held[s] ?? 0,
        holdsWitness: outcome.lockHolder === s,
        hasQuorum: outcome.winner === s,
      })),
      serverUp,
      serverMounts,
      stopped: members.map((member) => 1 - member),
      chosen,
      active,
      lost,
    };
  }

  /**
   * Stops the members of a datacenter and restores the DAG in the others (facts B6): the cluster is formed anew by the
   * largest side that is left, with the alternate witness where its members are even in number or one.
   * @returns whether a member is left to restore it
   */
  switchOver(datacenter: string, failed: Failed): boolean {
    const { table } = this;
    const { servers, dag } = table;
    const members = this.#quorum.members.map((member, s) => (servers[s]?.value.datacenter === datacenter ? 0 : member));
    const left = members.reduce((sum, member) => sum + member, 0);
    const needsWitness = left % 2 === 0 || left === 1;
    const witness = needsWitness ? (dag.alternateWitness ?? dag.witness) : dag.witness;
    const [side] = sidesOf(this.design, table, { members, witness }, failed, this.options.lockDatacenter).sort(
      (a, b) => size(b.members) - size(a.members),
    );
    if (!side) return false;
    this.#witness = witness;
    this.#quorum = { ...this.#quorum, members, hasWitness: witness !== undefined };
    this.#votes = assignVotes(this.#quorum, side.members, side.reachesWitness);
    this.#coordination.grant(side);
    return true;
  }

  /** Starts the members of a datacenter again, with the DAG's own witness; votes follow with the next change. */
  switchBack(datacenter: string): void {
    const { servers, dag } = this.table;
    const members = this.#quorum.members.map((member, s) => (servers[s]?.value.datacenter === datacenter ? 1 : member));
    this.#witness = dag.witness;
    this.#quorum = { ...this.#quorum, members, hasWitness: dag.witness !== undefined };
  }

  /** Copies of a disk stand on a spare of the same server from now on. */
  reseed(copies: readonly Subject[], spare: string): void {
    for (const copy of copies) this.#reseeded.set(copy, spare);
  }

  /** Logs that a copy still has to replay, from now on; a lagged copy that is played down has none. */
  setReplayQueue(candidate: number, replayQueue: number): void {
    const before = this.#candidates[candidate];
    if (before) this.#candidates[candidate] = { ...before, state: { ...before.state, replayQueue } };
  }

  #sides(failed: Failed) {
    const cluster = { members: this.#quorum.members, witness: this.#witness };
    return sidesOf(this.design, this.table, cluster, failed, this.options.lockDatacenter);
  }

  #rules({ degraded, responding, movesBack = this.options.movesBackAtOnce ?? true }: Change): ActivationRules {
    return {
      movesBack: movesBack && this.table.dag.preferenceMoveFrequencyHours !== null,
      keepsPreferredLimit: this.options.keepsPreferredLimit ?? false,
      degraded,
      ...(responding && { responding }),
    };
  }

  /** Begins with what has failed, which is little, and not with the copies, which are many. */
  #lostCopies(failed: Failed): ReadonlySet<DatabaseCopy> {
    const { index, table } = this.#seats;
    const lost = new Set<DatabaseCopy>();
    for (const selector of failed) {
      const { kind, name = '', second = '' } = parseSubject(selector) ?? {};
      const holder =
        kind === 'copy' ? index.databases.get(name) : kind === 'volume' ? index.servers.get(name) : undefined;
      if (holder?.dag !== table.dag) continue;
      for (const { value: copy, database } of holder.copies) {
        const volume = (): string | undefined =>
          this.#reseeded.get(subject.copy(database.name, copy.server)) ?? copy.volume;
        if (second === (kind === 'copy' ? copy.server : volume())) lost.add(copy);
      }
    }
    return lost;
  }
}

function size(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}

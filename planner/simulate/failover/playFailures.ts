import { indexDesign } from '../../design/index.ts';
import { subject, type Subject } from '../../design/subject.ts';
import type { DatabaseCopy, Design } from '../../design/types.ts';
import { activateAfter, type ActivationRules, type Seats } from './activateAfter.ts';
import { describeCandidates, type KnownHealth } from './candidates.ts';
import { copyTables, type CopyTable } from './copyTable.ts';
import { promote } from './datacenterActivation.ts';
import {
  assignVotes,
  firstVotes,
  judgeQuorum,
  quorumRules,
  voteCount,
  type QuorumRules,
  type Votes,
} from './quorum.ts';
import { downBy, sidesOf, type Failed } from './reach.ts';
import { readSelector } from './selectors.ts';

/** Things that fail or come back together. */
export type FailureEvent = { readonly fail: readonly Subject[] } | { readonly heal: readonly Subject[] };

export interface FailoverOptions extends KnownHealth {
  /** Votes follow each survived change; false: they stay as at the start. Default true. */
  readonly dynamicVotes?: boolean;
  /** The datacenter whose side holds the witness's lock when links are cut; default the first of the DAG's pair. */
  readonly lockDatacenter?: string;
  /** Best copy selection keeps to `maximumPreferredActiveDatabases` while another copy can mount; default false. */
  readonly keepsPreferredLimit?: boolean;
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
  /** Per database the active candidate of the table, or -1. */
  readonly chosen: Int32Array;
  readonly active: Int32Array;
  /** Copies lost with their disks or by themselves. */
  readonly lost: ReadonlySet<DatabaseCopy>;
}

export interface FailoverState {
  readonly dags: readonly DagState[];
  readonly failed: Failed;
  /** DAGs played without a witness, and events that changed nothing: a failure of what is dead, a healing of what lives. */
  readonly notes: readonly string[];
}

/**
 * Plays events in order from the healthy state: after each one the votes are judged and recomputed, and databases
 * activate. What fails in one event fails at once.
 * @throws FailureError for a selector of nothing in the design, or of what cannot fail
 */
export function playFailures(
  design: Design,
  events: readonly FailureEvent[],
  options: FailoverOptions = {},
): FailoverState {
  const failed = new Set<Subject>();
  const notes = quorumNotes(design);
  const dags = copyTables(design).map((table) => new DagRun(design, table, options));
  let states = dags.map((dag) => dag.next(failed));
  for (const event of events) {
    notes.push(...apply(design, event, failed));
    states = dags.map((dag) => dag.next(failed));
  }
  return { dags: states, failed, notes };
}

/** Which DAGs would need a witness and state none; they are played without one. */
export function quorumNotes({ dags = [] }: Design): string[] {
  return dags
    .filter(({ servers = [], witness }) => servers.length > 0 && servers.length % 2 === 0 && witness === undefined)
    .map(({ name }) => `${name} has an even number of members and states no witness; it is played without one.`);
}

/** Changes what is out of service, and tells what changes nothing. */
function apply(design: Design, event: FailureEvent, failed: Set<Subject>): string[] {
  const notes: string[] = [];
  const isFailure = 'fail' in event;
  const before = new Set(failed);
  for (const selector of (isFailure ? event.fail : event.heal).map((text) => readSelector(design, text))) {
    const cause = causeOf(design, before, selector);
    if (isFailure && cause !== undefined) {
      notes.push(`${selector} is out of service already${cause === selector ? '' : `, with ${cause}`}; it stays so.`);
    }
    if (!isFailure && !before.has(selector)) notes.push(`${selector} has not failed by itself; nothing heals.`);
    if (isFailure) failed.add(selector);
    else failed.delete(selector);
  }
  return notes;
}

/** By which failure something is out of service, if it is. */
function causeOf(design: Design, failed: Failed, selector: Subject): Subject | undefined {
  if (failed.has(selector)) return selector;
  const { servers, databases } = indexDesign(design);
  const [kind = '', rest = ''] = selector.split(':');
  const [first = '', second = ''] = rest.split('/');
  const host = servers.get(kind === 'copy' ? second : first);
  if (!host || !['server', 'volume', 'copy'].includes(kind)) return undefined;
  const volume = databases.get(first)?.copies.find(({ value }) => value.server === second)?.value.volume;
  const disk = volume === undefined ? undefined : subject.volume(second, volume);
  return downBy(failed, host.dag, host.value) ?? (disk !== undefined && failed.has(disk) ? disk : undefined);
}

function lostCopies({ databases }: CopyTable, failed: Failed): ReadonlySet<DatabaseCopy> {
  return new Set(
    databases.flatMap(({ name, copies = [] }) =>
      copies.filter(
        ({ server, volume }) =>
          failed.has(subject.copy(name, server)) ||
          (volume !== undefined && failed.has(subject.volume(server, volume))),
      ),
    ),
  );
}

/** One DAG while events go by. */
class DagRun {
  readonly #quorum: QuorumRules;
  readonly #seats: Seats;
  readonly #rules: ActivationRules;
  #votes: Votes;
  #mayMount: Uint8Array;

  constructor(
    readonly design: Design,
    readonly table: CopyTable,
    readonly options: FailoverOptions,
  ) {
    this.#quorum = quorumRules(table.dag, options.dynamicVotes);
    this.#votes = firstVotes(this.#quorum);
    this.#mayMount = new Uint8Array(table.servers.length).fill(1);
    this.#seats = {
      index: indexDesign(design),
      table,
      candidates: describeCandidates(table, options),
      last: Int32Array.from(table.databases, (_, d) => {
        const first = table.firstCandidate[d] ?? 0;
        return first < (table.firstCandidate[d + 1] ?? 0) ? first : -1;
      }),
    };
    this.#rules = {
      movesBack: table.dag.preferenceMoveFrequencyHours !== null,
      keepsPreferredLimit: options.keepsPreferredLimit ?? false,
    };
  }

  next(failed: Failed): DagState {
    const { table } = this;
    const { dag, servers } = table;
    const serverUp = Uint8Array.from(servers, ({ value }) => (downBy(failed, dag, value) === undefined ? 1 : 0));
    const sides = sidesOf(this.design, table, failed, this.options.lockDatacenter);
    const outcome = judgeQuorum(this.#votes, sides);
    const side = sides[outcome.winner];
    const held = Math.max(0, ...outcome.held);
    if (side) this.#votes = assignVotes(this.#quorum, side.members, side.reachesWitness);
    this.#mayMount = promote(dag, this.#mayMount, serverUp, side?.members);
    const serverMounts = this.#mayMount.map((may, s) => may & (side?.members[s] ?? 0));
    const lost = lostCopies(table, failed);
    const candidates = Uint8Array.from(table.candidates, ({ value }, c) =>
      lost.has(value) ? 0 : (serverMounts[table.candidateServer[c] ?? -1] ?? 0),
    );
    const chosen = activateAfter(this.#seats, { candidates, serverUp }, this.#rules);
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
      partitions: sides.map(({ members }, s) => ({
        servers: servers.filter((_, m) => members[m] === 1).map(({ value }) => value.name),
        votes: outcome.held[s] ?? 0,
        holdsWitness: outcome.lockHolder === s,
        hasQuorum: outcome.winner === s,
      })),
      serverUp,
      serverMounts,
      chosen,
      active,
      lost,
    };
  }
}

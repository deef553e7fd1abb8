import type { DesignIndex } from '../../design/index.ts';
import { bestCopies, type ServerHealth } from './bestCopy.ts';
import type { Candidate } from './candidates.ts';
import { mayActivate, type CopyTable } from './copyTable.ts';

/** One DAG between changes: its candidates, and where each database is active or was last. */
export interface Seats {
  readonly index: DesignIndex;
  readonly table: CopyTable;
  readonly candidates: readonly Candidate[];
  /** Per database the candidate that was active last; its first one at the start, -1 where it has none. */
  readonly last: Int32Array;
}

/** What a change leaves. */
export interface Usable {
  /** 1 for each candidate that can mount. */
  readonly candidates: Uint8Array;
  /** 1 for each server that is up, whether it can mount or not. */
  readonly serverUp: Uint8Array;
}

/** How databases choose among what is left. */
export interface ActivationRules {
  /** Databases return to their preferred copies (facts B3.6). */
  readonly movesBack: boolean;
  /** Best copy selection keeps to `maximumPreferredActiveDatabases` while another copy can mount (facts B3.2). */
  readonly keepsPreferredLimit: boolean;
  /** Names of servers that a monitoring responder found degraded. */
  readonly degraded: ReadonlySet<string>;
  /** Names of servers whose databases the responder fails over (facts B2.5). */
  readonly responding?: ReadonlySet<string>;
}

/**
 * Activates one DAG's databases after a change, in name order and within the servers' hard limits. What was active on
 * a copy that can mount stays there, unless a responder fails it over; then what may return to its preferred copy does;
 * the rest activates by best copy selection (facts B2). What a responder fails over stays where no better server has a copy.
 * @returns per database the active candidate or -1; `seats.last` follows
 */
export function activateAfter(seats: Seats, usable: Usable, rules: ActivationRules): Int32Array {
  const { table, candidates, last } = seats;
  const chosen = new Int32Array(table.databases.length).fill(-1);
  const active = new Int32Array(table.servers.length);
  const hasRoom = ({ at, server }: Candidate, limit = server.maximumActiveDatabases ?? Infinity): boolean =>
    (active[at] ?? 0) < limit;
  const canMount = (candidate: Candidate): boolean => usable.candidates[candidate.index] === 1 && hasRoom(candidate);
  const mount = (database: number, candidate: Candidate): void => {
    const from = candidates[chosen[database] ?? -1];
    if (from) active[from.at] = (active[from.at] ?? 0) - 1;
    chosen[database] = candidate.index;
    active[candidate.at] = (active[candidate.at] ?? 0) + 1;
  };
  const isMovedOff = (candidate: Candidate | undefined): boolean =>
    candidate !== undefined && (rules.responding?.has(candidate.server.name) ?? false);
  for (const database of table.activationOrder) {
    const current = candidates[last[database] ?? -1];
    if (current && !isMovedOff(current) && canMount(current)) mount(database, current);
  }
  for (const database of rules.movesBack ? table.activationOrder : []) {
    if (chosen[database] === -1 || chosen[database] === table.firstCandidate[database]) continue;
    const home = candidates[table.firstCandidate[database] ?? -1];
    if (!home || rules.degraded.has(home.server.name) || !canMount(home)) continue;
    if (isAllowed(seats, database, home) && isLossless(home)) mount(database, home);
  }
  for (const database of table.activationOrder) {
    if (chosen[database] !== -1) continue;
    const current = candidates[last[database] ?? -1];
    const ranked = rank(seats, usable, database, rules, isMovedOff(current)).filter((candidate) => hasRoom(candidate));
    const preferred = rules.keepsPreferredLimit
      ? ranked.find((candidate) => hasRoom(candidate, candidate.server.maximumPreferredActiveDatabases))
      : undefined;
    const [best] = preferred ? [preferred] : ranked;
    if (best) mount(database, best);
    else if (current && canMount(current)) mount(database, current);
  }
  chosen.forEach((candidate, database) => {
    if (candidate >= 0) last[database] = candidate;
  });
  return chosen;
}

/** The copies of a database that may activate by themselves, the best first. */
function rank(
  seats: Seats,
  usable: Usable,
  database: number,
  { degraded }: ActivationRules,
  byResponder: boolean,
): Candidate[] {
  const { table, candidates, last } = seats;
  const healthOf = ({ server, health }: Candidate): ServerHealth => (degraded.has(server.name) ? 'degraded' : health);
  const own = candidates.slice(table.firstCandidate[database], table.firstCandidate[database + 1]);
  const source = candidates[last[database] ?? -1];
  const sourceHealth = source && usable.serverUp[source.at] === 1 ? healthOf(source) : undefined;
  return bestCopies(
    own
      .filter((candidate) => usable.candidates[candidate.index] === 1 && isAllowed(seats, database, candidate))
      .map((candidate) => ({ ...candidate, health: healthOf(candidate) })),
    sourceHealth,
    byResponder,
  );
}

/** Whether the policy of a copy's server lets it activate by itself, coming from where the database was last. */
function isAllowed({ index, table, candidates, last }: Seats, database: number, { at }: Candidate): boolean {
  const target = table.servers[at];
  const source = candidates[last[database] ?? -1];
  return target !== undefined && mayActivate(index, target, source && table.servers[source.at]);
}

/** A copy to which a lossless switchover goes. */
function isLossless({ state }: Candidate): boolean {
  return (
    state.copyQueue === 0 &&
    bestCopies([{ state, activationPreference: 1, mountDial: 'Lossless', health: 'allHealthy' }]).length > 0
  );
}

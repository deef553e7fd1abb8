import type { DagOutcome, FailoverOutcome, ServerOutcome } from './simulateFailover.ts';

/** The figures of a failure that are looked at first. */
export interface Result {
  readonly databases: number;
  readonly offline: number;
  readonly laggedOnly: number;
  /** Databases that are active on another server than with nothing failed. */
  readonly moved: number;
  /** The server that is left with the largest utilisation, a fraction; undefined where none is known. */
  readonly worst: { readonly server: string; readonly cpu: number } | undefined;
  /** Servers above the limit. */
  readonly overloaded: readonly string[];
  readonly down: readonly string[];
  readonly dags: readonly DagOutcome[];
}

/** @param cpuLimit the utilisation above which a server is overloaded, a fraction */
export function resultOf(outcome: FailoverOutcome, before: FailoverOutcome, cpuLimit: number): Result {
  const { databases, servers, dags, counts } = outcome;
  return {
    databases: databases.length,
    offline: counts.offline,
    laggedOnly: counts.laggedOnly,
    moved: movesBetween(before, outcome).filter(({ to }) => to !== null).length,
    worst: heaviest(servers),
    overloaded: servers
      .filter(({ up, cpuUtilization }) => up && (cpuUtilization ?? 0) > cpuLimit)
      .map(({ name }) => name),
    down: servers.filter(({ up }) => !up).map(({ name }) => name),
    dags,
  };
}

/** The server that is left with the largest utilisation. */
export function heaviest(servers: readonly ServerOutcome[]): Result['worst'] {
  let worst: Result['worst'];
  for (const { name, up, cpuUtilization } of servers) {
    if (up && cpuUtilization !== null && cpuUtilization > (worst?.cpu ?? -1))
      worst = { server: name, cpu: cpuUtilization };
  }
  return worst;
}

/** A database that is active elsewhere than it was; null where no copy of it mounts. */
export interface Move {
  readonly database: string;
  readonly from: string | null;
  readonly to: string | null;
}

export function movesBetween(before: FailoverOutcome, after: FailoverOutcome): readonly Move[] {
  if (before.databases.length !== after.databases.length) return [];
  return after.databases.flatMap(({ name, activeOn }, d): Move[] => {
    const from = before.databases[d]?.activeOn ?? null;
    return from === activeOn ? [] : [{ database: name, from, to: activeOn }];
  });
}

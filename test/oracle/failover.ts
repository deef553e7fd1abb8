/** One copy of a database, and whether and where it may go. */
export interface PlainCopy {
  readonly server: number;
  readonly preference: number;
  readonly lagged: boolean;
  readonly suspended: boolean;
  /** The disk that it stands on, a number over all servers; absent where none is stated. */
  readonly disk?: number;
}

export interface PlainDatabase {
  readonly name: string;
  readonly copies: readonly PlainCopy[];
  /** What it costs its server when active, and when passive. */
  readonly activeCost: number;
  readonly passiveCost: number;
}

export interface PlainServer {
  readonly site: string;
  readonly limit: number;
  readonly policy: 'Unrestricted' | 'IntrasiteOnly' | 'Blocked';
  readonly capacity: number;
}

export interface PlainDag {
  readonly servers: readonly PlainServer[];
  readonly databases: readonly PlainDatabase[];
  readonly witness: boolean;
}

/** Whether a copy is still there. */
type IsLeft = (copy: PlainCopy) => boolean;

/** What a failure set leads to. */
export interface PlainOutcome {
  /** By database: its server or null. */
  readonly activeOn: (number | null)[];
  readonly active: number[];
  readonly utilization: number;
  readonly offline: number;
  readonly laggedOnly: number;
}

/** Plays one set of failed servers as simply as can be: quorum first, then each database by itself. */
export function plainFailure(dag: PlainDag, failed: readonly number[], atOnce: boolean): PlainOutcome {
  const holds = atOnce ? survivesAtOnce(dag, failed) : survivesInSuccession(dag, failed);
  const isUp: IsLeft = ({ server }) => !failed.includes(server);
  const chosen = holds ? place(dag, isUp) : dag.databases.map(() => null);
  const left = dag.servers.map((_, s) => s).filter((s) => !failed.includes(s));
  return outcome(dag, chosen, () => true, left);
}

/** Plays one set of failed disks with all servers up: each database by itself. */
export function plainDiskFailure(dag: PlainDag, disks: readonly number[]): PlainOutcome {
  const isLeft: IsLeft = ({ disk }) => disk === undefined || !disks.includes(disk);
  const servers = dag.servers.map((_, s) => s);
  return outcome(dag, place(dag, isLeft), isLeft, servers);
}

/** @param costs whether a copy still costs its server anything */
function outcome(
  dag: PlainDag,
  chosen: readonly (PlainCopy | null)[],
  costs: IsLeft,
  servers: readonly number[],
): PlainOutcome {
  const active = dag.servers.map((_, s) => chosen.filter((copy) => copy?.server === s).length);
  const loads = dag.servers.map((_, s) =>
    dag.databases.reduce((sum, database, d) => {
      const own = database.copies.some((copy) => copy.server === s && costs(copy));
      if (!own) return sum;
      return sum + (chosen[d]?.server === s ? database.activeCost : database.passiveCost);
    }, 0),
  );
  return {
    activeOn: chosen.map((copy) => copy?.server ?? null),
    active,
    utilization: Math.max(0, ...servers.map((s) => (loads[s] ?? 0) / (dag.servers[s]?.capacity ?? 1))),
    offline: chosen.filter((copy) => copy === null).length,
    laggedOnly: chosen.filter((copy) => copy?.lagged).length,
  };
}

/** Every set of up to so many of n servers, the smaller numbers first within a set. */
export function everySet(n: number, upTo: number): number[][] {
  const sets: number[][] = [];
  for (let mask = 0; mask < 2 ** n; mask++) {
    const set = Array.from({ length: n }, (_, s) => s).filter((s) => Math.floor(mask / 2 ** s) % 2 === 1);
    if (set.length <= upTo) sets.push(set);
  }
  return sets;
}

function place({ servers, databases }: PlainDag, isLeft: IsLeft): (PlainCopy | null)[] {
  const counts = servers.map(() => 0);
  const chosen = databases.map((): PlainCopy | null => null);
  const orders = databases.map(({ copies }) =>
    copies
      .filter((copy) => !copy.suspended)
      .sort((a, b) => (a.lagged === b.lagged ? a.preference - b.preference : a.lagged ? 1 : -1)),
  );
  const byName = databases
    .map((_, d) => d)
    .sort((a, b) => ((databases[a]?.name ?? '') < (databases[b]?.name ?? '') ? -1 : 1));
  const fits = (copy: PlainCopy): boolean =>
    isLeft(copy) && (counts[copy.server] ?? 0) < (servers[copy.server]?.limit ?? 0);
  const take = (d: number, copy: PlainCopy): void => {
    chosen[d] = copy;
    counts[copy.server] = (counts[copy.server] ?? 0) + 1;
  };
  for (const d of byName) {
    const home = orders[d]?.[0];
    if (home && fits(home)) take(d, home);
  }
  for (const d of byName) {
    if (chosen[d]) continue;
    const [home, ...others] = orders[d] ?? [];
    const site = home && servers[home.server]?.site;
    const next = others.find((copy) => {
      const server = servers[copy.server];
      if (!server || !fits(copy) || server.policy === 'Blocked') return false;
      return server.policy === 'Unrestricted' || server.site === site;
    });
    if (next) take(d, next);
  }
  return chosen;
}

interface Voters {
  readonly members: readonly number[];
  readonly witness: boolean;
}

/** Who votes: the witness with an even number of members; without one the last of an even number has no vote. */
function votersOf(up: readonly number[], witness: boolean): Voters {
  const isEven = up.length % 2 === 0;
  if (isEven && !witness) return { members: up.slice(0, -1), witness: false };
  return { members: [...up], witness: isEven };
}

function keeps({ members, witness }: Voters, up: readonly number[]): boolean {
  const all = members.length + (witness ? 1 : 0);
  const here = members.filter((member) => up.includes(member)).length + (witness ? 1 : 0);
  return up.length > 0 && here > all / 2;
}

function survivesAtOnce({ servers, witness }: PlainDag, failed: readonly number[]): boolean {
  const all = servers.map((_, s) => s);
  const up = all.filter((s) => !failed.includes(s));
  return keeps(votersOf(all, witness), up);
}

function survivesInSuccession({ servers, witness }: PlainDag, failed: readonly number[]): boolean {
  let up = servers.map((_, s) => s);
  let voters = votersOf(up, witness);
  for (const server of failed) {
    up = up.filter((s) => s !== server);
    if (!keeps(voters, up)) return false;
    voters = votersOf(up, witness);
  }
  return keeps(voters, up);
}

import type { DagLayout } from './dagLayout.ts';
import { at } from './layoutTally.ts';

/** What no layout goes below: the largest active load of a server healthy, after any one failed server, and after any two. */
export interface LoadBounds {
  readonly healthy: number;
  readonly oneServer: number;
  readonly twoServers: number;
}

/** Databases whose first two copies stand in one datacenter, by the datacenters in which these may stand. */
interface LocalLoads {
  /** By datacenter, of databases that cannot change it. */
  readonly fixed: readonly number[][];
  /** Of databases that can be turned round to the other one of two. */
  readonly turning: readonly number[];
}

/**
 * Lower bounds over all layouts that `improve` may choose from: each copy stays in its datacenter, a database keeps the pattern
 * of datacenters of its preferences, and of two datacenters with as many copies each it may turn round. docs/layout.md has the
 * proofs. Loads are whole numbers, so that bounds are rounded up.
 */
export function loadBounds(layout: DagLayout, rows: Int32Array): LoadBounds {
  const usable = usableServers(layout, rows);
  const perDatacenter = layout.datacenters.map((_, c) => usable.filter((s) => at(layout.datacenterOf, s) === c).length);
  const servers = usable.length;
  const withCopies = (copies: number): number[] => loadsOf(layout, rows, copies);
  const local = localLoads(layout, rows);
  const allLocal = [...local.fixed.flat(), ...local.turning];
  const joint = perDatacenter.reduce((sum, n) => sum + n - 1, 0);

  const healthy = evenest(withCopies(1), servers);
  const oneServer = Math.max(
    healthy,
    evenest(withCopies(2), servers - 1),
    ...local.fixed.map((loads, c) => evenest(loads, (perDatacenter[c] ?? 0) - 1)),
    perDatacenter.length === 2 && perDatacenter.every((n) => n > 1) ? evenest(allLocal, joint) : 0,
  );
  const twoServers = Math.max(
    servers > 2 ? oneServer : 0,
    evenest(withCopies(3), servers - 2),
    ...local.fixed.map((loads, c) => twoOfOne(sum(loads), [perDatacenter[c] ?? 0])),
    perDatacenter.length === 2 ? twoOfOne(sum(allLocal), perDatacenter) : 0,
  );
  return { healthy, oneServer: servers > 1 ? oneServer : 0, twoServers };
}

/**
 * The least that the fullest of some servers can carry: the mean, and by the pigeonhole principle, of the k × servers + 1 largest
 * loads some k + 1 stand together, which are no less than the k + 1 smallest of these.
 */
export function evenest(loads: readonly number[], servers: number): number {
  if (servers < 1 || loads.length === 0) return 0;
  const largest = [...loads].sort((a, b) => b - a);
  let bound = Math.ceil(sum(largest) / servers - 1e-9);
  for (let k = 0; k * servers < largest.length; k++) {
    bound = Math.max(bound, sum(largest.slice(k * servers - k, k * servers + 1)));
  }
  return bound;
}

/**
 * The mean, over all pairs of failed servers of one datacenter, of what its other servers carry: all its databases but those whose
 * two copies there are lost with the pair. Of n servers: load × (n + 1) ÷ (n × (n − 1)). Where databases can stand in either of
 * two datacenters, the split that is best for both.
 */
function twoOfOne(load: number, servers: readonly number[]): number {
  if (load === 0 || servers.some((n) => n < 3)) return 0;
  const capacity = servers.reduce((total, n) => total + (n * (n - 1)) / (n + 1), 0);
  return Math.ceil(load / capacity - 1e-9);
}

/** The servers that may hold copies: those that are not to be emptied, and those that still hold some. */
function usableServers(layout: DagLayout, rows: Int32Array): number[] {
  const holding = new Set([...rows].filter((volume) => volume >= 0).map((volume) => at(layout.volumeServer, volume)));
  return layout.servers.flatMap((_, s) => (!layout.vacated.has(s) || holding.has(s) ? [s] : []));
}

/** The loads of the databases with at least so many copies that can be active. */
function loadsOf(layout: DagLayout, rows: Int32Array, copies: number): number[] {
  return layout.databases.flatMap((_, d) => (hosts(layout, rows, d).length >= copies ? [at(layout.loads, d)] : []));
}

function localLoads(layout: DagLayout, rows: Int32Array): LocalLoads {
  const fixed: number[][] = layout.datacenters.map(() => []);
  const turning: number[] = [];
  layout.databases.forEach((_, d) => {
    const [first, second] = hosts(layout, rows, d).map((server) => at(layout.datacenterOf, server));
    if (first === undefined || first !== second) return;
    if (turnsRound(layout, rows, d)) turning.push(at(layout.loads, d));
    else fixed[first]?.push(at(layout.loads, d));
  });
  return { fixed, turning };
}

/** The servers of a database's copies that can be active, in the order in which they activate. */
function hosts({ databases, width, volumeServer }: DagLayout, rows: Int32Array, d: number): number[] {
  const activatable = databases[d]?.activatable ?? 0;
  return [...rows.subarray(d * width, d * width + activatable)].flatMap((volume) =>
    volume < 0 ? [] : [at(volumeServer, volume)],
  );
}

/** Whether a database stands in two datacenters with as many copies each, all of them placed. */
export function turnsRound(
  { databases, width, volumeServer, datacenterOf }: DagLayout,
  rows: Int32Array,
  d: number,
): boolean {
  const counts = new Map<number, number>();
  for (const volume of rows.subarray(d * width, d * width + (databases[d]?.copies.length ?? 0))) {
    if (volume < 0) return false;
    const datacenter = at(datacenterOf, at(volumeServer, volume));
    counts.set(datacenter, (counts.get(datacenter) ?? 0) + 1);
  }
  const [first, second, ...others] = counts.values();
  return others.length === 0 && first !== undefined && first === second;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

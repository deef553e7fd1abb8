/** A database as the oracle sees it: the servers of its copies in the order in which they activate, and what it weighs. */
export interface PlainDatabase {
  readonly hosts: readonly number[];
  readonly load: number;
}

/** The largest active load of a server that is up, over every set of so many failed servers; the first copy that is up is active. */
export function largestLoad(databases: readonly PlainDatabase[], servers: number, failures: number): number {
  let largest = 0;
  for (const failed of setsOf(servers, failures)) {
    const loads = new Array<number>(servers).fill(0);
    for (const { hosts, load } of databases) {
      const host = hosts.find((server) => !failed.includes(server));
      if (host !== undefined) loads[host] = (loads[host] ?? 0) + load;
    }
    largest = Math.max(largest, ...loads);
  }
  return largest;
}

function setsOf(servers: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  const sets: number[][] = [];
  for (let first = from; first < servers; first++) {
    for (const rest of setsOf(servers, size - 1, first + 1)) sets.push([first, ...rest]);
  }
  return sets;
}

/**
 * The least that the largest load can be after so many failures, over every layout in which each database has its copies in any of
 * the given orders of servers; every combination is tried.
 */
export function leastLargestLoad(
  choices: readonly { readonly orders: readonly (readonly number[])[]; readonly load: number }[],
  servers: number,
  failures: number,
  chosen: readonly PlainDatabase[] = [],
): number {
  const [next, ...rest] = choices;
  if (!next) return largestLoad(chosen, servers, failures);
  return Math.min(
    ...next.orders.map((hosts) => leastLargestLoad(rest, servers, failures, [...chosen, { hosts, load: next.load }])),
  );
}

/** A server of a datacenter pair: which of the two datacenters, and its position there. Both count from 0. */
export interface Position {
  readonly datacenter: 0 | 1;
  readonly server: number;
}

/** Where the copies of one database stand, by activation preference: the first is preference 1. */
export type CopyRow = readonly Position[];

/** Copies of a database that the layout knows, half of them in each datacenter. */
export const supportedCopies: readonly number[] = [2, 4];

/**
 * The balanced order of database copies over a symmetric pair of datacenters (facts C3.1 to C3.6).
 *
 * Databases come in groups of n. The home datacenter changes from group to group; within a group the first copy walks
 * over the n servers and the second stands `offset` servers further. The other datacenter mirrors both. The offset
 * changes with every group, so that the databases of a failed server spread over all its neighbours. The calculator's
 * own order couples home and offset where n is odd; there the offset moves one further after each round, which makes
 * every multiple of 2n databases even, and 2n(n − 1) a full block.
 *
 * @param servers servers per datacenter (n), at least as many as copies per datacenter
 * @param databases a multiple of 2n
 * @param copies copies of each database, 2 or 4, half of them in each datacenter
 * @returns one row per database
 * @throws RangeError when the numbers cannot be laid out evenly
 */
export function copyOrder(servers: number, databases: number, copies = 4): CopyRow[] {
  if (!supportedCopies.includes(copies)) throw new RangeError(`${copies} copies cannot be laid out, only 2 or 4.`);
  if (!Number.isInteger(servers) || servers < copies / 2) {
    throw new RangeError(`${copies} copies need at least ${copies / 2} servers in each datacenter.`);
  }
  if (!Number.isInteger(databases) || databases < 0 || databases % (2 * servers) !== 0) {
    throw new RangeError(`${databases} databases are not a multiple of ${2 * servers}.`);
  }
  return Array.from({ length: databases }, (_, i) => {
    const group = Math.floor(i / servers);
    const home = group % 2 === 0 ? 0 : 1;
    const away = home === 0 ? 1 : 0;
    const first = i % servers;
    if (copies === 2) return [at(home, first), at(away, first)];
    const second = (first + neighbourOffset(servers, group)) % servers;
    return [at(home, first), at(home, second), at(away, first), at(away, second)];
  });
}

/** Databases after which the order is complete: every server is neighbour to every other equally often (facts C3.6). */
export function fullBlock(servers: number, copies = 4): number {
  return copies === 2 ? 2 * servers : 2 * servers * (servers - 1);
}

/** How many servers after the first copy the second one stands, in the given group of n databases (facts C3.1, C3.6). */
export function neighbourOffset(servers: number, group: number): number {
  const neighbours = servers - 1;
  const shift = neighbours % 2 === 0 ? Math.floor(group / neighbours) : 0;
  return 1 + ((group + shift) % neighbours);
}

function at(datacenter: 0 | 1, server: number): Position {
  return { datacenter, server };
}

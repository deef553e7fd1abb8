import type { PlacedCopy, PlacedDatabase, PlacedServer, PlacedVolume } from '../design/index.ts';
import { activationRank, mayActivate } from './activationOrder.ts';

/**
 * From which servers the copies of a failed disk are seeded again: AutoReseed takes each from the copy that is active then (facts
 * A9.3, B8.4), which is the first that can be active and stands elsewhere. Different servers send at the same time (facts A5.7).
 * @param databaseOf a database by name, with its copies
 * @returns by source server how many copies it sends; a database without another copy has no source
 */
export function reseedSources(
  volume: PlacedVolume,
  databaseOf: (name: string) => PlacedDatabase | undefined,
): ReadonlyMap<string, number> {
  const sources = new Map<string, number>();
  for (const { value: lost, database } of volume.copies) {
    const source = firstOf(databaseOf(database.name)?.copies ?? [], lost.server);
    if (source !== undefined) sources.set(source, (sources.get(source) ?? 0) + 1);
  }
  return sources;
}

/** The server of the first copy that can be active and is not on the given one. */
function firstOf(copies: readonly PlacedCopy[], except: string): string | undefined {
  let first: string | undefined;
  let lowest = Infinity;
  copies.forEach(({ value }, i) => {
    const rank = activationRank(value, i);
    if (value.server === except || !mayActivate(value) || rank >= lowest) return;
    first = value.server;
    lowest = rank;
  });
  return first;
}

/** How many disks two servers share. */
export interface SharedDisks {
  readonly servers: readonly [string, string];
  readonly disks: number;
}

/**
 * For every two servers of a DAG the number of disks that they share: pairs of disks, one on each, that carry copies of the same
 * database. The more two servers share, the more of one's disks the other has to help rebuild.
 */
export function sharedDisks(servers: readonly PlacedServer[]): SharedDisks[] {
  const disks = servers.map(({ volumes }) =>
    volumes.map(({ copies }) => new Set(copies.map(({ database }) => database.name))),
  );
  return servers.flatMap((one, a) =>
    servers.slice(a + 1).map((other, i): SharedDisks => {
      const pairs = (disks[a] ?? []).map(
        (held) =>
          (disks[a + 1 + i] ?? []).filter((theirs) => [...held].some((database) => theirs.has(database))).length,
      );
      return { servers: [one.value.name, other.value.name], disks: pairs.reduce((sum, count) => sum + count, 0) };
    }),
  );
}

import type { DagLayout } from './dagLayout.ts';
import { at, place } from './layoutTally.ts';
import { turnsRound } from './lowerBounds.ts';
import { databasesOn, type Change, type Search } from './search.ts';

/** Longer rows are only turned two copies at a time. */
const longestPermuted = 4;

/**
 * Gives the copies of databases other preferences where they stand, which moves no data: alone, or of two databases that share a
 * disk, so that the disk keeps one copy of each preference.
 */
export function turn(search: Search, isDone: () => boolean): void {
  const { layout } = search;
  let improved = true;
  while (improved && !isDone()) {
    improved = false;
    for (let database = 0; database < layout.databases.length; database++) {
      if (turnOne(search, database)) improved = true;
    }
  }
}

function turnOne(search: Search, database: number): boolean {
  const { layout, tally, score } = search;
  for (const row of turnedRows(layout, tally.rows, database)) {
    const change = [{ database, row }];
    if (search.try(change, score)) {
      search.make(change);
      return true;
    }
    if (!evensLoads(search, change)) continue;
    for (const other of diskMates(layout, tally.rows, database)) {
      for (const otherRow of turnedRows(layout, tally.rows, other)) {
        const both = [...change, { database: other, row: otherRow }];
        if (!search.try(both, score)) continue;
        search.make(both);
        return true;
      }
    }
  }
  return false;
}

/** Whether a change would be better if it were not for the disks and the number of copies of a preference. */
function evensLoads(search: Search, change: Change): boolean {
  const lenient = search.score.slice();
  lenient[place.crowding] = Infinity;
  const reached = search.try(change, lenient);
  return reached !== undefined && at(reached, place.spread) < at(search.score, place.spread);
}

/** The other databases on the volumes of a database. */
function diskMates(layout: DagLayout, rows: Int32Array, database: number): number[] {
  const row = [...rows.subarray(database * layout.width, (database + 1) * layout.width)];
  const disks = row.filter((volume) => layout.volumes[volume]?.name !== undefined);
  const mates = new Set(disks.flatMap((volume) => databasesOn(layout, rows, volume)));
  mates.delete(database);
  return [...mates];
}

/**
 * A database's row with its copies in other orders, each place in the datacenter that it was in; where both datacenters hold as
 * many, also turned round to the other.
 */
export function turnedRows(layout: DagLayout, rows: Int32Array, database: number): Int32Array[] {
  const { width, databases } = layout;
  const length = databases[database]?.copies.length ?? 0;
  const row = rows.slice(database * width, (database + 1) * width);
  const datacenters = [...row.subarray(0, length)].map((volume) =>
    volume < 0 ? -1 : at(layout.datacenterOf, at(layout.volumeServer, volume)),
  );
  const [one = -1, other = -1] = new Set(datacenters);
  const patterns = [datacenters];
  if (turnsRound(layout, rows, database)) patterns.push(datacenters.map((each) => (each === one ? other : one)));
  return orders(length).flatMap((order) => {
    const fits = patterns.some((pattern) => order.every((from, to) => datacenters[from] === pattern[to]));
    if (!fits || order.every((from, to) => from === to)) return [];
    const turned = row.slice();
    order.forEach((from, to) => (turned[to] = at(row, from)));
    return [turned];
  });
}

const known = new Map<number, readonly (readonly number[])[]>();

/** All orders of so many copies; of many only the exchanges of two. */
function orders(length: number): readonly (readonly number[])[] {
  let made = known.get(length);
  if (!made) known.set(length, (made = length <= longestPermuted ? permutations(length) : exchanges(length)));
  return made;
}

function permutations(length: number): number[][] {
  if (length === 0) return [[]];
  return permutations(length - 1).flatMap((order) =>
    Array.from({ length }, (_, i) => order.toSpliced(i, 0, length - 1)),
  );
}

function exchanges(length: number): number[][] {
  const plain = Array.from({ length }, (_, i) => i);
  return plain.flatMap((a) => plain.filter((b) => b > a).map((b) => plain.with(a, b).with(b, a)));
}

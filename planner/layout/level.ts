import { at, compareScores, place, type Score } from './layoutTally.ts';
import type { Change, Search } from './search.ts';

/**
 * Places the copies that have no place, then takes copies from servers that have too many, or are to be emptied, to those of the
 * same datacenter that have too few. A whole disk goes to an empty one where that helps, so that disks stay full; else single
 * copies go. Every step brings two servers closer, so that no step has to be taken back.
 */
export function level(search: Search): void {
  placeLacking(search);
  while (levelOnce(search)) {
    // Each step changes which servers are the fullest.
  }
}

function placeLacking(search: Search): void {
  const { layout, tally } = search;
  layout.databases.forEach(({ lackingIn }, d) => {
    for (const [rank, datacenter] of lackingIn) {
      if (at(tally.rows, d * layout.width + rank) >= 0) continue;
      const changes = layout.servers.flatMap((_, server) =>
        at(layout.datacenterOf, server) === datacenter ? singles(search, d, rank, server) : [],
      );
      makeBest(search, changes);
    }
  });
}

function levelOnce(search: Search): boolean {
  const { layout, tally } = search;
  const pairs: { from: number; to: number; urgency: number }[] = [];
  layout.servers.forEach((_, from) =>
    layout.servers.forEach((_, to) => {
      if (from === to || at(layout.datacenterOf, from) !== at(layout.datacenterOf, to) || layout.vacated.has(to))
        return;
      const more = at(tally.onServer, from) - at(tally.onServer, to);
      const empties = layout.vacated.has(from) && at(tally.onServer, from) > 0;
      if (empties || more > 1) pairs.push({ from, to, urgency: more + (empties ? layout.rows.length : 0) });
    }),
  );
  pairs.sort((a, b) => b.urgency - a.urgency || a.from - b.from || a.to - b.to);
  return pairs.some(({ from, to }) => makeBest(search, [...disks(search, from, to), ...copies(search, from, to)]));
}

/** Each disk of one server as a whole, onto the first empty disk of another. */
function disks(search: Search, from: number, to: number): Change[] {
  const { layout, tally } = search;
  const empty = layout.volumes.findIndex(
    ({ server, name, room }, v) => server === to && name !== undefined && room > 0 && at(tally.onVolume, v) === 0,
  );
  if (empty < 0) return [];
  return layout.volumes.flatMap(({ server, name }, volume): Change[] => {
    const held = at(tally.onVolume, volume);
    if (server !== from || name === undefined || held < 2 || held > (layout.volumes[empty]?.room ?? 0)) return [];
    const change = layout.databases.flatMap((_, database) => {
      const row = tally.row(database);
      return row.includes(volume) ? [{ database, row: row.map((each) => (each === volume ? empty : each)) }] : [];
    });
    return change.some(({ database }) => tally.holds(to, database)) ? [] : [change];
  });
}

function copies(search: Search, from: number, to: number): Change[] {
  const { layout, tally } = search;
  return layout.databases.flatMap((_, database) => {
    const rank = tally.row(database).findIndex((volume) => volume >= 0 && at(layout.volumeServer, volume) === from);
    return rank < 0 ? [] : singles(search, database, rank, to);
  });
}

/** One copy of a database onto each volume of a server that has room; of the empty ones onto the first. */
export function singles(search: Search, database: number, rank: number, to: number): Change[] {
  const { layout, tally } = search;
  if (layout.vacated.has(to) || tally.holds(to, database)) return [];
  let hasEmpty = false;
  return layout.volumes.flatMap(({ server, room }, volume): Change[] => {
    const held = at(tally.onVolume, volume);
    if (server !== to || held >= room || (held === 0 && hasEmpty)) return [];
    hasEmpty ||= held === 0;
    return [[{ database, row: tally.row(database).with(rank, volume) }]];
  });
}

/** Makes the change that leads to the best layout, where one is better than what is. */
function makeBest(search: Search, changes: readonly Change[]): boolean {
  let best: { readonly change: Change; readonly score: Score } | undefined;
  for (const change of changes) {
    const score = search.try(change, best?.score ?? search.score);
    if (score) best = { change, score };
  }
  if (!best || compareScores(best.score, search.score, place.unevenPreferences) >= 0) return false;
  // A place that crowds a disk is none.
  if (at(best.score, place.crowding) > at(search.score, place.crowding)) return false;
  search.make(best.change);
  return true;
}

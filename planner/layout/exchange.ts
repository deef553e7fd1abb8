import { at, place } from './layoutTally.ts';
import { singles } from './level.ts';
import type { Change, Search } from './search.ts';

/** The copies that carry load healthy, after one failed server and after two. */
const ranksThatCarry = 3;

/**
 * Moves copies where that brings the largest loads down: a database that weighs on one of the servers with the largest load
 * exchanges the place of a copy with another database's copy of the same preference in the same datacenter, so that servers and
 * disks hold as many copies of each preference as before; or a single copy goes where there is room.
 */
export function exchange(search: Search, isDone: () => boolean): void {
  const { layout } = search;
  let improved = true;
  while (improved && !isDone()) {
    improved = false;
    for (const database of weighing(search)) {
      for (let rank = 0; rank < Math.min(ranksThatCarry, layout.width); rank++) {
        if (exchangeOne(search, database, rank)) improved = true;
        if (isDone()) return;
      }
    }
  }
}

/** Databases with a copy on a server that reaches the largest load of healthy servers, or after one failure, heaviest first. */
function weighing({ layout, tally, score }: Search): number[] {
  const n = layout.servers.length;
  const heavy = new Set<number>();
  for (let s = 0; s < n; s++) {
    for (let f = 0; f < n; f++) {
      if (f === s) continue;
      const load = at(tally.active, s) + at(tally.takenOver, f * n + s);
      if (load === at(score, place.oneServer)) heavy.add(s).add(f);
    }
    if (at(tally.active, s) === at(score, place.healthy)) heavy.add(s);
  }
  return layout.databases
    .flatMap((_, d) => {
      const hosts = [...tally.row(d).subarray(0, 2)].map((volume) =>
        volume < 0 ? -1 : at(layout.volumeServer, volume),
      );
      return hosts.some((host) => heavy.has(host)) ? [d] : [];
    })
    .sort((a, b) => at(layout.loads, b) - at(layout.loads, a) || a - b);
}

function exchangeOne(search: Search, database: number, rank: number): boolean {
  const { layout, tally, score } = search;
  const from = at(tally.rows, database * layout.width + rank);
  if (from < 0) return false;
  let best: { readonly change: Change; readonly score: typeof score } | undefined;
  for (const change of [...moves(search, database, rank, from), ...swaps(search, database, rank, from)]) {
    const reached = search.try(change, best?.score ?? score);
    if (reached) best = { change, score: reached };
  }
  if (best) search.make(best.change);
  return best !== undefined;
}

function moves(search: Search, database: number, rank: number, from: number): Change[] {
  const { layout, tally } = search;
  const own = at(layout.volumeServer, from);
  return layout.servers.flatMap((_, to) => {
    const sameSite = to !== own && at(layout.datacenterOf, to) === at(layout.datacenterOf, own);
    const keepsLevel = at(tally.onServer, own) > at(tally.onServer, to);
    return sameSite && keepsLevel ? singles(search, database, rank, to) : [];
  });
}

function swaps(search: Search, database: number, rank: number, from: number): Change[] {
  const { layout, tally } = search;
  const own = at(layout.volumeServer, from);
  return layout.databases.flatMap((_, other): Change[] => {
    const to = at(tally.rows, other * layout.width + rank);
    if (other === database || to < 0) return [];
    const server = at(layout.volumeServer, to);
    const sameSite = server !== own && at(layout.datacenterOf, server) === at(layout.datacenterOf, own);
    if (!sameSite || layout.vacated.has(server) || tally.holds(server, database) || tally.holds(own, other)) return [];
    return [
      [
        { database, row: tally.row(database).with(rank, to) },
        { database: other, row: tally.row(other).with(rank, from) },
      ],
    ];
  });
}

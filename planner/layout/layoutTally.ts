import type { DagLayout } from './dagLayout.ts';

/**
 * What is judged of a layout, gravest first; less is better in each.
 *
 * - `unplaced`: copies that have no place, or one on a server that is to be emptied
 * - `crowding`: copies beyond a disk's room, and copies of a preference that their disk holds already
 * - `partial`: disks that hold some copies and yet fewer than they could
 * - `unevenCopies`: the sum of squares of the servers' copies
 * - `unevenPreferences`: copies by which servers differ in a preference, one aside, over all preferences
 * - `oneServer`, `healthy`, `twoServers`: the largest active load of a server after any one failed server, none, any two
 * - `spread`: the sum of squares of all these loads, which tells apart layouts whose largest loads are equal
 */
export const judged = [
  'unplaced',
  'crowding',
  'partial',
  'unevenCopies',
  'unevenPreferences',
  'oneServer',
  'healthy',
  'twoServers',
  'spread',
] as const;
export type Judged = (typeof judged)[number];
export type Score = Float64Array;

/** Where in a score a figure stands. */
export const place = Object.fromEntries(judged.map((name, i) => [name, i])) as Readonly<Record<Judged, number>>;

/** Below 0 where the first score is better; the first `figures` of them count. */
export function compareScores(a: Score, b: Score, figures: number = judged.length): number {
  for (let i = 0; i < figures; i++) if (a[i] !== b[i]) return at(a, i) - at(b, i);
  return 0;
}

/** An item that is known to be there; inner loops read nothing else. */
export const at = (list: ArrayLike<number>, i: number): number => list[i] as number;

/**
 * A layout that changes row by row, with everything that is judged of it kept along. A server's active load after failures is
 * what it carries healthy, plus what it takes over as second copy of a failed server, plus as third copy of two.
 */
export class LayoutTally {
  readonly layout: DagLayout;
  /** As in `DagLayout`; a row changes between `take` and `put` only. */
  readonly rows: Int32Array;
  /** Copies by volume and by server. */
  readonly onVolume: Int32Array;
  readonly onServer: Int32Array;
  /** Active load by server; by failed server and server; by two failed servers and server. */
  readonly active: Float64Array;
  readonly takenOver: Float64Array;
  readonly takenOverOfTwo: Float64Array;
  readonly #servers: number;
  readonly #width: number;
  readonly #rankOnVolume: Int32Array;
  readonly #rankOnServer: Int32Array;
  readonly #open: readonly number[];
  #placed = 0;
  #stranded = 0;
  #repeated = 0;
  #beyond = 0;
  #partial = 0;
  #squares = 0;

  constructor(layout: DagLayout, rows: Int32Array = layout.rows) {
    this.layout = layout;
    this.rows = Int32Array.from(rows);
    const { width } = layout;
    const servers = layout.servers.length;
    this.#servers = servers;
    this.#width = width;
    this.#open = layout.servers.flatMap((_, s) => (layout.vacated.has(s) ? [] : [s]));
    this.onVolume = new Int32Array(layout.volumes.length);
    this.onServer = new Int32Array(servers);
    this.active = new Float64Array(servers);
    this.takenOver = new Float64Array(servers * servers);
    this.takenOverOfTwo = new Float64Array(servers * servers * servers);
    this.#rankOnVolume = new Int32Array(layout.volumes.length * width);
    this.#rankOnServer = new Int32Array(servers * width);
    for (let d = 0; d < layout.databases.length; d++) this.put(d);
  }

  /** Takes a database's copies out of what is kept. */
  take(database: number): void {
    this.#change(database, -1);
  }

  /** Counts a database's copies in. */
  put(database: number): void {
    this.#change(database, 1);
  }

  /** Gives a database another row. */
  setRow(database: number, row: ArrayLike<number>): void {
    this.take(database);
    this.rows.set(row, database * this.#width);
    this.put(database);
  }

  row(database: number): Int32Array {
    return this.rows.slice(database * this.#width, (database + 1) * this.#width);
  }

  /** Whether a server holds a copy of a database. */
  holds(server: number, database: number): boolean {
    const { volumeServer } = this.layout;
    for (let i = database * this.#width; i < (database + 1) * this.#width; i++) {
      const volume = at(this.rows, i);
      if (volume >= 0 && at(volumeServer, volume) === server) return true;
    }
    return false;
  }

  /** The score; the loads after failures are the dear part and are left out where what goes before is worse than in `than`. */
  score(into: Score, than?: Score): Score {
    into[place.unplaced] = this.#wanted() - this.#placed + this.#stranded;
    into[place.crowding] = this.#repeated + this.#beyond;
    into[place.partial] = this.#partial;
    into[place.unevenCopies] = this.#squares;
    into[place.unevenPreferences] = this.#unevenPreferences();
    if (than && compareScores(into, than, place.oneServer) > 0) return into;
    this.#loads(into, than);
    return into;
  }

  #wanted(): number {
    return (this.#copiesWanted ??= this.layout.databases.reduce((sum, { copies }) => sum + copies.length, 0));
  }
  #copiesWanted: number | undefined;

  #unevenPreferences(): number {
    let uneven = 0;
    for (let rank = 0; rank < this.#width; rank++) {
      let most = 0;
      let fewest = Infinity;
      for (const server of this.#open) {
        const held = at(this.#rankOnServer, server * this.#width + rank);
        if (held > most) most = held;
        if (held < fewest) fewest = held;
      }
      if (most - fewest > 1) uneven += most - fewest - 1;
    }
    return uneven;
  }

  #loads(into: Score, than: Score | undefined): void {
    const n = this.#servers;
    const { active, takenOver } = this;
    let healthy = 0;
    let one = 0;
    let spread = 0;
    for (let s = 0; s < n; s++) {
      const own = at(active, s);
      if (own > healthy) healthy = own;
      spread += own * own;
      for (let f = 0; f < n; f++) {
        if (f === s) continue;
        const load = own + at(takenOver, f * n + s);
        if (load > one) one = load;
        spread += load * load;
      }
    }
    into[place.healthy] = healthy;
    into[place.oneServer] = one;
    into[place.spread] = spread;
    if (than && compareScores(into, than, place.twoServers) > 0) return;
    this.#loadsAfterTwo(into);
  }

  #loadsAfterTwo(into: Score): void {
    const n = this.#servers;
    const { active, takenOver, takenOverOfTwo } = this;
    let two = 0;
    let spread = at(into, place.spread);
    for (let f = 0; f < n; f++) {
      for (let g = f + 1; g < n; g++) {
        const pair = (f * n + g) * n;
        for (let s = 0; s < n; s++) {
          if (s === f || s === g) continue;
          const load =
            at(active, s) + at(takenOver, f * n + s) + at(takenOver, g * n + s) + at(takenOverOfTwo, pair + s);
          if (load > two) two = load;
          spread += load * load;
        }
      }
    }
    into[place.twoServers] = two;
    into[place.spread] = spread;
  }

  #change(database: number, sign: 1 | -1): void {
    const { databases, volumeServer, loads, vacated } = this.layout;
    const { copies, activatable } = databases[database] as DagLayout['databases'][number];
    const n = this.#servers;
    const load = at(loads, database) * sign;
    let first = -1;
    let second = -1;
    let third = -1;
    for (let rank = 0; rank < copies.length; rank++) {
      const volume = at(this.rows, database * this.#width + rank);
      if (volume < 0) continue;
      const server = at(volumeServer, volume);
      this.#count(volume, server, rank, sign);
      if (vacated.has(server)) this.#stranded += sign;
      if (rank >= activatable) continue;
      if (first < 0) first = server;
      else if (second < 0) second = server;
      else if (third < 0) third = server;
    }
    if (first >= 0) this.active[first] = at(this.active, first) + load;
    if (second >= 0) this.#add(this.takenOver, first * n + second, load);
    if (third >= 0) {
      this.#add(this.takenOverOfTwo, (first * n + second) * n + third, load);
      this.#add(this.takenOverOfTwo, (second * n + first) * n + third, load);
    }
  }

  #add(list: Float64Array, i: number, value: number): void {
    list[i] = at(list, i) + value;
  }

  #count(volume: number, server: number, rank: number, sign: 1 | -1): void {
    this.#placed += sign;
    const copies = at(this.onServer, server);
    this.#squares += sign * 2 * copies + 1;
    this.onServer[server] = copies + sign;
    const onServer = server * this.#width + rank;
    this.#rankOnServer[onServer] = at(this.#rankOnServer, onServer) + sign;
    this.#countDisk(volume, rank, sign);
  }

  #countDisk(volume: number, rank: number, sign: 1 | -1): void {
    const { name, room } = this.layout.volumes[volume] as DagLayout['volumes'][number];
    const held = at(this.onVolume, volume);
    this.onVolume[volume] = held + sign;
    if (name === undefined) return;
    this.#partial += Number(isPartial(held + sign, room)) - Number(isPartial(held, room));
    this.#beyond += Math.max(0, held + sign - room) - Math.max(0, held - room);
    const i = volume * this.#width + rank;
    const same = at(this.#rankOnVolume, i);
    this.#rankOnVolume[i] = same + sign;
    this.#repeated += Math.max(0, same + sign - 1) - Math.max(0, same - 1);
  }
}

function isPartial(held: number, room: number): boolean {
  return held > 0 && held < room;
}

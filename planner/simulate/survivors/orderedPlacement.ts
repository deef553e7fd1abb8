import type { CopyTable } from '../failover/index.ts';
import { loadColumns, reachableCandidates } from './databaseGroups.ts';

// A constant of this module is read faster in the inner loops than one of another.
const columns = loadColumns;

/** Counts and loads of one DAG's servers, and of the databases without a copy or on a lagged one. */
export interface Carried {
  readonly active: Int32Array;
  /** `loadColumns` for each server. */
  readonly loads: Float64Array;
  offline: number;
  laggedOnly: number;
}

/**
 * Places databases one by one in name order within hard limits, as `activate` does: first those whose home copy is up,
 * then the others. Flat arrays in that order and no objects, since it is done for tens of thousands of sets.
 */
export class OrderedPlacement {
  /** Where each database's candidates begin, the home copy first; one entry more than there are databases. */
  readonly #first: Int32Array;
  readonly #server: Int32Array;
  readonly #lagged: Uint8Array;
  readonly #loads: Float64Array;
  readonly #limit: Float64Array;
  /** Databases that each server still takes. */
  readonly #room: Float64Array;
  readonly #seated: Uint8Array;

  /** @param loads `loadColumns` for each database of the table */
  constructor(table: CopyTable, loads: Float64Array) {
    const order = [...table.activationOrder];
    const rows = order.map((database) => reachableCandidates(table, database));
    const candidates = rows.flat();
    this.#first = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => (this.#first[i + 1] = (this.#first[i] ?? 0) + row.length));
    this.#server = Int32Array.from(candidates, ({ server }) => server);
    this.#lagged = Uint8Array.from(candidates, ({ lagged }) => (lagged ? 1 : 0));
    this.#loads = Float64Array.from(order.flatMap((d) => [...loads.subarray(d * columns, (d + 1) * columns)]));
    this.#limit = table.maximumActive;
    this.#room = new Float64Array(table.servers.length);
    this.#seated = new Uint8Array(rows.length);
  }

  /** @param down 1 for each failed server @param into takes the outcome */
  place(down: Uint8Array, into: Carried): void {
    const [first, server, seated, room] = [this.#first, this.#server, this.#seated, this.#room];
    into.active.fill(0);
    into.loads.fill(0);
    into.laggedOnly = 0;
    seated.fill(0);
    for (let s = 0; s < room.length; s++) room[s] = down[s] === 1 ? 0 : (this.#limit[s] ?? Infinity);
    let left = seated.length;
    for (let i = 0; i < seated.length; i++) {
      const home = first[i] ?? 0;
      if (home === first[i + 1] || (room[server[home] ?? -1] ?? 0) <= 0) continue;
      this.#mount(i, home, into);
      left--;
    }
    for (let i = 0; i < seated.length; i++) {
      if (seated[i] === 1) continue;
      const end = first[i + 1] ?? 0;
      for (let candidate = (first[i] ?? 0) + 1; candidate < end; candidate++) {
        if ((room[server[candidate] ?? -1] ?? 0) <= 0) continue;
        this.#mount(i, candidate, into);
        left--;
        break;
      }
    }
    into.offline = left;
  }

  #mount(database: number, candidate: number, into: Carried): void {
    const { active, loads } = into;
    const server = this.#server[candidate] ?? -1;
    this.#seated[database] = 1;
    this.#room[server] = (this.#room[server] ?? 0) - 1;
    active[server] = (active[server] ?? 0) + 1;
    into.laggedOnly += this.#lagged[candidate] ?? 0;
    for (let column = 0; column < columns; column++) {
      const at = server * columns + column;
      loads[at] = (loads[at] ?? 0) + (this.#loads[database * columns + column] ?? NaN);
    }
  }
}

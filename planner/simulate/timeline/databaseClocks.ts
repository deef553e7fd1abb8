/** A time in which a database was not mounted, in seconds from the start; null where that lasts to the end. */
export interface Outage {
  readonly fromSeconds: number;
  readonly toSeconds: number | null;
}

/** Whether and since when the databases of one DAG are mounted. */
export class DatabaseClocks {
  readonly #mounted: Uint8Array;
  readonly #since: Float64Array;
  readonly #outages: Outage[][];
  /** Counts the moves of each database, so that a mount that another move overtook does not count. */
  readonly #moves: Int32Array;

  constructor(databases: number) {
    this.#mounted = new Uint8Array(databases).fill(1);
    this.#since = new Float64Array(databases);
    this.#outages = Array.from({ length: databases }, () => []);
    this.#moves = new Int32Array(databases);
  }

  /** A database is dismounted, or leaves where it was about to mount. @returns the number of this move */
  dismount(database: number, at: number): number {
    if (this.#mounted[database] === 1) {
      this.#mounted[database] = 0;
      this.#since[database] = at;
    }
    return (this.#moves[database] = (this.#moves[database] ?? 0) + 1);
  }

  /** A database is mounted, unless it has moved on. @returns whether it is */
  mount(database: number, move: number, at: number): boolean {
    if (this.#moves[database] !== move || this.#mounted[database] === 1) return false;
    this.#mounted[database] = 1;
    const from = this.#since[database] ?? 0;
    if (at > from) this.#outages[database]?.push({ fromSeconds: from, toSeconds: at });
    return true;
  }

  isMounted(database: number): boolean {
    return this.#mounted[database] === 1;
  }

  /** Every outage of a database; one that lasts is open. */
  outages(database: number): readonly Outage[] {
    const closed = this.#outages[database] ?? [];
    if (this.#mounted[database] === 1) return closed;
    return [...closed, { fromSeconds: this.#since[database] ?? 0, toSeconds: null }];
  }
}

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly action: () => void;
}

/** What is still to happen, by its time; what has the same time happens in the order in which it was put there. */
export class Agenda {
  readonly #entries: Entry[] = [];
  #order = 0;
  /** The time of what happens now, in seconds. */
  now = 0;

  /** @param seconds from now */
  after(seconds: number, action: () => void): void {
    this.at(this.now + seconds, action);
  }

  at(at: number, action: () => void): void {
    const entry = { at, order: this.#order++, action };
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#entries[middle];
      if (other && (other.at > at || (other.at === at && other.order > entry.order))) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, entry);
  }

  /** Lets everything happen up to a time, what it brings about included. */
  runUntil(end: number): void {
    for (;;) {
      const next = this.#entries.at(-1);
      if (!next || next.at > end) return;
      this.#entries.pop();
      this.now = next.at;
      next.action();
    }
  }
}

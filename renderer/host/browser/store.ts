import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/** A named table of IndexedDB. Where the browser refuses storage it is empty, and only `put` says so. */
export class Table<T> {
  readonly #store: UseStore | undefined;

  constructor(name: string) {
    this.#store = typeof indexedDB === 'undefined' ? undefined : createStore(`dagwright-${name}`, name);
  }

  async get(key: string): Promise<T | undefined> {
    return this.#store && get<T>(key, this.#store).catch(() => undefined);
  }

  async all(): Promise<readonly T[]> {
    if (!this.#store) return [];
    const kept = await entries<string, T>(this.#store).catch(() => []);
    return kept.map(([, value]) => value);
  }

  async put(key: string, value: T): Promise<void> {
    if (!this.#store) throw new Error('The browser has no storage.');
    await set(key, value, this.#store);
  }

  async remove(key: string): Promise<void> {
    if (this.#store) await del(key, this.#store).catch(() => undefined);
  }
}

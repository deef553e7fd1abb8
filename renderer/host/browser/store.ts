import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

/** A named table of IndexedDB; every call answers with nothing where the browser refuses storage. */
export class Table<T> {
  readonly #store: UseStore | undefined;

  constructor(name: string) {
    this.#store = typeof indexedDB === 'undefined' ? undefined : createStore(`dagwright-${name}`, name);
  }

  async get(key: string): Promise<T | undefined> {
    return this.#store && get<T>(key, this.#store);
  }

  async all(): Promise<readonly T[]> {
    if (!this.#store) return [];
    return (await entries<string, T>(this.#store)).map(([, value]) => value);
  }

  async put(key: string, value: T): Promise<void> {
    if (this.#store) await set(key, value, this.#store);
  }

  async remove(key: string): Promise<void> {
    if (this.#store) await del(key, this.#store);
  }
}

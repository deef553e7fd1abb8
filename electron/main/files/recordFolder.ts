import { join } from 'node:path';
import { codeOf, type FileSystem } from '../../../system/fileSystem.ts';
import { readTextFile } from '../../../system/textFile.ts';
import { writeFileAtomic } from '../../../system/writeFileAtomic.ts';
import { Turns } from './turns.ts';

const ENDING = '.json';
const ID = /^[A-Za-z0-9-]{1,100}$/;

/** Something that is kept in a file of its own, under its id. */
export interface Record {
  readonly id: string;
  /** ISO 8601. */
  readonly keptAt: string;
}

interface Options<T> {
  readonly folder: string;
  readonly fs: FileSystem;
  /** More than so many are not kept: the oldest go. */
  readonly most: number;
  readonly isRecord: (value: unknown) => value is T;
  /** Told of files that are passed over, and why. */
  readonly report: (message: string) => void;
}

/** A folder with one JSON file for each record, written whole or not at all. */
export class RecordFolder<T extends Record> {
  readonly #options: Options<T>;
  readonly #turns = new Turns();

  constructor(options: Options<T>) {
    this.#options = options;
  }

  /** Keeps a record in the place of the one with its id. @throws the file system's error; then the former one is still there */
  put(record: T): Promise<void> {
    const { folder, fs } = this.#options;
    const path = this.#pathOf(record.id);
    return this.#turns.run(record.id, async () => {
      await fs.mkdir(folder, { recursive: true });
      await writeFileAtomic(path, JSON.stringify(record), { fs });
    });
  }

  /** The record of an id; undefined where there is none that can be read. */
  get(id: string): Promise<T | undefined> {
    const path = this.#pathOf(id);
    return this.#turns.run(id, () => this.#read(path, id));
  }

  /** Removes a record; it does not matter whether there is one. @throws the file system's error */
  drop(id: string): Promise<void> {
    const path = this.#pathOf(id);
    return this.#turns.run(id, () => this.#options.fs.rm(path, { force: true }));
  }

  /** All records, the newest first; those beyond the bound are removed. @throws the file system's error */
  async list(): Promise<T[]> {
    const ids = (await this.#fileNames()).map((name) => name.slice(0, -ENDING.length)).filter((id) => ID.test(id));
    const records = (await Promise.all(ids.map((id) => this.get(id)))).filter((record) => record !== undefined);
    records.sort((a, b) => b.keptAt.localeCompare(a.keptAt, 'en'));
    for (const { id } of records.slice(this.#options.most)) await this.drop(id);
    return records.slice(0, this.#options.most);
  }

  /** @throws RangeError for an id that could name something else than a file of this folder */
  #pathOf(id: string): string {
    if (!ID.test(id)) throw new RangeError('Not an id of a record.');
    return join(this.#options.folder, id + ENDING);
  }

  async #fileNames(): Promise<string[]> {
    try {
      return (await this.#options.fs.readdir(this.#options.folder)).filter((name) => name.endsWith(ENDING));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async #read(path: string, id: string): Promise<T | undefined> {
    const { fs, isRecord, report } = this.#options;
    try {
      const value: unknown = JSON.parse(await readTextFile(path, fs));
      if (isRecord(value) && value.id === id) return value;
      report(`${path} is not what it should be and is left alone.`);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') report(`${path} cannot be read and is left alone: ${String(error)}`);
    }
    return undefined;
  }
}

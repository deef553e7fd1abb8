import { join } from 'node:path';
import { longestText } from '../../../planner/design/json.ts';
import { codeOf, type FileSystem } from '../../../system/fileSystem.ts';
import { removeLeftoversIn } from '../../../system/temporaryFile.ts';
import { readTextFile } from '../../../system/textFile.ts';
import { writeFileAtomic } from '../../../system/writeFileAtomic.ts';
import { isDeviceName } from './fileNames.ts';
import { Turns } from './turns.ts';

const ENDING = '.json';
const ids = /^[A-Za-z0-9-]{1,100}$/;

/** What is kept in a file of its own, named after its id. */
export interface Kept {
  readonly id: string;
  /** ISO 8601. */
  readonly keptAt: string;
}

interface Options<T> {
  readonly folder: string;
  readonly fs: FileSystem;
  /** More files than so many are not kept: those that were written the longest ago go. */
  readonly most: number;
  readonly isRecord: (value: unknown) => value is T;
  /** Told of files that are passed over, and why. */
  readonly report: (message: string) => void;
}

/** A folder with one JSON file for each record, written whole or not at all. An id never leads out of the folder. */
export class RecordFolder<T extends Kept> {
  readonly #options: Options<T>;
  readonly #turns = new Turns();

  constructor(options: Options<T>) {
    this.#options = options;
  }

  /**
   * Keeps a record in the place of the one with its id.
   * @throws RangeError for a record that would be too long to be read, or the file system's error; the former one is then still there
   */
  async put(record: T): Promise<void> {
    const { folder, fs } = this.#options;
    const path = this.#pathOf(record.id);
    const text = JSON.stringify(record);
    if (Buffer.byteLength(text) > longestText) throw new RangeError(`The record of ${record.id} is too long.`);
    await this.#turns.run(record.id, async () => {
      await fs.mkdir(folder, { recursive: true });
      await writeFileAtomic(path, text, { fs });
    });
    await this.#removeOldest();
  }

  /** The record of an id; undefined where there is none that can be read. */
  async get(id: string): Promise<T | undefined> {
    const path = this.#pathOf(id);
    return this.#turns.run(id, () => this.#read(path, id));
  }

  /** Removes a record; it does not matter whether there is one. @throws the file system's error */
  async drop(id: string): Promise<void> {
    const path = this.#pathOf(id);
    await this.#turns.run(id, () => this.#options.fs.rm(path, { force: true }));
  }

  /** All records, the newest first. @throws the file system's error */
  async list(): Promise<T[]> {
    await removeLeftoversIn(this.#options.folder, this.#options.fs);
    const all = await this.#ids();
    const records: T[] = [];
    for (const id of all) {
      const record = await this.get(id);
      if (record) records.push(record);
    }
    return records.sort((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt));
  }

  /** @throws TypeError for an id that could name something else than a file of this folder */
  #pathOf(id: string): string {
    if (!isId(id)) throw new TypeError('Not an id of a record.');
    return join(this.#options.folder, id + ENDING);
  }

  async #ids(): Promise<string[]> {
    try {
      const names = await this.#options.fs.readdir(this.#options.folder);
      const ours = names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
      return ours.filter(isId);
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
      report(`${path} is not what it should be; it is left alone.`);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') report(`${path} cannot be read; it is left alone. ${String(error)}`);
    }
    return undefined;
  }

  async #removeOldest(): Promise<void> {
    const { folder, fs, most, report } = this.#options;
    try {
      const all = await this.#ids();
      if (all.length <= most) return;
      const written = new Map<string, number>();
      for (const id of all) written.set(id, (await fs.stat(join(folder, id + ENDING))).mtimeMs);
      all.sort((a, b) => (written.get(b) ?? 0) - (written.get(a) ?? 0));
      for (const id of all.slice(most)) await this.drop(id);
    } catch (error) {
      report(`Old files in ${folder} cannot be removed. ${String(error)}`);
    }
  }
}

function isId(id: string): boolean {
  return ids.test(id) && !isDeviceName(id);
}

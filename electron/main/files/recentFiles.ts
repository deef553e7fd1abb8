import { randomUUID } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, sep } from 'node:path';
import type { RecentFile } from '../../../renderer/host/host.ts';
import { codeOf, type FileSystem } from '../../../system/fileSystem.ts';
import { readTextFile } from '../../../system/textFile.ts';
import { writeFileAtomic } from '../../../system/writeFileAtomic.ts';
import { fileKey } from './fileKey.ts';
import { Turns } from './turns.ts';

const MOST = 12;

interface Entry {
  readonly id: string;
  readonly path: string;
  /** What tells files apart; see `fileKey`. */
  readonly key: string;
  readonly usedAt: string;
}

interface Options {
  /** Where the list is kept. */
  readonly file: string;
  /** The moment, ISO 8601. */
  readonly now: () => string;
  readonly fs?: FileSystem;
  readonly home?: string;
  /** Told when the list cannot be read and begins anew. */
  readonly report?: (message: string) => void;
}

/** The files that were last opened or saved, newest first. */
export interface RecentFiles {
  readonly list: () => Promise<RecentFile[]>;
  /** Puts a file at the top; answers its id, which a file keeps as long as it is in the list. */
  readonly remember: (path: string) => Promise<string>;
  readonly forget: (id: string) => Promise<void>;
  readonly pathOf: (id: string) => Promise<string | undefined>;
}

/** The list in a file of its own. A damaged one is put aside; the list is then empty. */
export function recentFiles(options: Options): RecentFiles {
  const { file, now, fs = nodeFs, home = homedir(), report = () => undefined } = options;
  const turns = new Turns();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => turns.run(file, task);

  async function read(): Promise<readonly Entry[]> {
    let text: string;
    try {
      text = await readTextFile(file, fs);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') report(`${file} cannot be read: ${String(error)}`);
      return [];
    }
    const entries = entriesOf(text);
    if (entries) return entries;
    report(`${file} is damaged; it is kept as ${file}.damaged.`);
    await fs.rename(file, `${file}.damaged`);
    return [];
  }

  async function write(files: readonly Entry[]): Promise<void> {
    await fs.mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, `${JSON.stringify({ files }, null, 2)}\n`, { fs });
  }

  return {
    list: () => inTurn(async () => (await read()).map((entry) => shown(entry, home))),

    remember: (path) =>
      inTurn(async () => {
        const key = await fileKey(path, fs);
        const entries = await read();
        const id = entries.find((entry) => entry.key === key)?.id ?? randomUUID();
        const others = entries.filter((entry) => entry.key !== key);
        await write([{ id, path, key, usedAt: now() }, ...others].slice(0, MOST));
        return id;
      }),

    forget: (id) =>
      inTurn(async () => {
        const entries = await read();
        const others = entries.filter((entry) => entry.id !== id);
        if (others.length < entries.length) await write(others);
      }),

    pathOf: (id) => inTurn(async () => (await read()).find((entry) => entry.id === id)?.path),
  };
}

function shown({ id, path, usedAt }: Entry, home: string): RecentFile {
  const folder = dirname(path);
  const inHome = folder === home || folder.startsWith(home + sep);
  return { id, name: basename(path), place: inHome ? `~${folder.slice(home.length)}` : folder, usedAt };
}

function entriesOf(text: string): readonly Entry[] | undefined {
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    return Array.isArray(files) && files.every(isEntry) ? files : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'path', 'key', 'usedAt'].every((name) => typeof Reflect.get(value, name) === 'string');
}

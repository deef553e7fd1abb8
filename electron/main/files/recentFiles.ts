import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import * as nodePath from 'node:path';
import type { RecentFile } from '../../../renderer/host/host.ts';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { readTextFileIfThere, TextFileError } from '../../../system/textFile.ts';
import { writeFileAtomic } from '../../../system/writeFileAtomic.ts';
import { answeringFileSystem } from './answeringFileSystem.ts';
import { fileKey } from './fileKey.ts';
import type { GoneFiles } from './goneFiles.ts';
import { Turns } from './turns.ts';

/** What somebody works on now; older files are found in their folders. */
const MOST_FILES = 12;

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
  /** Which files to mark as missing. */
  readonly gone?: GoneFiles;
  readonly home?: string;
  readonly platform?: NodeJS.Platform;
  /** Told when the list cannot be read or written: no reason to fail what the user does. */
  readonly report?: (message: string) => void;
}

/** The files that were last opened or saved, the newest first. */
export interface RecentFiles {
  readonly list: () => Promise<RecentFile[]>;
  /** Puts a file at the top; answers its id, which it keeps as long as it is in the list. */
  readonly remember: (path: string) => Promise<string>;
  readonly forget: (id: string) => Promise<void>;
  /** The path of a file in the list; undefined for any other id. */
  readonly pathOf: (id: string) => Promise<string | undefined>;
}

/** The list in a file of its own. A damaged one is put aside as `….damaged`, and the list begins anew. */
export function recentFiles(options: Options): RecentFiles {
  const { file, now, home = homedir(), platform = process.platform } = options;
  const { fs = answeringFileSystem(), report = () => undefined } = options;
  const { gone = () => Promise.resolve(new Set()) } = options;
  const turns = new Turns();

  async function read(): Promise<readonly Entry[]> {
    const entries = await entriesIn(file, fs);
    if (entries) return entries;
    report(`${file} is damaged; it is kept as ${file}.damaged.`);
    await fs.rename(file, `${file}.damaged`);
    return [];
  }

  async function write(files: readonly Entry[]): Promise<void> {
    await fs.mkdir(nodePath.dirname(file), { recursive: true });
    await writeFileAtomic(file, `${JSON.stringify({ files }, null, 2)}\n`, { fs });
  }

  /** Does something with the list, one after the other; what fails is reported, and `otherwise` is the answer. */
  const inTurn = <T>(otherwise: T, task: (entries: readonly Entry[]) => Promise<T> | T): Promise<T> =>
    turns.run(file, async () => {
      try {
        return await task(await read());
      } catch (error) {
        report(`The recent files in ${file} cannot be read or written. ${String(error)}`);
        return otherwise;
      }
    });

  return {
    list: async () => {
      const entries = await inTurn<readonly Entry[]>([], (found) => found);
      const missing = await gone(entries.map(({ path }) => path));
      return entries.map((entry) => ({
        ...shown(entry, home, platform),
        ...(missing.has(entry.path) && { missing: true }),
      }));
    },

    remember: (path) => {
      const unlisted = randomUUID();
      return inTurn(unlisted, async (entries) => {
        const key = await fileKey(path, fs, platform);
        const id = entries.find((entry) => entry.key === key)?.id ?? unlisted;
        const others = entries.filter((entry) => entry.key !== key);
        await write([{ id, path, key, usedAt: now() }, ...others].slice(0, MOST_FILES));
        return id;
      });
    },

    forget: (id) =>
      inTurn(undefined, async (entries) => {
        const others = entries.filter((entry) => entry.id !== id);
        if (others.length < entries.length) await write(others);
      }),

    pathOf: (id) => inTurn(undefined, (entries) => entries.find((entry) => entry.id === id)?.path),
  };
}

function shown({ id, path, usedAt }: Entry, home: string, platform: NodeJS.Platform): RecentFile {
  const paths = platform === 'win32' ? nodePath.win32 : nodePath.posix;
  const folder = paths.dirname(path);
  const inHome = folder === home || folder.startsWith(home + paths.sep);
  return { id, name: paths.basename(path), place: inHome ? `~${folder.slice(home.length)}` : folder, usedAt };
}

/** The entries of a list, none where there is no list; undefined where it is damaged. @throws the file system's error */
async function entriesIn(file: string, fs: FileSystem): Promise<readonly Entry[] | undefined> {
  try {
    const text = (await readTextFileIfThere(file, fs)) ?? '{ "files": [] }';
    const files = (JSON.parse(text) as { readonly files?: unknown } | null)?.files;
    return Array.isArray(files) && files.every(isEntry) ? files : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TextFileError) return undefined;
    throw error;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'path', 'key', 'usedAt'].every((name) => typeof Reflect.get(value, name) === 'string');
}

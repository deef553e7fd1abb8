import * as nodeFs from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, type FileSystem } from './fileSystem.ts';
import { removeLeftoversOf, temporaryBeside } from './temporaryFile.ts';

interface WriteOptions {
  readonly fs?: FileSystem;
  /** Called when everything is written but not yet in place; what it throws calls the writing off. */
  readonly beforeReplacing?: () => Promise<void>;
}

/** Errors that pass when another program (a virus scanner, a sync client) lets go of the file. */
const passing: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const unknownThere: ReadonlySet<string> = new Set(['ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);
const pausesMs = [10, 40, 160, 640];

/**
 * Replaces a file's content as a whole: write beside it, flush, rename. Whatever happens, the file holds the old content or the
 * new one. A link keeps pointing where it does, the file keeps its mode; what is no regular file (a pipe, a terminal) is written to.
 * What an earlier, killed write left beside the file is removed.
 * @throws the file system's error; then nothing has changed and no temporary file is left
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const { fs = nodeFs, beforeReplacing } = options;
  const target = await realPathOf(path, fs);
  const mode = await modeOf(target, fs);
  if (mode === 'special') return writeThrough(target, content, fs);
  const temporary = temporaryBeside(target);
  try {
    const file = await fs.open(temporary, 'wx', mode ?? 0o666);
    try {
      await file.writeFile(content, 'utf8');
      if (mode !== undefined) await file.chmod(mode).catch(unlessUnknown);
      await file.sync().catch(unlessUnknown);
    } finally {
      await file.close();
    }
    await beforeReplacing?.();
    await renamePatiently(temporary, target, fs);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(target), fs);
  await removeLeftoversOf(target, fs);
}

async function realPathOf(path: string, fs: FileSystem): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const end = await linkEnd(path, fs);
    return end === undefined ? path : realPathOf(end, fs);
  }
}

/** Where a link leads; undefined for what is no link. */
async function linkEnd(path: string, fs: FileSystem): Promise<string | undefined> {
  try {
    return resolve(dirname(path), await fs.readlink(path));
  } catch {
    return undefined;
  }
}

/** The mode of the file that is there; undefined where there is none, "special" for what cannot be replaced. */
async function modeOf(path: string, fs: FileSystem): Promise<number | 'special' | undefined> {
  try {
    const stats = await fs.stat(path);
    if (stats.isDirectory())
      throw Object.assign(new Error('EISDIR: it is a folder'), { code: 'EISDIR', syscall: 'open' });
    return stats.isFile() ? stats.mode & 0o7777 : 'special';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeThrough(path: string, content: string | Uint8Array, fs: FileSystem): Promise<void> {
  const file = await fs.open(path, 'w');
  try {
    await file.writeFile(content, 'utf8');
  } finally {
    await file.close();
  }
}

async function renamePatiently(from: string, to: string, fs: FileSystem): Promise<void> {
  for (const pause of pausesMs) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!passing.has(codeOf(error))) throw error;
      await wait(pause);
    }
  }
  await fs.rename(from, to);
}

/** Some shares and removable disks know no modes, or no flushing; what they hold is written all the same. */
function unlessUnknown(error: unknown): void {
  if (!unknownThere.has(codeOf(error))) throw error;
}

/** Makes the rename itself last; some systems cannot open a folder, and then there is nothing to flush. */
async function flushFolder(folder: string, fs: FileSystem): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The content is safe already: the file itself was flushed before the rename.
  }
}

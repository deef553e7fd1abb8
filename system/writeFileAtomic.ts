import { randomBytes } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The file system calls that writing needs; a test gives its own. */
export type FileSystem = Pick<typeof nodeFs, 'open' | 'rename' | 'rm' | 'stat' | 'realpath'>;

/** Errors that pass when another program (a virus scanner, a sync client) lets go of the file. */
const passing: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const pausesMs = [10, 40, 160, 640];

/**
 * Replaces a file's content as a whole: write beside it, flush, rename. Whatever happens, the file holds the old content or the
 * new one. A link keeps pointing where it does, the file keeps its mode; what is no regular file (a pipe, a terminal) is written to.
 * @throws the file system's error; then nothing has changed and no temporary file is left
 */
export async function writeFileAtomic(path: string, text: string, fs: FileSystem = nodeFs): Promise<void> {
  const target = await realPathOf(path, fs);
  const mode = await modeOf(target, fs);
  if (mode === 'special') return writeThrough(target, text, fs);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await fs.open(temporary, 'wx', mode ?? 0o666);
    try {
      await file.writeFile(text, 'utf8');
      if (mode !== undefined) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporary, target, fs);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(folder, fs);
}

async function realPathOf(path: string, fs: FileSystem): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path;
    throw error;
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

async function writeThrough(path: string, text: string, fs: FileSystem): Promise<void> {
  const file = await fs.open(path, 'w');
  try {
    await file.writeFile(text, 'utf8');
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

/** Makes the rename itself last; some systems cannot open a folder, and then there is nothing to flush. */
async function flushFolder(folder: string, fs: FileSystem): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The content is safe already: the file itself was flushed before the rename.
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

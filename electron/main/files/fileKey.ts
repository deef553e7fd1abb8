import { basename, dirname, join, resolve } from 'node:path';
import type { FileSystem } from '../../../system/fileSystem.ts';

/**
 * What two paths have in common when they name one file: its real path, and where file systems take no account of case
 * (Windows, macOS) in lower case. A file that is not there is known by its folder and name.
 */
export async function fileKey(path: string, fs: FileSystem, platform = process.platform): Promise<string> {
  const real = await realPath(resolve(path), fs);
  return platform === 'win32' || platform === 'darwin' ? real.normalize('NFC').toLowerCase() : real;
}

async function realPath(path: string, fs: FileSystem): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch {
    const folder = await fs.realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, basename(path));
  }
}

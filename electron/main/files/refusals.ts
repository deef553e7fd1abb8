import { constants, type Stats } from 'node:fs';
import { basename } from 'node:path';
import { codeOf, type FileSystem } from '../../../system/fileSystem.ts';
import { troubleWithName } from './fileNames.ts';
import { RefusedFile } from './fileTrouble.ts';

/** Refuses what cannot be read as a file is. @throws RefusedFile, or the file system's error */
export async function refuseUnreadable(path: string, fs: FileSystem): Promise<void> {
  refuseSpecial(await fs.stat(path));
}

/**
 * Refuses what should not be replaced. A rename replaces even a file that may not be written, so this asks first.
 * @throws RefusedFile, or the file system's error
 */
export async function refuseUnwritable(path: string, fs: FileSystem, platform: NodeJS.Platform): Promise<void> {
  const trouble = platform === 'win32' ? troubleWithName(basename(path)) : undefined;
  if (trouble) throw new RefusedFile(trouble);
  try {
    const stats = await fs.stat(path);
    refuseSpecial(stats);
    if ((stats.mode & 0o222) === 0) throw new RefusedFile('it is read-only');
    await fs.access(path, constants.W_OK);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Pipes and devices never end or never answer. */
function refuseSpecial(stats: Stats): void {
  if (!stats.isFile()) throw new RefusedFile(stats.isDirectory() ? 'it is a folder' : 'it is no ordinary file');
}

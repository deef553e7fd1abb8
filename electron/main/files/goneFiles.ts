import * as nodeFs from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, type FileSystem } from '../../../system/fileSystem.ts';

/** As long as a list may take to come on the screen. */
const LIMIT_MS = 500;

/** Tells which of some files are no longer there; of what it does not find out in time it says nothing. */
export type GoneFiles = (paths: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Looks at one file at a time, and at none while an earlier look hangs: a share that does not answer takes one of the few threads that
 * Node has for files, and no more.
 */
export function goneFiles(
  fs: Pick<FileSystem, 'stat'> = nodeFs,
  limit = (): Promise<void> => wait(LIMIT_MS),
): GoneFiles {
  let isLooking = false;

  return async (paths) => {
    const gone = new Set<string>();
    if (isLooking) return gone;
    isLooking = true;
    let isOver = false;

    async function look(): Promise<void> {
      for (const path of paths) {
        if (isOver) return;
        const code = await fs.stat(path).then(() => '', codeOf);
        if (code === 'ENOENT' || code === 'ENOTDIR') gone.add(path);
      }
    }

    await Promise.race([look().finally(() => (isLooking = false)), limit()]);
    isOver = true;
    return new Set(gone);
  };
}

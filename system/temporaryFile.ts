import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './fileSystem.ts';

const HOUR_MS = 60 * 60 * 1000;
const ending = /\.[0-9a-f]{12}\.tmp$/;

/** A new name beside a file, short enough for every file system. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `${beginning(path)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Removes what killed programs left beside a file when they wrote it; see `removeOld`. */
export function removeLeftoversOf(path: string, fs: FileSystem): Promise<void> {
  return removeOld(dirname(path), (name) => name.replace(ending, '') === beginning(path), fs);
}

/** Removes what killed programs left in a folder of Dagwright's own; see `removeOld`. */
export function removeLeftoversIn(folder: string, fs: FileSystem): Promise<void> {
  return removeOld(folder, (name) => name.startsWith('.'), fs);
}

/**
 * Only what is older than an hour goes: a younger one may be what another program writes at this moment. Failures do not
 * matter: the next time tries again.
 */
async function removeOld(folder: string, isMeant: (name: string) => boolean, fs: FileSystem): Promise<void> {
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names.filter((name) => ending.test(name) && isMeant(name))) {
    const path = join(folder, name);
    const age = await fs.stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > HOUR_MS) await fs.rm(path, { force: true }).catch(() => undefined);
  }
}

function beginning(path: string): string {
  return `.${basename(path).slice(0, 60)}`;
}

import * as nodeFs from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileOnDisk, FileSystem } from '../../../system/fileSystem.ts';

/** A local disk answers within milliseconds; a share over a slow line takes the largest designs (5 MB) in half a minute. */
const LIMIT_MS = 30_000;

/** What is put away by these calls must go even when nobody waits for it any more. */
const tidying: ReadonlySet<string> = new Set(['close', 'rm']);

/**
 * A file system whose calls always answer. A network share that vanishes can hang a call for minutes and Node cannot take it back:
 * here such a call fails with ETIMEDOUT when its limit aborts. While it hangs, further calls in the same folder fail at once, so
 * that the few threads that Node has for files are not all caught; what was opened or is to be removed is tidied up afterwards.
 * @param limit starts the time of one call
 */
export function answeringFileSystem(
  fs: FileSystem = nodeFs,
  limit: () => AbortSignal = () => AbortSignal.timeout(LIMIT_MS),
): FileSystem {
  const hanging = new Map<string, Promise<unknown>>();

  /** @param undo told of a result that comes when nobody waits for it any more */
  async function ask<T>(
    name: string,
    path: string,
    call: () => Promise<T>,
    undo?: (late: T) => Promise<unknown>,
  ): Promise<T> {
    const folder = dirname(path);
    const before = hanging.get(folder) ?? hanging.get(path);
    if (before) {
      if (tidying.has(name)) hang(folder, before.then(call));
      throw notAnswered(name);
    }
    const result = call();
    const signal = limit();
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        hang(folder, result.then(undo));
        reject(notAnswered(name));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      void result.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
  }

  function hang(folder: string, call: Promise<unknown>): void {
    const over = Promise.allSettled([hanging.get(folder), call]).then(() => {
      if (hanging.get(folder) === over) hanging.delete(folder);
    });
    hanging.set(folder, over);
  }

  function answering(file: FileOnDisk, path: string): FileOnDisk {
    return {
      read: (buffer) => ask('read', path, () => file.read(buffer)),
      writeFile: (content, encoding) => ask('write', path, () => file.writeFile(content, encoding)),
      chmod: (mode) => ask('chmod', path, () => file.chmod(mode)),
      sync: () => ask('fsync', path, () => file.sync()),
      close: () => ask('close', path, () => file.close()),
    };
  }

  return {
    access: (path, mode) => ask('access', path, () => fs.access(path, mode)),
    mkdir: (path, options) => ask('mkdir', path, () => fs.mkdir(path, options)),
    open: async (path, flags, mode) => {
      const open = (): Promise<FileOnDisk> => fs.open(path, flags, mode);
      return answering(await ask('open', path, open, (file) => file.close()), path);
    },
    readdir: (path) => ask('readdir', path, () => fs.readdir(path)),
    readlink: (path) => ask('readlink', path, () => fs.readlink(path)),
    realpath: (path) => ask('realpath', path, () => fs.realpath(path)),
    rename: (from, to) => ask('rename', from, () => fs.rename(from, to)),
    rm: (path, options) => ask('rm', path, () => fs.rm(path, options)),
    stat: (path) => ask('stat', path, () => fs.stat(path)),
  };
}

function notAnswered(call: string): Error {
  return Object.assign(new Error(`ETIMEDOUT: no answer, ${call}`), { code: 'ETIMEDOUT', syscall: call });
}

import * as nodeFs from 'node:fs/promises';
import type { FileOnDisk, FileSystem } from '../../../system/fileSystem.ts';

/** Called before each call to the file system, with the call's name and the path that it is about. */
export type BeforeCall = (call: string, path: string) => Promise<void> | void;

/** The real file system, with something that happens before each call: counting, failing, hanging, dying. */
export function instrumented(before: BeforeCall): FileSystem {
  const call = async <T>(name: string, path: string, real: () => Promise<T>): Promise<T> => {
    await before(name, path);
    return real();
  };

  const opened = (file: nodeFs.FileHandle, path: string): FileOnDisk => ({
    read: (buffer) => call('read', path, () => file.read(buffer)),
    writeFile: (text, encoding) => call('write', path, () => file.writeFile(text, encoding)),
    chmod: (mode) => call('fchmod', path, () => file.chmod(mode)),
    sync: () => call('fsync', path, () => file.sync()),
    // A close that fails closes all the same, as the system's does.
    close: () => call('close', path, () => Promise.resolve()).finally(() => file.close()),
  });

  return {
    access: (path, mode) => call('access', path, () => nodeFs.access(path, mode)),
    mkdir: (path, options) => call('mkdir', path, () => nodeFs.mkdir(path, options)),
    open: (path, flags, mode) => call('open', path, async () => opened(await nodeFs.open(path, flags, mode), path)),
    readdir: (path) => call('readdir', path, () => nodeFs.readdir(path)),
    readlink: (path) => call('readlink', path, () => nodeFs.readlink(path)),
    realpath: (path) => call('realpath', path, () => nodeFs.realpath(path)),
    rename: (from, to) => call('rename', to, () => nodeFs.rename(from, to)),
    rm: (path, options) => call('rm', path, () => nodeFs.rm(path, options)),
    stat: (path) => call('stat', path, () => nodeFs.stat(path)),
  };
}

/** An error as the file system throws it. */
export function systemError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: injected, ${syscall}`), { code, syscall });
}

import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { FileSystem } from '../../system/fileSystem.ts';
import { writeFileAtomic } from '../../system/writeFileAtomic.ts';
import { emptyFolder } from '../cli/dagwright.ts';

const OLD = 'old\n';
const NEW = 'new\n';

function folderWithFile(): { folder: string; file: string } {
  const folder = emptyFolder();
  const file = join(folder, 'design.json');
  writeFileSync(file, OLD);
  return { folder, file };
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'test' });
}

/** The real file system, with one call that fails. */
function failingAt(call: string, code: string): FileSystem {
  const open: FileSystem['open'] = async (path, flags, mode) => {
    if (call === 'open' && flags === 'wx') throw failure(code);
    const handle = await fs.open(path, flags, mode);
    return new Proxy(handle, {
      get(target, name) {
        if (name === call && flags === 'wx') return () => Promise.reject(failure(code));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
  const rename: FileSystem['rename'] = async (from, to) => {
    if (call === 'rename') throw failure(code);
    await fs.rename(from, to);
  };
  return { ...fs, open, rename };
}

describe('writeFileAtomic(path, text) leaves the old content or the new one', () => {
  it('replaces a file and makes a new one', async () => {
    const { folder, file } = folderWithFile();
    await writeFileAtomic(file, NEW);
    await writeFileAtomic(join(folder, 'other.json'), NEW);
    expect(readFileSync(file, 'utf8')).toBe(NEW);
    expect(readdirSync(folder)).toEqual(['design.json', 'other.json']);
  });

  it.each([
    ['open', 'ENOSPC'],
    ['writeFile', 'ENOSPC'],
    ['chmod', 'EPERM'],
    ['sync', 'EIO'],
    ['rename', 'EXDEV'],
    ['rename', 'EPERM'],
  ])('a failure of %s (%s) leaves the old file and nothing beside it', async (call, code) => {
    const { folder, file } = folderWithFile();
    await expect(writeFileAtomic(file, NEW, { fs: failingAt(call, code) })).rejects.toMatchObject({ code });
    expect(readFileSync(file, 'utf8')).toBe(OLD);
    expect(readdirSync(folder)).toEqual(['design.json']);
  });

  it.each(['EPERM', 'EBUSY', 'EACCES'])('waits for a program that holds the file (%s)', async (code) => {
    const { file } = folderWithFile();
    let refusals = 2;
    const rename: FileSystem['rename'] = async (from, to) => {
      if (refusals-- > 0) throw failure(code);
      await fs.rename(from, to);
    };
    await writeFileAtomic(file, NEW, { fs: { ...fs, rename } });
    expect(readFileSync(file, 'utf8')).toBe(NEW);
  });

  it.each([
    ['chmod', 'ENOTSUP'],
    ['sync', 'EINVAL'],
  ])('writes where the file system knows no %s (%s)', async (call, code) => {
    const { file } = folderWithFile();
    await writeFileAtomic(file, NEW, { fs: failingAt(call, code) });
    expect(readFileSync(file, 'utf8')).toBe(NEW);
  });

  it('removes what a killed write of the same file left an hour ago, and nothing else', async () => {
    const { folder, file } = folderWithFile();
    const old = '.design.json.0123456789ab.tmp';
    const others = [
      '.design.json.ba9876543210.tmp',
      '.design.json.0123.tmp',
      '.other.json.0123456789ab.tmp',
      'design.json.0123456789ab.tmp',
    ];
    for (const name of [old, ...others]) writeFileSync(join(folder, name), '');
    for (const name of [old, ...others.slice(1)]) utimesSync(join(folder, name), 0, 0);
    await writeFileAtomic(file, NEW);
    expect(readdirSync(folder)).toEqual([...others, 'design.json'].sort());
  });

  it('keeps the mode, and a link keeps pointing where it did', async () => {
    const { folder, file } = folderWithFile();
    chmodSync(file, 0o640);
    const link = join(folder, 'link.json');
    symlinkSync('design.json', link);
    await writeFileAtomic(link, NEW);
    expect(readFileSync(file, 'utf8')).toBe(NEW);
    expect(readlinkSync(link)).toBe('design.json');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('makes the file that a dangling link leads to', async () => {
    const folder = emptyFolder();
    symlinkSync('second.json', join(folder, 'first.json'));
    symlinkSync('design.json', join(folder, 'second.json'));
    await writeFileAtomic(join(folder, 'first.json'), NEW);
    expect(readFileSync(join(folder, 'design.json'), 'utf8')).toBe(NEW);
    expect(readlinkSync(join(folder, 'first.json'))).toBe('second.json');
  });

  it('calls the writing off when what is asked before replacing throws', async () => {
    const { folder, file } = folderWithFile();
    const beforeReplacing = vi.fn(() => Promise.reject(new Error('overtaken')));
    await expect(writeFileAtomic(file, NEW, { beforeReplacing })).rejects.toThrow('overtaken');
    expect(readFileSync(file, 'utf8')).toBe(OLD);
    expect(readdirSync(folder)).toEqual(['design.json']);
  });

  it('does not replace a folder', async () => {
    const { folder } = folderWithFile();
    mkdirSync(join(folder, 'inner'));
    await expect(writeFileAtomic(join(folder, 'inner'), NEW)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(join(folder, 'inner'))).toEqual([]);
  });
});

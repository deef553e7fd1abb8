import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { designFiles } from '../../../electron/main/files/designFiles.ts';
import { ShellError } from '../../../electron/main/shellError.ts';
import { emptyFolder } from '../../cli/dagwright.ts';
import { instrumented, systemError } from './instrumented.ts';
import { place } from './place.ts';
import { hash, MINE, NAME, OLD, THEIRS } from './texts.ts';

const onPosix = process.platform !== 'win32';
const SAVED = { outcome: 'saved' };

/** What a promise is rejected with: a message for the user. */
async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ShellError);
  return (error as ShellError).message;
}

describe('saving', () => {
  it('replaces a file that holds what is known, and keeps nothing beside it', async () => {
    const { folder, path, files, reports } = place();
    expect(await files.save(path, MINE, hash(OLD))).toEqual(SAVED);
    expect(readFileSync(path, 'utf8')).toBe(MINE);
    expect(readdirSync(folder)).toEqual([NAME]);
    expect(reports).toEqual([]);
  });

  it('writes nothing where another program wrote meanwhile, and answers with its text', async () => {
    const { path, versions, files } = place();
    writeFileSync(path, THEIRS);
    expect(await files.save(path, MINE, hash(OLD))).toEqual({ outcome: 'conflict', theirs: THEIRS });
    expect(readFileSync(path, 'utf8')).toBe(THEIRS);
    expect(existsSync(versions)).toBe(false);
  });

  it('replaces the other text once that is what the page knows, and keeps it', async () => {
    const { path, files } = place();
    writeFileSync(path, THEIRS);
    expect(await files.save(path, MINE, hash(THEIRS))).toEqual(SAVED);
    expect(await files.previous(path)).toEqual({ name: NAME, text: THEIRS });
  });

  it('compares content, not time', async () => {
    const { path, files } = place();
    utimesSync(path, new Date(0), new Date());
    expect(await files.save(path, MINE, hash(OLD))).toEqual(SAVED);
  });

  it('notices a program that writes after the first look, while the new content is being written', async () => {
    let target = '';
    const fs = instrumented((call, path) => {
      if (call === 'fsync' && path !== target && path.endsWith('.tmp')) writeFileSync(target, THEIRS);
    });
    const { folder, path, files } = place({ fs });
    target = path;
    expect(await files.save(path, MINE, hash(OLD))).toEqual({ outcome: 'conflict', theirs: THEIRS });
    expect(readFileSync(path, 'utf8')).toBe(THEIRS);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it('counts a file as saved that already holds the text, as after a save whose success was not certain', async () => {
    const { path, files } = place();
    writeFileSync(path, MINE);
    expect(await files.save(path, MINE, hash(OLD))).toEqual(SAVED);
  });

  it('makes a file anew that was deleted or moved away since it was opened', async () => {
    const { folder, path, files } = place();
    renameSync(path, join(folder, 'moved.json'));
    expect(await files.save(path, MINE, hash(OLD))).toEqual(SAVED);
    expect(readFileSync(path, 'utf8')).toBe(MINE);
    expect(readFileSync(join(folder, 'moved.json'), 'utf8')).toBe(OLD);
  });

  it.each<[encoding: string, bytes: Buffer]>([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${OLD}`, 'utf8')],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${OLD}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${OLD}`, 'utf16le').swap16()],
  ])('takes %s for the same text, and writes UTF-8 without a mark', async (_, bytes) => {
    const { path, files } = place();
    writeFileSync(path, bytes);
    expect(await files.read(path)).toEqual({ name: NAME, text: OLD, picture: false });
    expect(await files.save(path, MINE, hash(OLD))).toEqual(SAVED);
    expect(readFileSync(path)).toEqual(Buffer.from(MINE, 'utf8'));
  });

  it('tells two saves of one file apart that come at once, by whatever path: the second one is a conflict', async () => {
    const fs = instrumented((call, path) => (call === 'rename' && path.endsWith(NAME) ? wait(50) : undefined));
    const { folder, path, files } = place({ fs });
    symlinkSync(NAME, join(folder, 'link.json'));
    const outcomes = await Promise.all([
      files.save(path, MINE, hash(OLD)),
      files.save(join(folder, 'link.json'), THEIRS, hash(OLD)),
    ]);
    expect(outcomes).toEqual([SAVED, { outcome: 'conflict', theirs: MINE }]);
    expect(readFileSync(path, 'utf8')).toBe(MINE);
  });

  it('by two programs at once never tears the file, and each is told how it went', async () => {
    const { path, folder, versions } = place();
    const texts = ['a', 'b'].map((letter) => letter.repeat(200_000));
    const told = new Set<string>();
    const program = async (text: string): Promise<void> => {
      const files = designFiles({ versionsFolder: versions });
      for (let time = 0; time < 20; time++) {
        const { text: held } = await files.read(path);
        expect([OLD, ...texts]).toContain(held);
        const outcome = await files.save(path, text, hash(held)).catch((error: unknown) => String(error));
        told.add(
          typeof outcome === 'string' ? outcome.replace(/.*(holds something else now).*/, '$1') : outcome.outcome,
        );
      }
    };
    await Promise.all(texts.map(program));
    expect(texts).toContain(readFileSync(path, 'utf8'));
    expect(readdirSync(folder)).toEqual([NAME]);
    expect(['saved', 'conflict', 'holds something else now']).toEqual(expect.arrayContaining([...told]));
  });

  it('writes through a link and keeps the mode', async () => {
    const { folder, path, files } = place();
    const link = join(folder, 'link.json');
    symlinkSync(NAME, link);
    chmodSync(path, 0o640);
    expect(await files.save(link, MINE, hash(OLD))).toEqual(SAVED);
    expect(readlinkSync(link)).toBe(NAME);
    expect(readFileSync(path, 'utf8')).toBe(MINE);
    if (onPosix) expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('takes the longest name that the file system takes', async () => {
    const { path, files } = place({ name: `${'n'.repeat(250)}.json` });
    expect(await files.save(path, MINE, hash(OLD))).toEqual(SAVED);
  });

  it('says when the file holds something else right after it was written', async () => {
    let target = '';
    const fs = instrumented((call, path) => {
      if (call === 'read' && path === target && readFileSync(target, 'utf8') === MINE) writeFileSync(target, THEIRS);
    });
    const { path, files } = place({ fs });
    target = path;
    expect(await messageOf(files.save(path, MINE, hash(OLD)))).toBe(
      `${NAME} was written, but holds something else now: another program wrote it at the same moment, or the disk is failing. Save under another name to be safe.`,
    );
  });
});

describe('what cannot be saved is said in words, and the disk is as it was', () => {
  it('a read-only file', async () => {
    const { folder, path, files } = place();
    chmodSync(path, 0o444);
    const message = `${NAME} cannot be saved: it is read-only. Nothing on the disk has changed. Save under another name or in another folder.`;
    expect(await messageOf(files.save(path, MINE, hash(OLD)))).toBe(message);
    expect(await messageOf(files.write(path, MINE))).toBe(message);
    expect(readFileSync(path, 'utf8')).toBe(OLD);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it('a folder that is gone', async () => {
    const { folder, path, files } = place();
    rmSync(folder, { recursive: true });
    expect(await messageOf(files.save(path, MINE, hash(OLD)))).toBe(
      `${NAME} cannot be saved: its folder is not there any more. Nothing on the disk has changed. Save under another name or in another folder.`,
    );
    expect(existsSync(folder)).toBe(false);
  });

  it('a name that is too long', async () => {
    const { folder, files } = place();
    const name = `${'n'.repeat(300)}.json`;
    expect(await messageOf(files.write(join(folder, name), MINE))).toBe(
      `${name} cannot be saved: the name is too long. Nothing on the disk has changed. Save under a shorter name.`,
    );
  });

  it('a folder in the place of the file', async () => {
    const { folder, files } = place();
    mkdirSync(join(folder, 'inner'));
    expect(await messageOf(files.write(join(folder, 'inner'), MINE))).toMatch(
      /^inner cannot be saved: it is a folder\./,
    );
  });

  it('a file that another program replaced by something that is no text', async () => {
    const { path, files } = place();
    writeFileSync(path, Buffer.from([0xc3, 0x28]));
    expect(await messageOf(files.save(path, MINE, hash(OLD)))).toMatch(/cannot be saved: it is not a text file\./);
    expect(readFileSync(path)).toEqual(Buffer.from([0xc3, 0x28]));
  });

  it.runIf(onPosix)('a pipe, which would never end', async () => {
    const { folder, files } = place();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await messageOf(files.save(join(folder, 'pipe'), MINE, hash(OLD)))).toMatch(/it is no ordinary file/);
    expect(await messageOf(files.read(join(folder, 'pipe')))).toMatch(/it is no ordinary file/);
  });

  it.each([
    ['NUL', 'Windows keeps this name for a device'],
    ['con.dagwright.json', 'Windows keeps this name for a device'],
    ['Com1 .json', 'Windows keeps this name for a device'],
    ['a.json:hidden', 'the name has a character that Windows does not take'],
    ['what?.json', 'the name has a character that Windows does not take'],
    ['contoso.', 'the name ends with a full stop or a space'],
    ['contoso ', 'the name ends with a full stop or a space'],
  ])('on Windows the name "%s"', async (name, reason) => {
    const { folder, files } = place({ platform: 'win32' });
    expect(await messageOf(files.write(join(folder, name), MINE))).toContain(` cannot be saved: ${reason}. `);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it.each(['console.json', 'com10.json', 'nullable.json', 'auxiliary', '.con'])(
    'but on Windows the name "%s" is fine',
    async (name) => {
      const { folder, files } = place({ platform: 'win32' });
      await files.write(join(folder, name), MINE);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(MINE);
    },
  );

  it.each([
    ['ENOSPC', 'the disk is full', 'Free some space and save again, or save on another disk.'],
    ['EDQUOT', 'the quota is used up', 'Free some space and save again, or save on another disk.'],
    ['EROFS', 'the file system is read-only', 'Save under another name or in another folder.'],
    [
      'EACCES',
      'it or its folder may not be written, or another program holds it',
      'Save under another name or in another folder.',
    ],
    ['ENOTCONN', 'the network share is not connected', /^Check the connection/],
    ['EHOSTDOWN', 'the computer that holds it is down', /^Check the connection/],
    ['ESTALE', 'the network share was replaced or disconnected', /^Check the connection/],
    ['EIO', 'the disk reports an error', /^Check the connection/],
    ['ETIMEDOUT', 'it does not answer', /^Check the connection/],
  ])('%s', async (code, reason, advice) => {
    const fs = instrumented((call, path) => {
      if (call === 'write' && path.endsWith('.tmp')) throw systemError(code, 'write');
    });
    const { folder, path, files } = place({ fs });
    const message = await messageOf(files.save(path, MINE, hash(OLD)));
    const start = `${NAME} cannot be saved: ${reason}. Nothing on the disk has changed. `;
    expect(message.slice(0, start.length)).toBe(start);
    expect(message.slice(start.length)).toMatch(advice);
    expect(readFileSync(path, 'utf8')).toBe(OLD);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it('a share that vanishes while it renames: then nobody knows, and that is what is said', async () => {
    const fs = instrumented((call, path) => {
      if (call === 'rename' && path.endsWith(NAME)) throw systemError('ESTALE', 'rename');
    });
    const { path, files } = place({ fs });
    expect(await messageOf(files.save(path, MINE, hash(OLD)))).toContain('It may or may not hold the new content.');
  });
});

describe('reading', () => {
  it('answers name and text', async () => {
    const { path, files } = place();
    expect(await files.read(path)).toEqual({ name: NAME, text: OLD, picture: false });
  });

  it.each<[what: string, make: (path: string) => void, message: RegExp]>([
    ['nothing', () => undefined, /there is no such file or folder\. It may have been moved or renamed/],
    ['a folder', (path) => mkdirSync(path), /it is a folder\. Choose another file\.$/],
    [
      'bytes',
      (path) => writeFileSync(path, Buffer.from([0xc3, 0x28])),
      /it is not a text file\. Choose another file\.$/,
    ],
    ['too much', tooLong, /it is longer than 64 MiB\. Choose another file\.$/],
  ])('says in words that there is %s', async (_, make, message) => {
    const { files } = place();
    const path = join(emptyFolder(), 'design.json');
    make(path);
    expect(await messageOf(files.read(path))).toMatch(message);
  });

  it('an error that is no trouble with the file is passed on as it is', async () => {
    const { path, files } = place({
      fs: instrumented(() => {
        throw new TypeError('a mistake in the program');
      }),
    });
    await expect(files.read(path)).rejects.toThrow(TypeError);
  });
});

describe('the previous version', () => {
  it('is what the file held before it was last saved here, found by any path of the file', async () => {
    const { folder, path, files } = place();
    symlinkSync(NAME, join(folder, 'link.json'));
    expect(await files.previous(path)).toBeUndefined();
    await files.save(path, MINE, hash(OLD));
    expect(await files.previous(path)).toEqual({ name: NAME, text: OLD });
    await files.save(path, THEIRS, hash(MINE));
    expect(await files.previous(join(folder, 'link.json'))).toEqual({ name: NAME, text: MINE });
  });

  it('stays when a save changes nothing', async () => {
    const { path, files } = place();
    await files.save(path, MINE, hash(OLD));
    await files.save(path, MINE, hash(MINE));
    expect(await files.previous(path)).toEqual({ name: NAME, text: OLD });
  });

  it('is kept with name and time, one for each file, away from it', async () => {
    const { folder, path, versions, files } = place();
    await files.save(path, MINE, hash(OLD));
    await files.save(path, THEIRS, hash(MINE));
    const [kept, ...others] = readdirSync(versions);
    expect(others).toEqual([]);
    expect(JSON.parse(readFileSync(join(versions, kept ?? ''), 'utf8'))).toMatchObject({
      name: NAME,
      keptAt: '2026-01-31T12:00:00.000Z',
      text: MINE,
    });
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it('that cannot be kept is reported and keeps no file from being saved', async () => {
    const { path, versions, files, reports } = place();
    writeFileSync(versions, 'a file where the folder should be');
    expect(await files.save(path, MINE, hash(OLD))).toEqual(SAVED);
    expect(reports).toEqual([expect.stringContaining(`The previous version of ${path} cannot be kept`)]);
  });

  it('is kept for 50 files; the one of the file that was saved the longest ago goes', async () => {
    const { folder, versions, files } = place();
    for (let at = 0; at <= 50; at++) {
      const path = join(folder, `${at}.json`);
      writeFileSync(path, OLD);
      await files.save(path, MINE, hash(OLD));
      if (at === 0) for (const name of readdirSync(versions)) utimesSync(join(versions, name), 0, 0);
    }
    expect(readdirSync(versions)).toHaveLength(50);
    expect(await files.previous(join(folder, '0.json'))).toBeUndefined();
    expect(await files.previous(join(folder, '1.json'))).toEqual({ name: '1.json', text: OLD });
    expect(await files.previous(join(folder, '50.json'))).toEqual({ name: '50.json', text: OLD });
  });
});

function tooLong(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, 64 * 1024 * 1024 + 1);
}

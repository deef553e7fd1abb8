import { mkdirSync, readFileSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recentFiles, type RecentFiles } from '../../../electron/main/files/recentFiles.ts';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { emptyFolder } from '../../cli/dagwright.ts';
import { instrumented, systemError } from './instrumented.ts';

interface Setup {
  readonly home: string;
  readonly file: string;
  readonly reports: string[];
  readonly recent: RecentFiles;
}

/** A list in an empty folder; each look at the clock is a minute later. */
function setup(options: { fs?: FileSystem; platform?: NodeJS.Platform; home?: string } = {}): Setup {
  const home = options.home ?? emptyFolder();
  const file = join(emptyFolder(), 'user data', 'recent.json');
  const reports: string[] = [];
  let minutes = 0;
  const now = (): string => new Date(Date.UTC(2026, 0, 31, 12, minutes++)).toISOString();
  const recent = recentFiles({ file, now, report: (message) => reports.push(message), ...options, home });
  return { home, file, reports, recent };
}

/** A list that holds some paths already, each its own key. */
function listed(file: string, paths: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const files = paths.map((path, at) => ({ id: `id-${at}`, path, key: path, usedAt: '2026-01-31T12:00:00.000Z' }));
  writeFileSync(file, JSON.stringify({ files }));
}

describe('the recent files', () => {
  it('are listed with the newest first, with name, place and time', async () => {
    const { home, recent } = setup();
    const designs = join(home, 'Documents', 'designs');
    const first = await recent.remember(join(designs, 'contoso.dagwright.json'));
    const second = await recent.remember('/mnt/share/fabrikam.dagwright.json');
    const third = await recent.remember(join(home, 'home.json'));
    expect(await recent.list()).toEqual([
      { id: third, name: 'home.json', place: '~', usedAt: '2026-01-31T12:02:00.000Z' },
      { id: second, name: 'fabrikam.dagwright.json', place: '/mnt/share', usedAt: '2026-01-31T12:01:00.000Z' },
      { id: first, name: 'contoso.dagwright.json', place: '~/Documents/designs', usedAt: '2026-01-31T12:00:00.000Z' },
    ]);
  });

  it.each<[platform: NodeJS.Platform, home: string, path: string, name: string, place: string]>([
    ['win32', 'C:\\Users\\ann', 'C:\\Users\\ann\\Documents\\a.json', 'a.json', '~\\Documents'],
    ['win32', 'C:\\Users\\ann', 'C:\\Users\\annette\\a.json', 'a.json', 'C:\\Users\\annette'],
    ['win32', 'C:\\Users\\ann', '\\\\server\\share\\a.json', 'a.json', '\\\\server\\share\\'],
    ['darwin', '/Users/ann', '/Users/ann/a.json', 'a.json', '~'],
    ['linux', '/home/ann', '/home/annette/a.json', 'a.json', '/home/annette'],
  ])('are placed as people of %s (home %s) know it: %s', async (platform, home, path, name, place) => {
    const { file, recent } = setup({ platform, home });
    listed(file, [path]);
    expect(await recent.list()).toMatchObject([{ name, place }]);
  });

  it('are at most twelve: the one that was not used for the longest time goes', async () => {
    const { home, recent } = setup();
    for (let at = 0; at <= 12; at++) await recent.remember(join(home, `${at}.json`));
    const names = (await recent.list()).map(({ name }) => name);
    expect(names).toHaveLength(12);
    expect([names[0], names[11]]).toEqual(['12.json', '1.json']);
  });

  it('know a file again, also through a link, and keep its id', async () => {
    const { home, recent } = setup();
    writeFileSync(join(home, 'a.json'), '');
    symlinkSync('a.json', join(home, 'link.json'));
    const id = await recent.remember(join(home, 'a.json'));
    await recent.remember(join(home, 'b.json'));
    expect(await recent.remember(join(home, 'link.json'))).toBe(id);
    expect((await recent.list()).map(({ name }) => name)).toEqual(['link.json', 'b.json']);
    expect(await recent.pathOf(id)).toBe(join(home, 'link.json'));
  });

  it.each<[platform: NodeJS.Platform, files: number]>([
    ['win32', 1],
    ['darwin', 1],
    ['linux', 2],
  ])('take case for what it is on %s', async (platform, files) => {
    const { recent } = setup({ platform });
    await recent.remember('/nowhere/Contoso.json');
    await recent.remember('/nowhere/CONTOSO.json');
    expect(await recent.list()).toHaveLength(files);
  });

  it('forget a file, and answer no path for an id that they do not know', async () => {
    const { home, recent } = setup();
    const id = await recent.remember(join(home, 'a.json'));
    const other = await recent.remember(join(home, 'b.json'));
    await recent.forget(id);
    await recent.forget('never-listed');
    expect((await recent.list()).map((file) => file.id)).toEqual([other]);
    expect(await recent.pathOf(id)).toBeUndefined();
  });

  it('lose nothing when many are remembered at once', async () => {
    const { home, recent } = setup();
    const paths = Array.from({ length: 12 }, (_, at) => join(home, `${at}.json`));
    const ids = await Promise.all(paths.map((path) => recent.remember(path)));
    expect(new Set(ids).size).toBe(12);
    expect(await Promise.all(ids.map((id) => recent.pathOf(id)))).toEqual(paths);
  });

  it('last beyond the program', async () => {
    const { home, file, recent } = setup();
    const id = await recent.remember(join(home, 'a.json'));
    const later = recentFiles({ file, now: () => '2026-02-01T12:00:00.000Z' });
    expect(await later.pathOf(id)).toBe(join(home, 'a.json'));
    expect(await later.remember(join(home, 'a.json'))).toBe(id);
  });

  it('stay in the list when the file itself is gone: it may come back with its drive', async () => {
    const { home, recent } = setup();
    writeFileSync(join(home, 'a.json'), '');
    await recent.remember(join(home, 'a.json'));
    renameSync(join(home, 'a.json'), join(home, 'b.json'));
    expect((await recent.list()).map(({ name }) => name)).toEqual(['a.json']);
  });
});

describe('a list of recent files that is damaged', () => {
  it.each<[what: string, content: string | Buffer]>([
    ['empty', ''],
    ['cut short', '{"files":[{"id":"a"'],
    ['no text', Buffer.from([0xc3, 0x28])],
    ['null', 'null'],
    ['something else', '[1, 2]'],
    ['of other entries', '{"files":[{"id":"a","path":7,"key":"k","usedAt":"t"}]}'],
    ['of no entries', '{"files":[null]}'],
  ])('(%s) begins anew and is put aside', async (_, content) => {
    const { home, file, reports, recent } = setup();
    listed(file, []);
    writeFileSync(file, content);
    expect(await recent.list()).toEqual([]);
    expect(readFileSync(`${file}.damaged`)).toEqual(Buffer.from(content));
    expect(reports).toEqual([`${file} is damaged; it is kept as ${file}.damaged.`]);
    await recent.remember(join(home, 'a.json'));
    expect(await recent.list()).toHaveLength(1);
  });

  it('or that cannot be read at the moment is reported and left as it is', async () => {
    let broken = false;
    const fs = instrumented((call) => {
      if (broken && call === 'read') throw systemError('EIO', 'read');
    });
    const { home, file, reports, recent } = setup({ fs });
    const id = await recent.remember(join(home, 'a.json'));
    broken = true;
    expect(await recent.list()).toEqual([]);
    expect(await recent.remember(join(home, 'b.json'))).toMatch(/^[0-9a-f-]{36}$/);
    await recent.forget(id);
    broken = false;
    expect((await recent.list()).map((each) => each.id)).toEqual([id]);
    expect(reports).toHaveLength(3);
    expect(readdirSync(dirname(file))).toEqual(['recent.json']);
  });
});

it('a recent file that is gone is marked and stays in the list until it is taken out', async () => {
  const file = join(emptyFolder(), 'recent.json');
  const gone = (paths: readonly string[]): Promise<ReadonlySet<string>> =>
    Promise.resolve(new Set(paths.filter((path) => path.endsWith('old.json'))));
  const recent = recentFiles({ file, now: () => '2026-02-01T12:00:00.000Z', gone });
  const id = await recent.remember('/designs/old.json');
  await recent.remember('/designs/new.json');
  expect(await recent.list()).toMatchObject([{ name: 'new.json' }, { name: 'old.json', missing: true }]);
  expect((await recent.list())[0]).not.toHaveProperty('missing');
  await recent.forget(id);
  expect(await recent.list()).toMatchObject([{ name: 'new.json' }]);
});

import { mkdirSync, readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoveryJournal, type RecoveryJournal } from '../../../electron/main/files/recoveryJournal.ts';
import { ShellError } from '../../../electron/main/shellError.ts';
import type { Snapshot } from '../../../renderer/host/host.ts';
import type { FileSystem } from '../../../system/fileSystem.ts';
import { emptyFolder } from '../../cli/dagwright.ts';
import { instrumented, systemError } from './instrumented.ts';

interface Setup {
  readonly folder: string;
  readonly reports: string[];
  readonly journal: RecoveryJournal;
}

function setup(fs?: FileSystem): Setup {
  const folder = join(emptyFolder(), 'user data', 'recovery');
  const reports: string[] = [];
  const journal = recoveryJournal({ folder, report: (message) => reports.push(message), ...(fs && { fs }) });
  return { folder, reports, journal };
}

function snapshot(id: string, more: Partial<Snapshot> = {}): Snapshot {
  return {
    id,
    name: 'contoso.dagwright.json',
    keptAt: '2026-01-31T12:00:00.000Z',
    summary: 'Contoso, 16 servers, 2 unsaved changes',
    text: '{"name":"Contoso"}\n',
    ...more,
  };
}

describe('the recovery journal', () => {
  it('is empty at first', async () => {
    const { journal, reports } = setup();
    expect(await journal.list()).toEqual([]);
    expect(reports).toEqual([]);
  });

  it('lists what was kept, the newest first, also in the next run', async () => {
    const { folder, journal } = setup();
    const early = snapshot('a', { keptAt: '2026-01-31T23:30:00+02:00' });
    const late = snapshot('b', { keptAt: '2026-01-31T22:00:00Z', text: 'quotes " \\ and \u2028, – and 😀\n' });
    await journal.keep(late);
    await journal.keep(early);
    expect(await journal.list()).toEqual([late, early]);
    expect(await recoveryJournal({ folder }).list()).toEqual([late, early]);
  });

  it('holds one copy for each document, the last that was kept', async () => {
    const { folder, journal } = setup();
    const copies = Array.from({ length: 10 }, (_, at) => snapshot('a', { text: `${at}` }));
    await Promise.all(copies.map((copy) => journal.keep(copy)));
    expect(await journal.list()).toEqual([copies[9]]);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('drops a copy, once and again', async () => {
    const { folder, journal, reports } = setup();
    await journal.drop('a');
    await Promise.all([journal.keep(snapshot('a')), journal.keep(snapshot('b')), journal.drop('a')]);
    await journal.drop('a');
    expect(readdirSync(folder)).toEqual(['b.json']);
    expect(reports).toEqual([]);
  });

  it.each<[what: string, file: string, content: string | Buffer]>([
    ['a copy that was cut short', 'a.json', '{"id":"a","name":"contoso'],
    ['an empty file', 'a.json', ''],
    ['bytes', 'a.json', Buffer.from([0xc3, 0x28])],
    ['something else', 'a.json', '[]'],
    ['a copy with a path for a name', 'a.json', JSON.stringify(snapshot('a', { name: '../contoso.json' }))],
    ['a copy with more than it should have', 'a.json', JSON.stringify({ ...snapshot('a'), more: 1 })],
    ['a copy without a time', 'a.json', JSON.stringify(snapshot('a', { keptAt: 'yesterday' }))],
    ['a copy under another name', 'a.json', JSON.stringify(snapshot('c'))],
  ])('passes over %s, reports it and leaves it alone', async (_, file, content) => {
    const { folder, journal, reports } = setup();
    await journal.keep(snapshot('b'));
    writeFileSync(join(folder, file), content);
    expect((await journal.list()).map(({ id }) => id)).toEqual(['b']);
    expect(reports).toEqual([expect.stringContaining(join(folder, file))]);
    expect(readdirSync(folder)).toEqual(['a.json', 'b.json']);
  });

  it('does not read what is too long', async () => {
    const { folder, journal, reports } = setup();
    await journal.keep(snapshot('b'));
    writeFileSync(join(folder, 'a.json'), '');
    truncateSync(join(folder, 'a.json'), 300 * 1024 * 1024);
    expect(await journal.list()).toHaveLength(1);
    expect(reports).toHaveLength(1);
  });

  it('takes no notice of other files and folders', async () => {
    const { folder, journal, reports } = setup();
    await journal.keep(snapshot('b'));
    for (const name of ['notes.txt', 'con.json', '.json', 'a b.json']) writeFileSync(join(folder, name), 'x');
    mkdirSync(join(folder, 'inner'));
    expect(await journal.list()).toHaveLength(1);
    expect(reports).toEqual([]);
  });

  it.each(['../a', '..', 'a/b', 'a\\b', '', 'a.json', 'a\0', 'con', 'NUL', 'Com1', 'ä', 'a'.repeat(101)])(
    'lets the id %j lead nowhere',
    async (id) => {
      const { folder, journal, reports } = setup();
      await journal.keep(snapshot('b'));
      await expect(journal.keep(snapshot(id))).rejects.toThrow(TypeError);
      await journal.drop(id);
      expect(readdirSync(folder)).toEqual(['b.json']);
      expect(readdirSync(join(folder, '..'))).toEqual(['recovery']);
      expect(reports).toHaveLength(1);
    },
  );

  it('keeps 50 copies: the one that was written the longest ago goes, also a damaged one', async () => {
    const { folder, journal } = setup();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'damaged.json'), 'x');
    utimesSync(join(folder, 'damaged.json'), 0, 0);
    for (let at = 0; at < 51; at++) {
      await journal.keep(snapshot(`copy-${at}`));
      if (at === 7) utimesSync(join(folder, 'copy-7.json'), 60, 60);
    }
    const ids = (await journal.list()).map(({ id }) => id);
    expect(ids).toHaveLength(50);
    expect(ids).not.toContain('copy-7');
    expect(readdirSync(folder)).toHaveLength(50);
  });

  it('removes what killed programs left, but not what another may be writing', async () => {
    const { folder, journal } = setup();
    await journal.keep(snapshot('b'));
    const [old, young] = ['.a.json.0123456789ab.tmp', '.c.json.0123456789ab.tmp'];
    for (const name of [old, young]) writeFileSync(join(folder, name), 'x');
    utimesSync(join(folder, old), 0, 0);
    await journal.list();
    expect(readdirSync(folder)).toEqual([young, 'b.json']);
  });

  it('says in words why no copy can be kept, and keeps the former one', async () => {
    let full = false;
    const fs = instrumented((call) => {
      if (full && call === 'write') throw systemError('ENOSPC', 'write');
    });
    const { folder, journal } = setup(fs);
    await journal.keep(snapshot('a'));
    full = true;
    const message =
      'No recovery copy of contoso.dagwright.json can be kept: the disk is full. A former copy is still there; save often.';
    await expect(journal.keep(snapshot('a', { text: 'new' }))).rejects.toEqual(new ShellError(message));
    expect(await journal.list()).toEqual([snapshot('a')]);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('keeps no copy that would be too long to be read', async () => {
    const { journal } = setup();
    const long = snapshot('a', { text: '"'.repeat(33 * 1024 * 1024) });
    await expect(journal.keep(long)).rejects.toThrow('can be kept: it is too long.');
    expect(await journal.list()).toEqual([]);
  });

  it('that cannot be read is reported, and is no reason not to start', async () => {
    const fs = instrumented((call) => {
      if (call === 'readdir' || call === 'rm') throw systemError('EACCES', call);
    });
    const { journal, reports } = setup(fs);
    expect(await journal.list()).toEqual([]);
    await journal.drop('a');
    expect(reports).toHaveLength(2);
  });
});

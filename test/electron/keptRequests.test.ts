import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesignWindow } from '../../electron/main/designWindow.ts';
import { keptRequests } from '../../electron/main/keptRequests.ts';
import type { Windows } from '../../electron/main/windows.ts';
import type { Snapshot } from '../../renderer/host/host.ts';
import { emptyFolder, root } from '../cli/dagwright.ts';
import { fakeAnswer, fakeWindows } from './fakes.ts';

let windows: Windows;
let window: DesignWindow;
let kept: Map<string, Snapshot>;
let ask: ReturnType<typeof fakeAnswer>['ask'];
const recent = { list: vi.fn(), remember: vi.fn(), forget: vi.fn(() => Promise.resolve()), pathOf: vi.fn() };

function start(examplesFolder: string): void {
  windows = fakeWindows();
  window = windows.open();
  kept = new Map();
  const journal = {
    keep: (snapshot: Snapshot) => Promise.resolve(void kept.set(snapshot.id, snapshot)),
    list: () => Promise.resolve([...kept.values()]),
    drop: (id: string) => Promise.resolve(void kept.delete(id)),
  };
  const door = fakeAnswer();
  keptRequests(door.answer, { windows, recent, journal, examplesFolder });
  ask = door.ask;
}

beforeEach(() => start(join(root, 'examples')));

const snapshot = (id: string): Snapshot => ({
  id,
  name: 'a.json',
  keptAt: '2026-11-25T12:00:00Z',
  summary: '',
  text: '{}',
});

describe('recent files', () => {
  it('are listed and forgotten by their id', async () => {
    recent.list.mockResolvedValue([{ id: 'r1', name: 'a.json', usedAt: '2026-11-25T12:00:00Z' }]);
    expect(await ask('listRecent', {}, window)).toMatchObject([{ id: 'r1' }]);
    expect(await ask('forgetRecent', { id: 'r1' }, window)).toBeNull();
    expect(recent.forget.mock.calls).toEqual([['r1']]);
  });
});

describe('examples', () => {
  it('are those that are shipped, and open without a place to save to', async () => {
    const listed = await ask('listExamples', {}, window);
    expect(listed.map(({ name }) => name)).toContain('contoso');
    const opened = await ask('openExample', { file: 'contoso.dagwright.json' }, window);
    expect(opened).toEqual({ name: 'contoso.dagwright.json', text: expect.stringContaining('"Contoso"') as string });
  });

  it.each([
    'nothing.dagwright.json',
    'contoso.requirements.json',
    '..',
    '../secret.dagwright.json',
    'folder.dagwright.json',
    'link.dagwright.json',
  ])('%s is none', async (file) => {
    const folder = emptyFolder();
    const examples = join(folder, 'examples');
    mkdirSync(join(examples, 'folder.dagwright.json'), { recursive: true });
    writeFileSync(join(folder, 'secret.dagwright.json'), 'secret');
    writeFileSync(join(examples, 'contoso.requirements.json'), '{}');
    symlinkSync(join(folder, 'secret.dagwright.json'), join(examples, 'link.dagwright.json'));
    start(examples);
    await expect(ask('openExample', { file }, window)).rejects.toThrow('There is no such example.');
  });
});

describe('recovery copies', () => {
  it('are offered unless a window has their document open', async () => {
    kept.set('left', snapshot('left'));
    await ask('keepSnapshot', snapshot('open'), window);
    expect((await ask('listSnapshots', {}, windows.open())).map(({ id }) => id)).toEqual(['left']);
    expect([...kept.keys()]).toEqual(['left', 'open']);
  });

  it('are offered again once the page that they belong to is loaded anew', async () => {
    await ask('keepSnapshot', snapshot('open'), window);
    window.forgetPage();
    expect((await ask('listSnapshots', {}, window)).map(({ id }) => id)).toEqual(['open']);
  });

  it('are dropped by the window that they belong to', async () => {
    await ask('keepSnapshot', snapshot('open'), window);
    await ask('dropSnapshot', { id: 'open' }, window);
    expect([kept.size, window.snapshots.size]).toEqual([0, 0]);
  });

  it('are dropped by any window when nobody has their document open', async () => {
    kept.set('left', snapshot('left'));
    await ask('dropSnapshot', { id: 'left' }, window);
    expect(kept.size).toBe(0);
  });

  it('are not dropped by another window than theirs', async () => {
    await ask('keepSnapshot', snapshot('open'), window);
    await expect(ask('dropSnapshot', { id: 'open' }, windows.open())).rejects.toThrow('another window');
    expect(kept.size).toBe(1);
  });

  it('are kept no more of what the user has given up', async () => {
    window.isDiscarded = true;
    await ask('keepSnapshot', snapshot('open'), window);
    expect(kept.size).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { FileOffers } from '../../electron/main/fileOffers.ts';
import { OpenFiles } from '../../electron/main/openFiles.ts';
import type { Windows } from '../../electron/main/windows.ts';
import { fakeOf, fakeWindows } from './fakes.ts';

let windows: Windows;
let offers: FileOffers;
const OFFERED = ['dagwright:fileOffered', null];

beforeEach(() => {
  windows = fakeWindows();
  // Two paths name one file when they differ in case only.
  const openFiles = new OpenFiles(windows, (path) => Promise.resolve(path.toLowerCase()));
  offers = new FileOffers(windows, openFiles, Promise.resolve());
});

function showing(path: string) {
  const window = windows.open();
  window.shown = { name: 'x', path, edited: false };
  return window;
}

describe('FileOffers', () => {
  it('brings the window to the front that shows the file', async () => {
    const window = showing('/a.json');
    windows.open();
    await offers.show(['/A.json']);
    expect(windows.current).toBe(window);
    expect(windows.all.map(({ offered }) => offered)).toEqual([undefined, undefined]);
    expect(windows.all).toHaveLength(2);
  });

  it('offers it to an empty window, which it tells', async () => {
    const window = windows.open();
    showing('/b.json');
    await offers.show(['/a.json']);
    expect(window.offered).toBe('/a.json');
    expect(fakeOf(window).webContents.sent).toEqual([OFFERED]);
    expect(windows.current).toBe(window);
  });

  it('opens a window for it where every window shows something', async () => {
    showing('/b.json');
    await offers.show(['/a.json']);
    expect(windows.all.map(({ offered }) => offered)).toEqual(['/a.json', undefined]);
  });

  it('opens a window for each of several files, the first in the empty one', async () => {
    windows.open();
    await offers.show(['/a.json', '/b.json']);
    expect(windows.all.map(({ offered }) => offered)).toEqual(['/b.json', '/a.json']);
  });

  it('keeps a file that a window is about to show from being pushed out by the next', async () => {
    const window = windows.open();
    await offers.show(['/a.json']);
    window.opening = window.offered;
    window.offered = undefined;
    await offers.show(['/b.json']);
    expect(window.offered).toBeUndefined();
    expect(windows.all).toHaveLength(2);
  });

  it('shows files one after the other, also when they are asked for at once', async () => {
    windows.open();
    await Promise.all([offers.show(['/a.json']), offers.show(['/b.json'])]);
    expect(windows.all.map(({ offered }) => offered).sort()).toEqual(['/a.json', '/b.json']);
  });

  it('waits until there may be windows', async () => {
    let start = (): void => undefined;
    const ready = new Promise<void>((resolve) => (start = resolve));
    const early = new FileOffers(windows, new OpenFiles(windows, (path) => Promise.resolve(path)), ready);
    const shown = early.show(['/a.json']);
    expect(windows.all).toEqual([]);
    start();
    await shown;
    expect(windows.all.map(({ offered }) => offered)).toEqual(['/a.json']);
  });
});

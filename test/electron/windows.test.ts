import { describe, expect, it, vi } from 'vitest';
import { Windows } from '../../electron/main/windows.ts';
import { asWindow, FakeWindow, fakeOf, fakeWindows, openEdited, settled } from './fakes.ts';

describe('Windows', () => {
  it('opens each window on the page and shows it when there is something to see', () => {
    const window = fakeWindows().open();
    expect(fakeOf(window).loadURL.mock.calls).toEqual([['app://dagwright/index.html']]);
    expect(fakeOf(window).calls).toEqual([]);
    fakeOf(window).emit('ready-to-show');
    expect(fakeOf(window).calls).toEqual(['show']);
  });

  it('makes each window beside the one that the user works in', () => {
    const make = vi.fn(() => asWindow(new FakeWindow()));
    const windows = new Windows(make, 'app://dagwright/index.html', vi.fn());
    const [a, b] = [windows.open(), windows.open()];
    fakeOf(a).focus();
    windows.open();
    expect(make.mock.calls).toEqual([[undefined], [a.browserWindow], [a.browserWindow]]);
    expect(windows.all).not.toContain(undefined);
    expect(windows.all).toContain(b);
  });

  it('knows the window that the user works in or last worked in', () => {
    const windows = fakeWindows();
    const [a, b] = [windows.open(), windows.open()];
    expect(windows.current).toBe(b);
    fakeOf(a).focus();
    expect(windows.current).toBe(a);
    fakeOf(a).destroy();
    expect(windows.current).toBe(b);
  });

  it('knows its windows by their contents, and no others', () => {
    const windows = fakeWindows();
    const window = windows.open();
    expect(windows.of(window.browserWindow.webContents)).toBe(window);
    expect(windows.of(asWindow(new FakeWindow()).webContents)).toBeUndefined();
    fakeOf(window).destroy();
    expect(windows.of(window.browserWindow.webContents)).toBeUndefined();
  });

  it('shows a window whose page cannot be loaded, and notes it', async () => {
    const fault = vi.fn();
    const broken = new FakeWindow();
    broken.loadURL.mockRejectedValue(new Error('ERR_FAILED'));
    new Windows(() => asWindow(broken), 'app://dagwright/index.html', fault).open();
    await settled();
    expect(fault).toHaveBeenCalledOnce();
    expect(broken.calls).toEqual(['show']);
  });

  it('forgets what a page told of itself when it is loaded anew, so that its recovery copies are offered again', () => {
    const windows = fakeWindows();
    const left = vi.fn();
    windows.on('left', left);
    const window = openEdited(windows);
    window.snapshots.add('s1');
    window.health = 'gone';
    window.offered = '/designs/b.json';
    fakeOf(window).webContents.emit('did-navigate');
    expect(left).toHaveBeenCalledWith(window);
    expect(window).toMatchObject({ shown: undefined, actions: [], health: 'well', offered: '/designs/b.json' });
    expect(window.snapshots.size).toBe(0);
  });
});

describe('DesignWindow', () => {
  it('comes to the front also when it is minimised', () => {
    const window = fakeWindows().open();
    window.focus();
    fakeOf(window).minimized = true;
    window.focus();
    expect(fakeOf(window).calls).toEqual(['show', 'focus', 'restore', 'show', 'focus']);
  });

  it('tells a closed window nothing', () => {
    const window = fakeWindows().open();
    fakeOf(window).destroy();
    window.tell('fileOffered', null);
    expect(fakeOf(window).webContents.sent).toEqual([]);
  });

  it.each([
    ['fresh', {}, true],
    ['with a document', { shown: { name: 'a.json', edited: false } }, false],
    ['with a file that waits', { offered: '/a.json' }, false],
    ['with a file on its way', { opening: '/a.json' }, false],
    ['whose page has crashed', { health: 'gone' as const }, false],
  ])('%s is empty: %s', (_title, facts, empty) => {
    expect(Object.assign(fakeWindows().open(), facts).isEmpty).toBe(empty);
  });
});

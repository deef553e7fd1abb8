import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CloseGuard } from '../../electron/main/closeGuard.ts';
import type { Questions } from '../../electron/main/questions.ts';
import type { Windows } from '../../electron/main/windows.ts';
import { cancelled, fakeOf, fakeWindows, openEdited, settled } from './fakes.ts';

let windows: Windows;
let guard: CloseGuard;
const asks = {
  saveBeforeClosing: vi.fn<Questions['saveBeforeClosing']>(),
  closeUnresponsive: vi.fn<Questions['closeUnresponsive']>(),
  afterCrash: vi.fn<Questions['afterCrash']>(),
  leavePage: vi.fn<Questions['leavePage']>(),
};
const dropSnapshot = vi.fn<(id: string) => Promise<void>>();
const fault = vi.fn<(error: unknown) => void>();
const SAVE_FOR_CLOSING = ['dagwright:saveForClosing', null];

beforeEach(() => {
  vi.resetAllMocks();
  dropSnapshot.mockResolvedValue();
  windows = fakeWindows();
  guard = new CloseGuard({ windows, questions: asks, dropSnapshot, fault });
});

describe('a window that is closed', () => {
  it('goes unasked when nothing is unsaved, and leaves nothing to recover', async () => {
    const window = windows.open();
    window.shown = { name: 'a.json', edited: false };
    window.snapshots.add('s1');
    fakeOf(window).close();
    await settled();
    expect(windows.all).toEqual([]);
    expect(asks.saveBeforeClosing).not.toHaveBeenCalled();
    expect(dropSnapshot.mock.calls).toEqual([['s1']]);
  });

  it('stays as it was on “cancel”', async () => {
    const window = openEdited(windows);
    window.snapshots.add('s1');
    asks.saveBeforeClosing.mockResolvedValue('cancel');
    fakeOf(window).close();
    await settled();
    expect(windows.all).toEqual([window]);
    expect(window.isEdited).toBe(true);
    expect(dropSnapshot).not.toHaveBeenCalled();
  });

  it('goes on “don’t save”, with its recovery copies, and keeps none afterwards', async () => {
    const window = openEdited(windows);
    window.snapshots.add('s1');
    asks.saveBeforeClosing.mockResolvedValue('discard');
    fakeOf(window).close();
    await settled();
    expect(windows.all).toEqual([]);
    expect(dropSnapshot.mock.calls).toEqual([['s1']]);
    expect(window.isDiscarded).toBe(true);
  });

  it('goes on “save” once the page says that it has saved', async () => {
    const window = openEdited(windows);
    asks.saveBeforeClosing.mockResolvedValue('save');
    fakeOf(window).close();
    await settled();
    expect(fakeOf(window).webContents.sent).toEqual([SAVE_FOR_CLOSING]);
    expect(windows.all).toEqual([window]);
    guard.answerSaved(window, true);
    await settled();
    expect(windows.all).toEqual([]);
  });

  it('stays on “save” when the page has not saved, and asks again the next time', async () => {
    const window = openEdited(windows);
    asks.saveBeforeClosing.mockResolvedValue('save');
    fakeOf(window).close();
    await settled();
    guard.answerSaved(window, false);
    await settled();
    expect(windows.all).toEqual([window]);
    fakeOf(window).close();
    await settled();
    expect(asks.saveBeforeClosing).toHaveBeenCalledTimes(2);
  });

  it('has one question open at a time', async () => {
    const window = openEdited(windows);
    asks.saveBeforeClosing.mockReturnValue(new Promise(() => undefined));
    fakeOf(window).close();
    fakeOf(window).close();
    await settled();
    expect(asks.saveBeforeClosing).toHaveBeenCalledOnce();
  });

  it('can be asked about again while its page never answers', async () => {
    const window = openEdited(windows);
    asks.saveBeforeClosing.mockResolvedValueOnce('save').mockResolvedValueOnce('discard');
    fakeOf(window).close();
    await settled();
    fakeOf(window).close();
    await settled();
    expect(windows.all).toEqual([]);
  });

  it('goes unasked when its page has crashed, and leaves the recovery copies', async () => {
    const window = openEdited(windows);
    window.snapshots.add('s1');
    window.health = 'gone';
    fakeOf(window).close();
    await settled();
    expect(windows.all).toEqual([]);
    expect(dropSnapshot).not.toHaveBeenCalled();
  });

  it('is not waited for when its page crashes while it saves', async () => {
    const window = openEdited(windows);
    asks.saveBeforeClosing.mockResolvedValue('save');
    fakeOf(window).close();
    await settled();
    window.health = 'gone';
    guard.stopWaiting(window);
    await settled();
    expect(windows.all).toEqual([window]);
    fakeOf(window).close();
    expect(windows.all).toEqual([]);
  });

  it.each([
    [true, 0],
    [false, 1],
  ])('asks, when its page hangs, whether to close it: %s', async (close, left) => {
    const window = openEdited(windows);
    window.snapshots.add('s1');
    window.health = 'unresponsive';
    asks.closeUnresponsive.mockResolvedValue(close);
    fakeOf(window).close();
    await settled();
    expect(windows.all).toHaveLength(left);
    expect(dropSnapshot).not.toHaveBeenCalled();
    expect(asks.saveBeforeClosing).not.toHaveBeenCalled();
  });

  it('goes unasked when the system ends the session, and leaves the recovery copies', () => {
    const window = openEdited(windows);
    window.snapshots.add('s1');
    guard.endSession();
    fakeOf(window).close();
    expect(windows.all).toEqual([]);
    expect(dropSnapshot).not.toHaveBeenCalled();
  });

  it('closes even when its recovery copies cannot be removed', async () => {
    const window = openEdited(windows);
    window.snapshots.add('s1');
    asks.saveBeforeClosing.mockResolvedValue('discard');
    dropSnapshot.mockRejectedValue(new Error('no disk'));
    fakeOf(window).close();
    await settled();
    expect(windows.all).toEqual([]);
    expect(fault).toHaveBeenCalled();
  });

  it('stays when the question itself fails', async () => {
    const window = openEdited(windows);
    asks.saveBeforeClosing.mockRejectedValue(new Error('no display'));
    fakeOf(window).close();
    await settled();
    expect(windows.all).toEqual([window]);
    expect(fault).toHaveBeenCalledOnce();
  });
});

describe('a page that is left', () => {
  it.each([
    [true, true],
    [false, false],
  ])('with unsaved work asks the user: %s', (leave, allowed) => {
    const window = openEdited(windows);
    asks.leavePage.mockReturnValue(leave);
    expect(cancelled(fakeOf(window).webContents, 'will-prevent-unload')).toBe(allowed);
  });
});

describe('closeAll()', () => {
  it('asks every window with unsaved work in turn, then closes all', async () => {
    const [a, b] = [openEdited(windows, 'a.json'), openEdited(windows, 'b.json')];
    windows.open();
    a.snapshots.add('s1');
    asks.saveBeforeClosing.mockImplementation((window) => {
      expect(windows.all).toHaveLength(3);
      return Promise.resolve(window === a ? 'discard' : 'save');
    });
    const closed = guard.closeAll();
    await settled();
    expect(dropSnapshot).not.toHaveBeenCalled();
    guard.answerSaved(b, true);
    expect(await closed).toBe(true);
    expect(windows.all).toEqual([]);
    expect(asks.saveBeforeClosing).toHaveBeenCalledTimes(2);
    expect(dropSnapshot.mock.calls).toEqual([['s1']]);
  });

  it('leaves every window as it was on one “cancel”, also those that were given up before', async () => {
    const [a, b] = [openEdited(windows, 'a.json'), openEdited(windows, 'b.json')];
    a.snapshots.add('s1');
    b.snapshots.add('s2');
    asks.saveBeforeClosing.mockResolvedValueOnce('discard').mockResolvedValueOnce('cancel');
    expect(await guard.closeAll()).toBe(false);
    expect(windows.all).toHaveLength(2);
    expect(dropSnapshot).not.toHaveBeenCalled();
    expect([a.isDiscarded, b.isDiscarded]).toEqual([false, false]);
    asks.saveBeforeClosing.mockResolvedValue('cancel');
    expect(await guard.closeAll()).toBe(false);
    expect(asks.saveBeforeClosing).toHaveBeenCalledTimes(3);
  });

  it('asks again about what was saved and then changed again', async () => {
    const [a, b] = [openEdited(windows, 'a.json'), openEdited(windows, 'b.json')];
    asks.saveBeforeClosing.mockImplementation((window) => {
      if (window === a) setImmediate(() => guard.answerSaved(a, true));
      if (window === b) a.shown = { name: 'a.json', edited: true };
      return Promise.resolve(window === a ? 'save' : 'discard');
    });
    fakeOf(a).focus();
    expect(await guard.closeAll()).toBe(true);
    expect(asks.saveBeforeClosing.mock.calls.map(([window]) => window.shown?.name)).toEqual([
      'a.json',
      'b.json',
      'a.json',
    ]);
  });

  it('asks about a window whose page hangs once', async () => {
    const window = openEdited(windows);
    window.health = 'unresponsive';
    asks.closeUnresponsive.mockResolvedValue(true);
    expect(await guard.closeAll()).toBe(true);
    expect(asks.closeUnresponsive).toHaveBeenCalledOnce();
    expect(windows.all).toEqual([]);
  });

  it('says beforehand whether there is anything to ask', () => {
    windows.open();
    expect(guard.hasQuestions).toBe(false);
    openEdited(windows);
    expect(guard.hasQuestions).toBe(true);
  });
});

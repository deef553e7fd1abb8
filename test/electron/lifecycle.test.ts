import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardLifecycle } from '../../electron/main/lifecycle.ts';
import type { Windows } from '../../electron/main/windows.ts';
import { cancelled, fakeOf, fakeWindows, settled } from './fakes.ts';

let app: EventEmitter & { quit: () => void };
let windows: Windows;
const quit = vi.fn();
const written = vi.fn<() => Promise<unknown>>();
const closeGuard = { hasQuestions: false, closeAll: vi.fn<() => Promise<boolean>>(), endSession: vi.fn() };

function start(platform: NodeJS.Platform = 'linux'): void {
  app = Object.assign(new EventEmitter(), { quit });
  windows = fakeWindows();
  guardLifecycle({ app: app as never, windows, closeGuard: closeGuard as never, written, platform, fault: vi.fn() });
}

beforeEach(() => {
  vi.resetAllMocks();
  closeGuard.hasQuestions = false;
  start();
});

describe('quitting', () => {
  it('goes on when nothing is unsaved', () => {
    expect(cancelled(app, 'before-quit')).toBe(false);
    expect(closeGuard.closeAll).not.toHaveBeenCalled();
  });

  it('waits for the answers, and goes on when every window is closed', async () => {
    closeGuard.hasQuestions = true;
    closeGuard.closeAll.mockImplementation(() => {
      closeGuard.hasQuestions = false;
      return Promise.resolve(true);
    });
    expect(cancelled(app, 'before-quit')).toBe(true);
    await settled();
    expect(quit).toHaveBeenCalledOnce();
    expect(cancelled(app, 'before-quit')).toBe(false);
  });

  it('is over once it is cancelled: nothing quits later, and it can be asked for again', async () => {
    closeGuard.hasQuestions = true;
    closeGuard.closeAll.mockResolvedValue(false);
    expect(cancelled(app, 'before-quit')).toBe(true);
    await settled();
    expect(quit).not.toHaveBeenCalled();
    expect(cancelled(app, 'before-quit')).toBe(true);
    expect(closeGuard.closeAll).toHaveBeenCalledTimes(2);
  });

  it('asks once, however often it is asked for meanwhile', () => {
    closeGuard.hasQuestions = true;
    closeGuard.closeAll.mockReturnValue(new Promise(() => undefined));
    expect([cancelled(app, 'before-quit'), cancelled(app, 'before-quit')]).toEqual([true, true]);
    expect(closeGuard.closeAll).toHaveBeenCalledOnce();
  });
});

describe('the end', () => {
  it('waits until what is left to write is on the disk, and then comes by itself', async () => {
    let finish = (): void => undefined;
    written.mockReturnValue(new Promise<void>((resolve) => (finish = resolve)));
    expect([cancelled(app, 'will-quit'), cancelled(app, 'will-quit')]).toEqual([true, true]);
    await settled();
    expect(written).toHaveBeenCalledOnce();
    expect(quit).not.toHaveBeenCalled();
    finish();
    await settled();
    expect(quit).toHaveBeenCalledOnce();
    expect(cancelled(app, 'will-quit')).toBe(false);
  });

  it('comes although nothing can be written', async () => {
    written.mockRejectedValue(new Error('no disk'));
    expect(cancelled(app, 'will-quit')).toBe(true);
    await settled();
    expect(quit).toHaveBeenCalledOnce();
  });

  it('does not wait for a disk that never answers', async () => {
    vi.useFakeTimers();
    written.mockReturnValue(new Promise(() => undefined));
    cancelled(app, 'will-quit');
    await vi.advanceTimersByTimeAsync(2900);
    expect(quit).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    expect(quit).toHaveBeenCalledOnce();
  });
});

describe('the last window', () => {
  it.each<[NodeJS.Platform, number]>([
    ['linux', 1],
    ['win32', 1],
    ['darwin', 0],
  ])('on %s ends the program: %i', (platform, times) => {
    start(platform);
    app.emit('window-all-closed');
    expect(quit).toHaveBeenCalledTimes(times);
  });
});

describe('the end of a session on Windows', () => {
  it('is held up while there is unsaved work to ask about', () => {
    closeGuard.hasQuestions = true;
    expect(cancelled(fakeOf(windows.open()), 'query-session-end')).toBe(true);
    expect(quit).toHaveBeenCalledOnce();
  });

  it('is not held up otherwise', () => {
    expect(cancelled(fakeOf(windows.open()), 'query-session-end')).toBe(false);
    expect(quit).not.toHaveBeenCalled();
  });

  it('asks nothing more when it comes all the same', () => {
    fakeOf(windows.open()).emit('session-end');
    expect(closeGuard.endSession).toHaveBeenCalledOnce();
  });
});

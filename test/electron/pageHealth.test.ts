import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesignWindow } from '../../electron/main/designWindow.ts';
import { watchPages } from '../../electron/main/pageHealth.ts';
import type { Questions } from '../../electron/main/questions.ts';
import { fakeOf, fakeWindows, openEdited, settled, type FakeContents } from './fakes.ts';

const questions = {
  afterCrash: vi.fn<Questions['afterCrash']>(),
  closeUnresponsive: vi.fn<Questions['closeUnresponsive']>(),
};
const closeGuard = { stopWaiting: vi.fn() };
const log = { note: vi.fn(), fault: vi.fn() };

let window: DesignWindow;
let contents: FakeContents;

beforeEach(() => {
  vi.resetAllMocks();
  const windows = fakeWindows();
  watchPages({ windows, questions, closeGuard, log });
  window = openEdited(windows);
  contents = fakeOf(window).webContents;
});

const crash = (reason: string) => contents.emit('render-process-gone', {}, { reason });

describe('a page that crashes', () => {
  it('is loaded again when the user wants to; nobody waits for it any more', async () => {
    questions.afterCrash.mockResolvedValue('reload');
    crash('oom');
    await settled();
    expect(closeGuard.stopWaiting).toHaveBeenCalledWith(window);
    expect(contents.reload).toHaveBeenCalledOnce();
    expect(log.note.mock.calls).toEqual([['A page has crashed (oom).']]);
  });

  it('is closed when the user wants to', async () => {
    questions.afterCrash.mockResolvedValue('close');
    crash('crashed');
    expect(window.health).toBe('gone');
    await settled();
    expect(fakeOf(window).isDestroyed()).toBe(true);
  });

  it('is left alone when its window was closed meanwhile', async () => {
    questions.afterCrash.mockResolvedValue('reload');
    crash('crashed');
    fakeOf(window).destroy();
    await settled();
    expect(contents.reload).not.toHaveBeenCalled();
  });

  it('is none when it ends in order', () => {
    crash('clean-exit');
    expect(window.health).toBe('well');
    expect(questions.afterCrash).not.toHaveBeenCalled();
  });
});

describe('a page that hangs', () => {
  it('is closed when the user does not want to wait', async () => {
    questions.closeUnresponsive.mockResolvedValue(true);
    contents.emit('unresponsive');
    expect(window.health).toBe('unresponsive');
    await settled();
    expect(fakeOf(window).isDestroyed()).toBe(true);
  });

  it('takes the question back when it answers again', async () => {
    questions.closeUnresponsive.mockImplementation(
      (_window, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve(true))),
    );
    contents.emit('unresponsive');
    contents.emit('responsive');
    await settled();
    expect(window.health).toBe('well');
    expect(fakeOf(window).isDestroyed()).toBe(false);
  });

  it('is asked about once while it hangs, and again the next time', () => {
    questions.closeUnresponsive.mockReturnValue(new Promise(() => undefined));
    contents.emit('unresponsive');
    contents.emit('unresponsive');
    expect(questions.closeUnresponsive).toHaveBeenCalledOnce();
    contents.emit('responsive');
    contents.emit('unresponsive');
    expect(questions.closeUnresponsive).toHaveBeenCalledTimes(2);
  });
});

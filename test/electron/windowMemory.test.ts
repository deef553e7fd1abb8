import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { windowFactory } from '../../electron/main/windowFactory.ts';
import { WindowMemory } from '../../electron/main/windowMemory.ts';
import { emptyFolder } from '../cli/dagwright.ts';
import { FakeWindow, fakeOf, fakeWindows } from './fakes.ts';

const state = { bounds: { x: 40, y: 60, width: 1200, height: 700 }, maximized: true };

function memoryIn(file: string) {
  const fault = vi.fn();
  return { memory: new WindowMemory(file, fault), fault };
}

describe('WindowMemory', () => {
  it('keeps how the last window stood that was moved, for the next start', async () => {
    const file = join(emptyFolder(), 'window-state.json');
    const { memory } = memoryIn(file);
    const windows = fakeWindows();
    memory.watch(windows);
    const window = fakeOf(windows.open());
    Object.assign(window, state);
    window.emit('resize');
    expect(memory.last).toEqual(state);
    window.destroy();
    await memory.settled();

    const later = memoryIn(file);
    await later.memory.recall();
    expect(later.memory.last).toEqual(state);
  });

  it('writes once a window has come to rest, and nothing when none was moved', async () => {
    vi.useFakeTimers();
    const file = join(emptyFolder(), 'window-state.json');
    const { memory } = memoryIn(file);
    const windows = fakeWindows();
    memory.watch(windows);
    const window = fakeOf(windows.open());
    window.emit('move');
    vi.advanceTimersByTime(400);
    window.bounds = state.bounds;
    window.emit('move');
    vi.advanceTimersByTime(400);
    expect(() => readFileSync(file)).toThrow('ENOENT');
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    await memory.settled();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...state, maximized: false });
  });

  it('knows nothing at the first start', async () => {
    const { memory, fault } = memoryIn(join(emptyFolder(), 'window-state.json'));
    await memory.recall();
    expect(memory.last).toBeUndefined();
    expect(fault).not.toHaveBeenCalled();
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"bounds":{"x":0,"y":0,"width":"900","height":600},"maximized":false}',
    '{"bounds":{"x":0,"y":0,"width":0,"height":600},"maximized":false}',
    '{"bounds":{"x":0,"y":0,"width":900,"height":1e400},"maximized":false}',
    '{"bounds":{"x":0,"y":0,"width":900,"height":600}}',
  ])('takes no damaged state: %s', async (text) => {
    const file = join(emptyFolder(), 'window-state.json');
    writeFileSync(file, text);
    const { memory } = memoryIn(file);
    await memory.recall();
    expect(memory.last).toBeUndefined();
  });

  it('disturbs nobody when it cannot be written', async () => {
    const file = join(emptyFolder(), 'window-state.json');
    mkdirSync(file);
    const { memory, fault } = memoryIn(file);
    const windows = fakeWindows();
    memory.watch(windows);
    const window = fakeOf(windows.open());
    window.emit('move');
    window.destroy();
    await memory.settled();
    expect(fault).toHaveBeenCalledOnce();
  });
});

describe('windowFactory(…)', () => {
  const primary = { id: 1, workArea: { x: 0, y: 0, width: 1280, height: 775 } };
  const second = { id: 2, workArea: { x: 1280, y: 0, width: 2560, height: 1400 } };
  const made: object[] = [];
  class Window extends FakeWindow {
    constructor(options: object) {
      super();
      made.push(options);
    }
  }
  const make = windowFactory({
    Window: Window as never,
    screen: { getPrimaryDisplay: () => primary, getAllDisplays: () => [second, primary] } as never,
    nativeTheme: { shouldUseDarkColors: true },
    memory: { last: state },
    preload: '/p.cjs',
    packaged: true,
  });

  it('makes the first window as the last one stood, maximised once it can be seen', () => {
    const window = make(undefined) as unknown as FakeWindow;
    expect(made.at(-1)).toMatchObject({ ...state.bounds, show: false, backgroundColor: '#0e1318' });
    expect(window.calls).toEqual([]);
    window.emit('ready-to-show');
    expect(window.calls).toEqual(['maximize']);
  });

  it('makes further windows a step beside the one that they come from', () => {
    const beside = new FakeWindow();
    beside.bounds = { x: 100, y: 50, width: 900, height: 600 };
    const window = make(beside as never) as unknown as FakeWindow;
    expect(made.at(-1)).toMatchObject({ x: 128, y: 78, width: 900, height: 600 });
    window.emit('ready-to-show');
    expect(window.calls).toEqual([]);
  });
});

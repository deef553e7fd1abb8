import { EventEmitter } from 'node:events';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { noticeNames, requestNames, type Bridge } from '../../renderer/host/bridge.ts';

const electron = vi.hoisted(() => ({ exposed: [] as [string, unknown][], invoked: [] as unknown[][] }));
const renderer = Object.assign(new EventEmitter(), {
  invoke: (...args: unknown[]) => {
    electron.invoked.push(args);
    return Promise.resolve({ ok: true, value: null });
  },
});

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => electron.exposed.push([name, api]) },
  ipcRenderer: renderer,
  webUtils: { getPathForFile: (file: { readonly path: string }) => file.path },
}));

let bridge: Bridge;

beforeAll(async () => {
  await import('../../electron/preload/preload.ts');
  bridge = electron.exposed[0]?.[1] as Bridge;
});

describe('the preload script', () => {
  it('exposes one object with a verb for each request and one for notices, and nothing else', () => {
    expect(electron.exposed.map(([name]) => name)).toEqual(['dagwright']);
    expect(Object.keys(bridge).sort()).toEqual([...requestNames, 'on'].sort());
  });

  it.each(requestNames.filter((name) => name !== 'openDropped'))(
    '%s sends its message on its channel',
    async (name) => {
      const verb = bridge[name] as (message: object) => Promise<unknown>;
      expect(await verb({ id: 'a' })).toEqual({ ok: true, value: null });
      expect(electron.invoked.at(-1)).toEqual([`dagwright:${name}`, { id: 'a' }]);
    },
  );

  it('asks the system for the path of a dropped file', async () => {
    await bridge.openDropped({ path: '/designs/a.json' } as unknown as File);
    expect(electron.invoked.at(-1)).toEqual(['dagwright:openDropped', { path: '/designs/a.json' }]);
  });

  it.each(noticeNames)('hears %s without the event, until it is told not to', (name) => {
    const callback = vi.fn();
    const off = bridge.on(name, callback);
    renderer.emit(`dagwright:${name}`, { sender: renderer }, { id: 'a' });
    off();
    renderer.emit(`dagwright:${name}`, { sender: renderer }, { id: 'b' });
    expect(callback.mock.calls).toEqual([[{ id: 'a' }]]);
  });

  it('hears nothing but the shell’s notices', () => {
    expect(() => bridge.on('openDocument' as never, vi.fn())).toThrow('no such notice');
    expect(() => bridge.on('toString' as never, vi.fn())).toThrow('no such notice');
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ipcGuard, type Answer } from '../../electron/main/ipcGuard.ts';
import { ShellError } from '../../electron/main/shellError.ts';
import type { Windows } from '../../electron/main/windows.ts';
import { asContents, FakeContents, fakeOf, fakeWindows } from './fakes.ts';

const PAGE = 'app://dagwright/index.html';
const top = { url: PAGE, parent: null };

let windows: Windows;
let answer: Answer;
let channels: Map<string, (event: object, ...messages: unknown[]) => Promise<unknown>>;
const log = { note: vi.fn<(message: string) => void>(), fault: vi.fn<(error: unknown) => void>() };

beforeEach(() => {
  log.note.mockClear();
  log.fault.mockClear();
  windows = fakeWindows();
  channels = new Map();
  answer = ipcGuard({
    ipcMain: { handle: (channel, listener) => void channels.set(channel, listener as never) },
    windowOf: (contents) => windows.of(contents),
    log,
    logFolder: '/data/logs',
  });
});

/** Sends a message as the given frame of an open window's page would. */
function send(channel: string, message: unknown, senderFrame: object | null = top): Promise<unknown> {
  const window = windows.current ?? windows.open();
  const sender = fakeOf(window).webContents;
  return (
    channels.get(`dagwright:${channel}`)?.({ sender, senderFrame }, message) ?? Promise.reject(new Error('unheard'))
  );
}

describe('a request from the page', () => {
  it('reaches its handler with the message and the window that it came from', async () => {
    const handler = vi.fn(() => null);
    answer('forgetRecent', handler);
    expect(await send('forgetRecent', { id: 'a-1' })).toEqual({ ok: true, value: null });
    expect(handler.mock.calls).toEqual([[{ id: 'a-1' }, windows.current]]);
  });

  it('is answered with what a ShellError says to the user', async () => {
    answer('openRecent', () => {
      throw new ShellError('The file is gone.');
    });
    expect(await send('openRecent', { id: 'a' })).toEqual({ ok: false, message: 'The file is gone.' });
    expect(log.fault).not.toHaveBeenCalled();
  });

  it('is answered without the details of any other error, which the log takes', async () => {
    answer('openRecent', () => Promise.reject(new TypeError('x of undefined at /secret/path')));
    expect(await send('openRecent', { id: 'a' })).toEqual({
      ok: false,
      message: 'Dagwright could not do this, because of a mistake of its own. /data/logs tells more.',
    });
    expect(log.fault.mock.calls[0]?.[0]).toMatchObject({ cause: { message: 'x of undefined at /secret/path' } });
  });
});

describe('a sender that is not the page', () => {
  it.each<[string, object | null]>([
    ['a frame that is gone', null],
    ['a frame within our page', { url: PAGE, parent: top }],
    ['a frame of another site within our page', { url: 'https://evil.example/', parent: top }],
    ...[
      'https://evil.example/',
      'https://evil.example/?app://dagwright/index.html',
      'app://evil/index.html',
      'app://dagwright.evil/index.html',
      'app://dagwright:80/index.html',
      'app://me@dagwright/index.html',
      'file:///app/index.html',
      'data:text/html,x',
      'about:blank',
      'about:srcdoc',
      'blob:app://dagwright/1',
      'devtools://devtools/bundled/x.html',
      '',
    ].map((url): [string, object] => [url || 'no address', { url, parent: null }]),
  ])('%s is refused, and the log notes it', async (_title, frame) => {
    const handler = vi.fn(() => []);
    answer('listRecent', handler);
    await expect(send('listRecent', {}, frame)).rejects.toThrow('The request listRecent is refused');
    expect(handler).not.toHaveBeenCalled();
    expect(log.note).toHaveBeenCalledOnce();
  });

  it('is refused even with our address when its contents are in no window of ours', async () => {
    const handler = vi.fn(() => []);
    answer('listRecent', handler);
    windows.open();
    const event = { sender: asContents(new FakeContents()), senderFrame: top };
    await expect(channels.get('dagwright:listRecent')?.(event, {})).rejects.toThrow('no window of ours');
    expect(handler).not.toHaveBeenCalled();
  });

  it('is refused when its window is closed', async () => {
    answer('listRecent', () => []);
    const window = windows.open();
    const event = { sender: fakeOf(window).webContents, senderFrame: top };
    window.destroy();
    await expect(channels.get('dagwright:listRecent')?.(event, {})).rejects.toThrow('no window of ours');
  });
});

describe('a message that is not as its schema says', () => {
  const id = 'x'.repeat(101);
  const proto = JSON.parse('{ "id": "a", "__proto__": { "admin": true } }') as object;
  it.each<[string, unknown]>([
    ['nothing at all', undefined],
    ['null', null],
    ['a text', 'a'],
    ['a list', [{ id: 'a' }]],
    ['a missing property', {}],
    ['a property too many', { id: 'a', path: '/etc/passwd' }],
    ['a wrong type', { id: 1 }],
    ['a forbidden character', { id: '../a' }],
    ['a text that is too long', { id }],
    ['a prototype', proto],
    ['deep nesting', { id: { a: { a: { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } } } } }],
    ['no plain data', { id: new Date(0) }],
  ])('%s is refused, and its handler hears nothing', async (_title, message) => {
    const handler = vi.fn(() => null);
    answer('forgetRecent', handler);
    await expect(send('forgetRecent', message)).rejects.toThrow('The request forgetRecent is refused');
    expect(handler).not.toHaveBeenCalled();
  });

  it('is refused when it is meant for another request', async () => {
    answer('listRecent', () => []);
    await expect(send('listRecent', { id: 'a' })).rejects.toThrow('refused');
  });

  it('is refused when there are two', async () => {
    answer('listRecent', () => []);
    const event = { sender: fakeOf(windows.open()).webContents, senderFrame: top };
    await expect(channels.get('dagwright:listRecent')?.(event, {}, {})).rejects.toThrow('not one message');
  });

  it('leaves nothing of its content in the log', async () => {
    answer('forgetRecent', () => null);
    await expect(send('forgetRecent', { id: 'EX01 of Contoso', EX02: 1 })).rejects.toThrow();
    expect(log.note.mock.calls.flat().join()).not.toMatch(/EX0|Contoso/);
  });
});

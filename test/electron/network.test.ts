import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { cutOff, resolveNothing, staysHere } from '../../electron/main/network.ts';
import { denyPermissions } from '../../electron/main/permissions.ts';
import { cancelled } from './fakes.ts';

describe('staysHere(address, packaged)', () => {
  it.each([
    'app://dagwright/index.html',
    'app://dagwright/assets/a.js?x',
    'data:image/png;base64,AA',
    'blob:app://dagwright/0b5d',
  ])('%s stays on this machine', (address) => {
    expect(staysHere(address, true)).toBe(true);
  });

  it.each([
    'https://example.com/',
    'http://127.0.0.1:4310/',
    'http://localhost/',
    'ws://example.com/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'app://evil/',
    'blob:https://example.com/0b5d',
    'blob:null/0b5d',
    'chrome-extension://abc/x',
    'devtools://devtools/bundled/x.js',
    'nonsense',
    '',
  ])('%s does not', (address) => {
    expect(staysHere(address, true)).toBe(false);
  });

  it('lets developers’ tools load where the program is not packaged', () => {
    expect(staysHere('devtools://devtools/bundled/x.js', false)).toBe(true);
    expect(staysHere('https://example.com/', false)).toBe(false);
  });
});

describe('cutOff(session, packaged, note)', () => {
  function cutOffSession() {
    const onBeforeRequest = vi.fn();
    const setSpellCheckerEnabled = vi.fn();
    const session = Object.assign(new EventEmitter(), { webRequest: { onBeforeRequest }, setSpellCheckerEnabled });
    const note = vi.fn<(message: string) => void>();
    cutOff(session as never, true, note);
    return { session, onBeforeRequest, setSpellCheckerEnabled, note };
  }

  it('stops requests of every kind, whatever their address', () => {
    const { onBeforeRequest, note } = cutOffSession();
    const [listener, ...others] = onBeforeRequest.mock.calls[0] as [
      (details: object, callback: (response: object) => void) => void,
    ];
    expect(others).toEqual([]);
    const answers: object[] = [];
    listener({ url: 'https://example.com/?name=EX01' }, (answer) => answers.push(answer));
    listener({ url: 'app://dagwright/index.html' }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ cancel: true }, { cancel: false }]);
    expect(note.mock.calls).toEqual([['A request to https://example.com was stopped.']]);
  });

  it('refuses downloads', () => {
    const { session } = cutOffSession();
    expect(cancelled(session, 'will-download', {}, { getURL: () => 'blob:app://dagwright/1' })).toBe(true);
  });

  it('turns the spell checker off', () => {
    expect(cutOffSession().setSpellCheckerEnabled.mock.calls).toEqual([[false]]);
  });

  it('resolves no name', () => {
    const appendSwitch = vi.fn();
    resolveNothing({ appendSwitch });
    expect(appendSwitch.mock.calls).toEqual([['host-resolver-rules', 'MAP * ~NOTFOUND']]);
  });
});

describe('denyPermissions(session, note)', () => {
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(),
  };
  denyPermissions(session, vi.fn());
  const handler = (name: keyof typeof session) => session[name].mock.calls[0]?.[0] as (...args: unknown[]) => unknown;

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'unknown'])(
    'denies %s, asked for or looked up',
    (permission) => {
      const callback = vi.fn();
      handler('setPermissionRequestHandler')({}, permission, callback, {});
      expect(callback.mock.calls).toEqual([[false]]);
      expect(handler('setPermissionCheckHandler')(null, permission, 'app://dagwright', {})).toBe(false);
    },
  );

  it('gives no device and no picture of the screen', () => {
    expect(handler('setDevicePermissionHandler')({ deviceType: 'usb' })).toBe(false);
    const callback = vi.fn();
    handler('setDisplayMediaRequestHandler')({}, callback);
    expect(callback.mock.calls).toEqual([[{}]]);
  });
});

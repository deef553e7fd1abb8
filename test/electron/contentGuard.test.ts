import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardContents } from '../../electron/main/contentGuard.ts';
import { cancelled, FakeContents } from './fakes.ts';

let app: EventEmitter;
let contents: FakeContents;
let notes: string[];

beforeEach(() => {
  app = new EventEmitter();
  contents = new FakeContents();
  notes = [];
  guardContents(app as never, (message) => notes.push(message));
  app.emit('web-contents-created', {}, contents);
});

const elsewhere = [
  'https://example.com/',
  'http://example.invalid/?next=app://dagwright/index.html',
  'app://evil/index.html',
  'app://dagwright/other.html',
  'file:///etc/passwd',
  'data:text/html,x',
  'about:blank',
  'blob:app://dagwright/1',
  `${'javascript'}:alert(1)`,
  'ms-settings:',
];
const start = 'app://dagwright/index.html';

describe('guardContents(app, note) keeps every web contents to our page', () => {
  it.each(elsewhere)('refuses a navigation to %s', (url) => {
    expect(cancelled(contents, 'will-navigate', { url })).toBe(true);
    expect(cancelled(contents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(true);
  });

  it('lets the page be loaded anew', () => {
    expect(cancelled(contents, 'will-navigate', { url: start })).toBe(false);
    expect(cancelled(contents, 'will-frame-navigate', { url: `${start}#x`, isMainFrame: true })).toBe(false);
    expect(notes).toEqual([]);
  });

  it.each([...elsewhere, start])('refuses a frame with %s', (url) => {
    expect(cancelled(contents, 'will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  });

  it.each([...elsewhere, start])('refuses a redirection to %s', (url) => {
    expect(cancelled(contents, 'will-redirect', { url })).toBe(true);
  });

  it.each([...elsewhere, start])('opens no window with %s', (url) => {
    const open = contents.setWindowOpenHandler.mock.calls[0]?.[0] as (details: { url: string }) => unknown;
    expect(open({ url })).toEqual({ action: 'deny' });
  });

  it('refuses web views', () => {
    expect(cancelled(contents, 'will-attach-webview', {}, {}, { src: start })).toBe(true);
    expect(cancelled(contents, 'will-attach-webview', {}, {}, {})).toBe(true);
  });

  it('lets no connection between browsers tell the machine’s addresses', () => {
    expect(contents.setWebRTCIPHandlingPolicy.mock.calls).toEqual([['disable_non_proxied_udp']]);
  });

  it('notes what was refused without what could be content of a design', () => {
    cancelled(contents, 'will-navigate', { url: 'https://evil.example/?name=EX01#x' });
    cancelled(contents, 'will-navigate', { url: 'nonsense' });
    expect(notes).toEqual([
      'A navigation to https://evil.example was refused.',
      'A navigation to no address was refused.',
    ]);
  });
});

describe('guardContents(app, note) answers no prompt of the network', () => {
  it('trusts no certificate that is wrong', () => {
    const callback = vi.fn();
    expect(cancelled(app, 'certificate-error', {}, contents, 'https://x', 'expired', {}, callback)).toBe(true);
    expect(callback.mock.calls).toEqual([[false]]);
  });

  it('gives no name and password', () => {
    const callback = vi.fn();
    expect(cancelled(app, 'login', {}, contents, {}, {}, callback)).toBe(true);
    expect(callback.mock.calls).toEqual([[]]);
  });

  it('gives no certificate of its own', () => {
    const callback = vi.fn();
    expect(cancelled(app, 'select-client-certificate', {}, contents, 'https://x', [{}], callback)).toBe(true);
    expect(callback.mock.calls).toEqual([[]]);
  });
});

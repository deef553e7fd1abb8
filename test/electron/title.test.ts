import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { keepBackgrounds } from '../../electron/main/theme.ts';
import { keepTitles, titleOf } from '../../electron/main/title.ts';
import { cancelled, fakeOf, fakeWindows } from './fakes.ts';

describe('titleOf(shown)', () => {
  it.each([
    ['Dagwright', undefined],
    ['a.json – Dagwright', { name: 'a.json', edited: false }],
    ['• a.json – Dagwright', { name: 'a.json', edited: true }],
  ])('%s', (title, shown) => {
    expect(titleOf(shown)).toBe(title);
  });
});

describe('keepTitles(windows, platform)', () => {
  function report(platform: NodeJS.Platform) {
    const windows = fakeWindows();
    keepTitles(windows, platform);
    const window = windows.open();
    window.shown = { name: 'a.json', path: '/designs/a.json', edited: true };
    windows.emit('changed', window);
    return { windows, window, frame: fakeOf(window) };
  }

  it('writes what the page reports, not what it calls itself', () => {
    const { frame } = report('linux');
    expect(frame).toMatchObject({ title: '• a.json – Dagwright', edited: false, file: '' });
    expect(cancelled(frame, 'page-title-updated')).toBe(true);
  });

  it('sets macOS’ own mark and document', () => {
    const { windows, window, frame } = report('darwin');
    expect(frame).toMatchObject({ title: '• a.json – Dagwright', edited: true, file: '/designs/a.json' });
    window.shown = undefined;
    windows.emit('changed', window);
    expect(frame).toMatchObject({ title: 'Dagwright', edited: false, file: '' });
  });
});

describe('keepBackgrounds(theme, windows)', () => {
  it('follows the look that is chosen in every window', () => {
    const theme = Object.assign(new EventEmitter(), { shouldUseDarkColors: true });
    const windows = fakeWindows();
    keepBackgrounds(theme as never, windows);
    windows.open();
    windows.open();
    theme.emit('updated');
    expect(windows.all.map((window) => fakeOf(window).background)).toEqual(['#0e1318', '#0e1318']);
  });
});

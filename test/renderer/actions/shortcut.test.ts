import { describe, expect, it } from 'vitest';
import { isShortcut, shortcutText, type KeyPress } from '../../../renderer/actions/shortcut.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('isShortcut', () => {
  it.each<[string, KeyPress, string, boolean]>([
    ['Ctrl Z on QWERTY', press('z', { ctrlKey: true, code: 'KeyZ' }), 'Mod+Z', true],
    ['Ctrl Z on AZERTY, where Z stands at W', press('z', { ctrlKey: true, code: 'KeyW' }), 'Mod+Z', true],
    ['Ctrl W on AZERTY, which stands at Z', press('w', { ctrlKey: true, code: 'KeyZ' }), 'Mod+Z', false],
    ['Ctrl я on a Cyrillic layout', press('я', { ctrlKey: true, code: 'KeyZ' }), 'Mod+Z', true],
    ['Ctrl Shift Z', press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', true],
    ['Ctrl Shift Z is not Ctrl Z', press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false],
    ['Z without Ctrl', press('z'), 'Mod+Z', false],
    ['? wherever it stands', press('?', { shiftKey: true, code: 'Minus' }), '?', true],
    ['+ with or without Shift', press('+', { shiftKey: true }), '+', true],
    ['AltGr, which is Ctrl and Alt', press('z', { ctrlKey: true, altKey: true }), 'Mod+Z', false],
  ])('%s', (_, event, shortcut, expected) => {
    expect(isShortcut(event, shortcut, false)).toBe(expected);
  });

  it('Mod is Command on a Mac', () => {
    expect(isShortcut(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
    expect(isShortcut(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
  });
});

describe('shortcutText', () => {
  it('writes it as the keyboard does', () => {
    expect(shortcutText('Mod+Shift+S', false)).toBe('Ctrl Shift S');
    expect(shortcutText('Mod+Shift+S', true)).toBe('⌘⇧S');
  });
});

import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepMenu } from '../../electron/main/menu.ts';
import type { Windows } from '../../electron/main/windows.ts';
import { fakeOf, fakeWindows } from './fakes.ts';

let windows: Windows;
let menus: MenuItemConstructorOptions[][];
const command = vi.fn<(id: string) => void>();

beforeEach(() => {
  command.mockClear();
  windows = fakeWindows();
  menus = [];
  const menu = {
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu: (items: unknown) => void menus.push(items as MenuItemConstructorOptions[]),
  };
  keepMenu({ windows, menu: menu as never, platform: 'linux', packaged: true, command });
});

/** The item with an id in the menu as it is now. */
function item(id: string): MenuItemConstructorOptions | undefined {
  const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((each) => [each, ...(Array.isArray(each.submenu) ? all(each.submenu) : [])]);
  return all(menus.at(-1) ?? []).find((each) => each.id === id);
}

const choose = (id: string): void => item(id)?.click?.({} as never, undefined, {});
const save = (enabled: boolean) => ({ id: 'save', group: 'file' as const, label: 'Save', enabled });

describe('keepMenu(…)', () => {
  it('shows the actions that the page reports', () => {
    const window = windows.open();
    expect(item('save')).toBeUndefined();
    window.actions = [save(false)];
    windows.emit('changed', window);
    expect(item('save')?.enabled).toBe(false);
  });

  it('follows the focus from window to window', () => {
    const [a, b] = [windows.open(), windows.open()];
    a.actions = [save(true)];
    b.actions = [save(false)];
    fakeOf(b).focus();
    expect(item('save')?.enabled).toBe(false);
    fakeOf(a).focus();
    expect(item('save')?.enabled).toBe(true);
  });

  it('leaves the menu alone when nothing in it changes', () => {
    const window = windows.open();
    const count = menus.length;
    window.shown = { name: 'a.json', edited: true };
    windows.emit('changed', window);
    expect(menus).toHaveLength(count);
  });

  it('tells the window that the user works in what was chosen', () => {
    const [a, b] = [windows.open(), windows.open()];
    a.actions = b.actions = [save(true)];
    fakeOf(a).focus();
    choose('save');
    expect(fakeOf(a).webContents.sent).toEqual([['dagwright:menuChosen', { id: 'save' }]]);
    expect(fakeOf(b).webContents.sent).toEqual([]);
    expect(command).not.toHaveBeenCalled();
  });

  it('has the shell do what is the shell’s', () => {
    windows.open();
    choose('shell:new-window');
    choose('link:system-requirements');
    expect(command.mock.calls).toEqual([['shell:new-window'], ['link:system-requirements']]);
  });

  it('shows a mark as the page says it is, not as Electron turns it', () => {
    const window = windows.open();
    window.actions = [{ ...save(true), checked: true }];
    windows.emit('changed', window);
    const before = item('save');
    choose('save');
    expect(item('save')).not.toBe(before);
    expect(item('save')?.checked).toBe(true);
  });

  it('has nothing of a window that is closed', () => {
    const window = windows.open();
    window.actions = [save(true)];
    windows.emit('changed', window);
    fakeOf(window).destroy();
    expect(item('save')).toBeUndefined();
    expect(item('shell:close-window')?.enabled).toBe(false);
  });
});

import type { Menu as ElectronMenu, MenuItemConstructorOptions } from 'electron';
import { menuModel } from './menuModel.ts';
import type { Windows } from './windows.ts';

interface Options {
  readonly windows: Windows;
  readonly menu: Pick<typeof ElectronMenu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  /** Does what an item of the shell's own stands for. */
  readonly command: (id: string) => void;
}

/** Keeps the application menu to the window that the user works in: to its actions as its page reports them. */
export function keepMenu({ windows, menu, platform, packaged, command }: Options): void {
  let shown = '';

  function template(): MenuItemConstructorOptions[] {
    const window = windows.current;
    return menuModel({ actions: window?.actions ?? [], hasWindow: window !== undefined, platform, packaged });
  }

  function show(): void {
    const items = template();
    shown = JSON.stringify(items);
    menu.setApplicationMenu(menu.buildFromTemplate(withClicks(items, choose)));
  }

  /** A menu that is replaced while it is open closes, so an unchanged one is left. */
  function refresh(): void {
    if (JSON.stringify(template()) !== shown) show();
  }

  function choose(id: string): void {
    const window = windows.current;
    if (window?.actions.some((action) => action.id === id)) window.tell('menuChosen', { id });
    else command(id);
    // Electron has turned a chosen mark over by itself; the page says how it stands.
    show();
  }

  windows.on('opened', refresh).on('focused', refresh).on('changed', refresh).on('closed', refresh);
  show();
}

function withClicks(
  items: readonly MenuItemConstructorOptions[],
  choose: (id: string) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) => {
    const { id, submenu } = item;
    if (Array.isArray(submenu)) return { ...item, submenu: withClicks(submenu, choose) };
    return id === undefined ? item : { ...item, click: () => choose(id) };
  });
}

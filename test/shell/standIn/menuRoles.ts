import type { MenuItemConstructorOptions } from 'electron';
import type { Machine, WindowPart } from './machine.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

const labels: Partial<Record<Role, string>> = {
  about: 'About',
  close: 'Close Window',
  copy: 'Copy',
  cut: 'Cut',
  hide: 'Hide',
  hideOthers: 'Hide Others',
  minimize: 'Minimize',
  paste: 'Paste',
  quit: 'Quit',
  redo: 'Redo',
  reload: 'Reload',
  selectAll: 'Select All',
  toggleDevTools: 'Toggle Developer Tools',
  togglefullscreen: 'Toggle Full Screen',
  undo: 'Undo',
  unhide: 'Show All',
  windowMenu: 'Window',
};

/** The label that Electron gives a command without one. */
export const labelOfRole = (role: Role | undefined): string => (role && labels[role]) ?? role ?? '';

/** Does what a role stands for, as far as the stand-in can show it. */
export function runRole({ app }: Machine, role: string, window: WindowPart | null): void {
  const actions: Readonly<Record<string, () => void>> = {
    about: () => app.showAboutPanel(),
    close: () => window?.close(),
    copy: () => window?.webContents.edit('copy'),
    cut: () => window?.webContents.edit('cut'),
    minimize: () => window?.minimize(),
    paste: () => window?.webContents.edit('paste'),
    quit: () => app.quit(),
    redo: () => window?.webContents.edit('redo'),
    reload: () => window?.webContents.reload(),
    selectall: () => window?.webContents.edit('selectAll'),
    toggledevtools: () => window?.webContents.toggleDevTools(),
    togglefullscreen: () => window?.setFullScreen(!window.isFullScreen()),
    undo: () => window?.webContents.edit('undo'),
  };
  actions[role.toLowerCase()]?.();
}

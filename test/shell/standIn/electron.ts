import type { StandInApp } from './app.ts';
import { browserWindowClass } from './browserWindow.ts';
import { standInDialog } from './dialog.ts';
import { standInClipboard, StandInClipboardItem } from './clipboard.ts';
import type { StandInIpcMain } from './ipcMain.ts';
import type { Machine } from './machine.ts';
import { menuClasses } from './menu.ts';
import type { StandInNativeTheme } from './nativeTheme.ts';
import { standInNet } from './net.ts';
import type { StandInScreen } from './screen.ts';
import type { StandInSession } from './session.ts';
import { standInShell } from './shell.ts';

interface Parts {
  readonly app: StandInApp;
  readonly ipcMain: StandInIpcMain;
  readonly nativeTheme: StandInNativeTheme;
  readonly screen: StandInScreen;
  readonly session: StandInSession;
}

/** What `import … from 'electron'` gives to the main of one program. A name that is missing here cannot be imported. */
export function standInElectron(machine: Machine, { app, ipcMain, nativeTheme, screen, session }: Parts) {
  return {
    app,
    BrowserWindow: browserWindowClass(machine),
    clipboard: standInClipboard(machine.notes),
    ClipboardItem: StandInClipboardItem,
    dialog: standInDialog(machine),
    ipcMain,
    ...menuClasses(machine),
    nativeTheme,
    net: standInNet(machine.notes),
    protocol: session.protocol,
    screen,
    session: {
      get defaultSession() {
        if (!app.isReady()) throw new Error('Session can only be received when app is ready');
        return session;
      },
    },
    shell: standInShell(machine.notes),
    webContents: {
      getAllWebContents: () => [...machine.windows].map(({ webContents }) => webContents),
      getFocusedWebContents: () => machine.focused?.webContents ?? null,
    },
  };
}

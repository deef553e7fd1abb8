import type * as Electron from 'electron';
import type { StandInApp } from './app.ts';
import type { StandInWindow } from './browserWindow.ts';
import type { StandInClipboardItem } from './clipboard.ts';
import type { standInElectron } from './electron.ts';
import type { StandInFrame } from './frame.ts';
import type { StandInIpcMain } from './ipcMain.ts';
import type { StandInMenu, StandInMenuItem } from './menu.ts';
import type { StandInNativeTheme } from './nativeTheme.ts';
import type { StandInProtocol } from './protocol.ts';
import type { StandInScreen } from './screen.ts';
import type { StandInSession } from './session.ts';
import type { StandInWebContents } from './webContents.ts';
import type { StandInWebRequest } from './webRequest.ts';

/** Members that Electron's own type lacks and that are not among the stand-in's declared ones. */
type Invented<Mine, Theirs, Own = never> = Exclude<keyof Mine, keyof Theirs | Own>;

type Nothing<T extends Readonly<Record<string, never>>> = T;

/**
 * Each class states by `implements Pick<…>` what it takes over from Electron, so that a signature cannot differ. Here the other
 * direction: a member that Electron does not have is one of the stand-in's own, named here, or the type check fails.
 */
export type NothingInvented = Nothing<{
  module: Invented<ReturnType<typeof standInElectron>, typeof Electron>;
  app: Invented<StandInApp, Electron.App, 'allClosed' | 'becomeReady' | 'closeCancelled' | 'drop' | 'isGone'>;
  clipboard: Invented<ReturnType<typeof standInElectron>['clipboard'], Electron.Clipboard>;
  clipboardItem: Invented<StandInClipboardItem, Electron.ClipboardItem>;
  frame: Invented<StandInFrame, Electron.WebFrameMain>;
  ipcMain: Invented<StandInIpcMain, Electron.IpcMain, 'channels' | 'invoke' | 'send'>;
  menu: Invented<StandInMenu, Electron.Menu, 'entries'>;
  menuItem: Invented<StandInMenuItem, Electron.MenuItem, 'choose'>;
  nativeTheme: Invented<StandInNativeTheme, Electron.NativeTheme, 'setSystem'>;
  protocol: Invented<StandInProtocol, Electron.Protocol, 'answer' | 'privileged'>;
  screen: Invented<StandInScreen, Electron.Screen>;
  session: Invented<
    StandInSession,
    Electron.Session,
    'allowsDevice' | 'allowsPopup' | 'context' | 'dispose' | 'download' | 'newPage' | 'pastGuards'
  >;
  webContents: Invented<StandInWebContents, Electron.WebContents, ContentsOwn>;
  webRequest: Invented<StandInWebRequest, Electron.WebRequest, 'cancels'>;
  window: Invented<StandInWindow, Electron.BrowserWindow, 'options'>;
}>;

type ContentsOwn =
  | 'closePage'
  | 'destroyed'
  | 'edit'
  | 'mayNavigate'
  | 'mayOpen'
  | 'mayRedirect'
  | 'navigated'
  | 'opened'
  | 'page'
  | 'setTitle'
  | 'willDrop';

import type { EventEmitter } from 'node:events';
import type { Browser, BrowserContext, Download, Frame, Page } from '@playwright/test';
import type { BrowserWindowConstructorOptions, Display, Rectangle } from 'electron';
import type { MenuEntry } from '../shellApp.ts';
import type { DialogAnswers } from './dialogAnswers.ts';
import type { StandInFrame } from './frame.ts';
import type { Notes } from './notes.ts';

/** The program as the other parts know it. */
export interface ProgramPart extends EventEmitter {
  readonly isGone: boolean;
  readonly isReady: () => boolean;
  readonly commandLine: { readonly getSwitchValue: (name: string) => string };
  readonly quit: () => void;
  readonly showAboutPanel: () => void;
  /** A window stays open: what was to quit does not. */
  readonly closeCancelled: () => void;
  /** The last window is gone. */
  readonly allClosed: () => void;
  /** Ends it as a power cut does. */
  readonly drop: () => void;
}

/** A window's page as the other parts know it. */
export interface ContentsPart extends EventEmitter {
  readonly id: number;
  readonly page: Page | undefined;
  readonly opened: Promise<Page>;
  readonly mainFrame: StandInFrame;
  readonly isDestroyed: () => boolean;
  readonly setTitle: (title: string) => void;
  /** The window shows another document. */
  readonly navigated: (url: string) => void;
  /** Whether a navigation may go on; the guards of the program decide where the page began it. */
  readonly mayNavigate: (frame: Frame, url: string) => boolean;
  readonly mayRedirect: (url: string) => boolean;
  readonly mayOpen: (url: string) => boolean;
  readonly willDrop: (key: string, path: string) => Promise<void>;
  readonly loadURL: (url: string) => Promise<void>;
  readonly reload: () => void;
  readonly forcefullyCrashRenderer: () => void;
  readonly toggleDevTools: () => void;
  /** What a menu does in a field of the page: `copy`, `paste` … */
  readonly edit: (command: string) => void;
}

/** A window as the other parts know it. */
export interface WindowPart extends EventEmitter {
  readonly id: number;
  readonly webContents: ContentsPart;
  /** What the program asked for. */
  readonly options: BrowserWindowConstructorOptions;
  readonly close: () => void;
  readonly destroy: () => void;
  readonly focus: () => void;
  readonly blur: () => void;
  readonly isFocused: () => boolean;
  readonly minimize: () => void;
  readonly isMinimized: () => boolean;
  readonly maximize: () => void;
  readonly isMaximized: () => boolean;
  readonly setFullScreen: (flag: boolean) => void;
  readonly isFullScreen: () => boolean;
  readonly getTitle: () => string;
  readonly isDocumentEdited: () => boolean;
  readonly getRepresentedFilename: () => string;
  readonly getBounds: () => Rectangle;
  readonly setBounds: (bounds: Rectangle) => void;
}

/** Who sent a message. A test makes its own to forge one. */
export interface Sender {
  readonly sender: ContentsPart;
  readonly senderFrame: StandInFrame | null;
}

export interface MessagesPart {
  readonly channels: readonly string[];
  readonly invoke: (sender: Sender, channel: string, args: readonly unknown[]) => Promise<unknown>;
  readonly send: (sender: Sender, channel: string, args: readonly unknown[]) => void;
}

export interface SessionPart {
  /** Addresses that a test loads whatever the program says to it. */
  readonly pastGuards: Set<string>;
  readonly webRequest: { readonly cancels: (url: string, resourceType: string) => Promise<boolean> };
  readonly allowsDevice: (kind: 'hid' | 'serial' | 'usb', origin: string) => boolean;
  readonly protocol: {
    readonly privileged: ReadonlyMap<string, object>;
    readonly answer: (request: Request) => Promise<Response | undefined>;
  };
  /** Whether a page may open a window at an address. */
  readonly allowsPopup: (url: string, opener?: Page) => boolean;
  /** The browser context of all windows. */
  readonly context: () => Promise<BrowserContext>;
  readonly newPage: (context: BrowserContext, owner: ContentsPart) => Promise<Page>;
  readonly download: (download: Download, owner: ContentsPart) => void;
  readonly dispose: () => Promise<void>;
}

export interface MenuItemPart {
  readonly choose: (machine: Machine, window: WindowPart | null) => void;
}

export interface MenuPart {
  readonly entries: () => readonly (MenuEntry & { readonly item: MenuItemPart })[];
}

/** What the program is started with and on. */
export interface MachineOptions {
  readonly id: string;
  readonly browser: Browser;
  readonly appPath: string;
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly systemTheme: 'light' | 'dark';
  readonly argv: readonly string[];
  readonly cwd: string;
  /** The folder that the system's own folders lie in. */
  readonly home: string;
  /** Pages of other sites, by address: what a network would answer. */
  readonly internet: ReadonlyMap<string, string | { readonly redirect: string }>;
}

/** The computer around one running program: what the parts of the stand-in share. They meet here and import nothing of each other. */
export interface Machine extends MachineOptions {
  readonly dialogs: DialogAnswers;
  readonly notes: Notes;
  readonly windows: Set<WindowPart>;
  /** The window that the user works in. */
  focused: WindowPart | null;
  /** The menu that the program has set. */
  menu: MenuPart | null;
  app: ProgramPart;
  ipcMain: MessagesPart;
  session: SessionPart;
  nativeTheme: {
    readonly shouldUseDarkColors: boolean;
    readonly setSystem: (theme: 'light' | 'dark') => Promise<void>;
  };
  screen: { readonly getPrimaryDisplay: () => Display };
}

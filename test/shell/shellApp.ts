import type { Page } from '@playwright/test';

/** A dialog of the system that the program has shown. */
export interface AskedDialog {
  readonly kind: 'open' | 'save' | 'message' | 'error';
  readonly title?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly buttons?: readonly string[];
  readonly defaultPath?: string;
  readonly extensions?: readonly string[];
}

/**
 * The user's answers to dialogs of the system, given in advance and used up in this order. A dialog without an answer is a fault: it
 * would have stopped the user.
 */
export interface DialogScript {
  /** The files chosen in the next open dialog; null cancels it. */
  readonly open: (paths: readonly string[] | null) => Promise<void>;
  /** The path chosen in the next save dialog; null cancels it. */
  readonly save: (path: string | null) => Promise<void>;
  /** The label of the button pressed in the next message box. */
  readonly press: (button: string) => Promise<void>;
  /** The dialogs shown so far. */
  readonly asked: () => Promise<readonly AskedDialog[]>;
  /** How many answers were never asked for. */
  readonly left: () => Promise<number>;
}

export interface WindowState {
  readonly title: string;
  readonly focused: boolean;
  readonly minimized: boolean;
  readonly maximized: boolean;
  readonly edited: boolean;
  readonly bounds: Bounds;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MenuEntry {
  /** The labels from the menu bar down, without the marks of access keys. */
  readonly path: readonly string[];
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly accelerator?: string;
  readonly role?: string;
}

/** What the program has handed to the system. */
export interface HandedOut {
  /** Addresses given to the default browser. */
  readonly links: readonly string[];
  /** Folders and files shown in the file manager. */
  readonly folders: readonly string[];
  /** How often the about window was shown. */
  readonly about: number;
}

/** What lies on the system's clipboard. */
export interface Copied {
  readonly text: string;
  /** Its size in pixels, where it is an image. */
  readonly image?: { readonly width: number; readonly height: number };
}

export interface LaunchOptions {
  /** What stands behind the program's name on the command line. */
  readonly args?: readonly string[];
  /** The folder it is called from. */
  readonly cwd?: string;
  /** Where it keeps its own data; a fresh folder when not given. */
  readonly userData?: string;
  /** Light or dark, as the system says. */
  readonly systemTheme?: 'light' | 'dark';
}

/** The running desktop program, as a user and the system around it see it. */
export interface ShellApp {
  readonly kind: 'stand-in' | 'electron';
  readonly userData: string;
  readonly dialogs: DialogScript;

  /** The open windows, oldest first. */
  readonly windows: () => readonly Page[];
  /** The first window, once its page is there. */
  readonly firstWindow: () => Promise<Page>;
  /** The window that `act` opens. */
  readonly newWindow: (act: () => Promise<unknown>) => Promise<Page>;
  readonly stateOf: (window: Page) => Promise<WindowState>;
  /** Presses the window's close button. */
  readonly close: (window: Page) => Promise<void>;
  readonly focus: (window: Page) => Promise<void>;
  readonly moveTo: (window: Page, bounds: Bounds) => Promise<void>;

  readonly menu: () => Promise<readonly MenuEntry[]>;
  /** Chooses a command of the menu by its labels; a disabled or missing one is an error. */
  readonly choose: (...path: readonly string[]) => Promise<void>;

  /** Starts the program once more while it runs. */
  readonly startAgain: (args: readonly string[], cwd?: string) => Promise<void>;
  /** The system asks the program to open a file (macOS). */
  readonly openFile: (path: string) => Promise<void>;
  /** Drops a file of the disk on the window. */
  readonly drop: (window: Page, path: string) => Promise<void>;
  readonly setSystemTheme: (theme: 'light' | 'dark') => Promise<void>;

  readonly handedOut: () => Promise<HandedOut>;
  readonly clipboard: () => Promise<Copied>;
  /** What must not happen: console errors, requests to elsewhere, dialogs without an answer, errors in main. */
  readonly faults: () => Promise<readonly string[]>;

  readonly quit: () => Promise<void>;
  readonly isRunning: () => boolean;
  /** Ends the program as a power cut does: nothing is asked, nothing is tidied up. */
  readonly kill: () => Promise<void>;
}

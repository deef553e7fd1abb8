import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { toBrowser } from './addresses.ts';
import type { Bounds, Copied, HandedOut, MenuEntry, ShellApp, WindowState } from '../shellApp.ts';
import { dropFile } from '../dropFile.ts';
import { emitCancellable } from './events.ts';
import { StandInFrame } from './frame.ts';
import type { Machine, WindowPart } from './machine.ts';

/** Who a forged message claims to come from: the address of its frame and of the frames around it; null where the frame is gone. */
export type ForgedFrame = { readonly url: string; readonly within?: string } | null;

type StartAgain = (args: readonly string[], cwd: string | undefined) => Promise<StandInShell>;

/** The running program under the stand-in, with what only a stand-in can do. */
export class StandInShell implements ShellApp {
  readonly kind = 'stand-in';
  readonly #machine: Machine;
  readonly #startAgain: StartAgain;
  readonly #others: StandInShell[] = [];

  constructor(
    machine: Machine,
    readonly userData: string,
    startAgain: StartAgain,
  ) {
    this.#machine = machine;
    this.#startAgain = startAgain;
  }

  get dialogs(): Machine['dialogs'] {
    return this.#machine.dialogs;
  }
  get notes(): Machine['notes'] {
    return this.#machine.notes;
  }

  windows = (): readonly Page[] => this.#open().flatMap(({ webContents: { page } }) => page ?? []);

  firstWindow(): Promise<Page> {
    return this.newWindow(() => Promise.resolve(), 0);
  }

  async newWindow(act: () => Promise<unknown>, known = this.#open().length): Promise<Page> {
    const before = new Set(known === 0 ? [] : this.#open());
    await act();
    const fresh = (): WindowPart | undefined => this.#open().find((window) => !before.has(window));
    await expect.poll(fresh, { message: 'a new window' }).toBeDefined();
    const page = await fresh()!.webContents.opened;
    await page.waitForURL(/^https/);
    return page;
  }

  stateOf(page: Page): Promise<WindowState> {
    const window = this.windowOf(page);
    return Promise.resolve({
      title: window.getTitle(),
      focused: window.isFocused(),
      minimized: window.isMinimized(),
      maximized: window.isMaximized(),
      edited: window.isDocumentEdited(),
      bounds: window.getBounds(),
    });
  }

  close(page: Page): Promise<void> {
    this.windowOf(page).close();
    return Promise.resolve();
  }
  focus(page: Page): Promise<void> {
    this.windowOf(page).focus();
    return Promise.resolve();
  }
  moveTo(page: Page, bounds: Bounds): Promise<void> {
    this.windowOf(page).setBounds(bounds);
    return Promise.resolve();
  }

  menu = (): Promise<readonly MenuEntry[]> => Promise.resolve(this.#machine.menu?.entries() ?? []);

  choose(...path: readonly string[]): Promise<void> {
    const entries = this.#machine.menu?.entries() ?? [];
    const found = entries.find((entry) => entry.path.join(' › ') === path.join(' › '));
    if (!found?.enabled) throw new Error(`${path.join(' › ')} is ${found ? 'disabled' : 'not in the menu'}`);
    found.item.choose(this.#machine, this.#machine.focused);
    return Promise.resolve();
  }

  async startAgain(args: readonly string[], cwd?: string): Promise<void> {
    this.#others.push(await this.#startAgain(args, cwd));
  }

  /** The programs that `startAgain` started. */
  get others(): readonly StandInShell[] {
    return this.#others;
  }

  openFile(path: string): Promise<void> {
    emitCancellable(this.#machine.app, 'open-file', {}, path);
    return Promise.resolve();
  }

  async drop(page: Page, path: string): Promise<void> {
    const { size, mtimeMs } = await stat(path);
    const key = `${basename(path)}|${size}|${Math.trunc(mtimeMs)}`;
    await this.windowOf(page).webContents.willDrop(key, path);
    await dropFile(page, path);
  }

  setSystemTheme = (theme: 'light' | 'dark'): Promise<void> => this.#machine.nativeTheme.setSystem(theme);

  handedOut(): Promise<HandedOut> {
    const { links, folders, about } = this.notes;
    return Promise.resolve({ links, folders, about });
  }

  clipboard = (): Promise<Copied> => Promise.resolve(this.notes.clipboard);

  faults(): Promise<readonly string[]> {
    const { faults } = this.notes;
    const outside = this.notes.urls('outside').map((url) => `request to ${url}`);
    const cancelled = this.notes.urls('cancelled').map((url) => `cancelled request to ${url}`);
    return Promise.resolve([...faults, ...outside, ...cancelled]);
  }

  quit(): Promise<void> {
    this.#machine.app.quit();
    return Promise.resolve();
  }
  isRunning = (): boolean => !this.#machine.app.isGone;

  async kill(): Promise<void> {
    this.#machine.app.drop();
    await this.#machine.session.dispose();
    for (const other of this.#others) await other.kill();
  }

  /** The stand-in's window of a page. */
  windowOf(page: Page): WindowPart {
    const window = this.#open().find(({ webContents }) => webContents.page === page);
    if (!window) throw new Error('This window is closed');
    return window;
  }

  /** The channels that main answers. */
  channels = (): readonly string[] => this.#machine.ipcMain.channels;

  /** Sends a message under a false name. */
  invokeAs(page: Page, frame: ForgedFrame, channel: string, ...messages: readonly unknown[]): Promise<unknown> {
    const { webContents } = this.windowOf(page);
    const parent = frame?.within === undefined ? null : new StandInFrame(frame.within);
    const senderFrame = frame && new StandInFrame(frame.url, parent);
    return this.#machine.ipcMain.invoke({ sender: webContents, senderFrame }, channel, messages);
  }

  /** Sends a message from a page that is no window's, claiming to be ours. */
  invokeAsStranger(page: Page, channel: string, ...messages: readonly unknown[]): Promise<unknown> {
    const { webContents } = this.windowOf(page);
    const sender = Object.create(webContents, { id: { value: 0 } }) as typeof webContents;
    return this.#machine.ipcMain.invoke({ sender, senderFrame: webContents.mainFrame }, channel, messages);
  }

  /** Sends a message as the window's own page does. */
  invoke(page: Page, channel: string, ...messages: readonly unknown[]): Promise<unknown> {
    const { webContents } = this.windowOf(page);
    const sender = { sender: webContents, senderFrame: webContents.mainFrame };
    return this.#machine.ipcMain.invoke(sender, channel, messages);
  }

  /** Asks the program for an address of its own scheme. */
  request(url: string, init?: RequestInit): Promise<Response | undefined> {
    return this.#machine.session.protocol.answer(new Request(url, init));
  }

  /** What the program's own scheme may do. */
  get schemes(): Machine['session']['protocol']['privileged'] {
    return this.#machine.session.protocol.privileged;
  }

  /** Whether a page may use a device. */
  allowsDevice = (kind: 'hid' | 'serial' | 'usb'): boolean =>
    this.#machine.session.allowsDevice(kind, 'app://dagwright');

  /** Whether the program was told this switch of Chromium's, and its value. */
  switchOf = (name: string): string => this.#machine.app.commandLine.getSwitchValue(name);

  /** Whether the program's filter stops a request. */
  isCancelled = (url: string): Promise<boolean> => this.#machine.session.webRequest.cancels(url, 'xhr');

  /** The page makes a web view. @returns whether the program lets it */
  attachWebview(page: Page, src: string): boolean {
    return !emitCancellable(this.windowOf(page).webContents, 'will-attach-webview', {}, {}, { src });
  }

  /** Loads an address past every guard, as a fault in Chromium might. */
  async loadPastGuards(page: Page, url: string): Promise<void> {
    this.#machine.session.pastGuards.add(url);
    await page.goto(toBrowser(url));
  }

  reload(page: Page): void {
    this.windowOf(page).webContents.reload();
  }

  /** The page's process ends. */
  crash(page: Page): void {
    this.windowOf(page).webContents.forcefullyCrashRenderer();
  }

  /** The page stops answering: Electron's notice of it, as the stand-in's pages never hang. */
  hang(page: Page): void {
    this.windowOf(page).webContents.emit('unresponsive');
  }

  #open(): readonly WindowPart[] {
    return [...this.#machine.windows];
  }
}

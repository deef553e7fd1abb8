import { EventEmitter } from 'node:events';
import type { BrowserContext, Dialog, Frame, Page } from '@playwright/test';
import type { HandlerDetails, WebContents, WindowOpenHandlerResponse } from 'electron';
import { toBrowser, toShell } from './addresses.ts';
import { emitCancellable, emitPlain } from './events.ts';
import { StandInFrame } from './frame.ts';
import type { Machine, SessionPart } from './machine.ts';
import { PreloadBridge } from './preloadBridge.ts';

type Members =
  | 'closeDevTools'
  | 'copy'
  | 'cut'
  | 'delete'
  | 'executeJavaScript'
  | 'focus'
  | 'forcefullyCrashRenderer'
  | 'getTitle'
  | 'getURL'
  | 'id'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isDevToolsOpened'
  | 'isLoading'
  | 'loadURL'
  | 'openDevTools'
  | 'paste'
  | 'redo'
  | 'reload'
  | 'selectAll'
  | 'send'
  | 'setIgnoreMenuShortcuts'
  | 'setVisualZoomLevelLimits'
  | 'setWebRTCIPHandlingPolicy'
  | 'setWindowOpenHandler'
  | 'setZoomFactor'
  | 'setZoomLevel'
  | 'toggleDevTools'
  | 'undo';

interface Size {
  readonly width: number;
  readonly height: number;
}

let last = 0;

/** The page of a window: a page of a real Chromium, with the built preload script in a world of its own. */
export class StandInWebContents extends EventEmitter implements Pick<WebContents, Members> {
  readonly id = (last += 1);
  readonly session: SessionPart;
  /** The page, once it is open; for the stand-in itself. */
  opened: Promise<Page>;
  page: Page | undefined;
  mainFrame = new StandInFrame('about:blank');
  readonly #machine: Machine;
  readonly #preload: string | undefined;
  readonly #size: Size;
  #bridge: PreloadBridge | undefined;
  /** The address that the program itself loads: no navigation of the page. */
  #ownLoad: string | undefined;
  #windowOpenHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;
  #unload: ((stays: boolean) => void) | undefined;
  #loading = false;
  #crashed = false;
  #destroyed = false;
  #title = '';

  constructor(machine: Machine, preload: string | undefined, size: Size) {
    super();
    this.#machine = machine;
    this.#preload = preload;
    this.#size = size;
    this.session = machine.session;
    this.opened = this.#openPage();
  }

  /** A program that has ended while a window opened hears nothing of it. */
  #openPage(): Promise<Page> {
    return this.#open().catch((error: unknown) => {
      if (this.#machine.app.isGone) return new Promise(() => undefined);
      throw error;
    });
  }

  async #open(): Promise<Page> {
    const context: BrowserContext = await this.session.context();
    const page = await this.session.newPage(context, this);
    this.page = page;
    await page.setViewportSize(this.#size);
    this.#bridge = await PreloadBridge.attach(this.#machine, this, page, this.#preload);
    this.#listen(page);
    return page;
  }

  #listen(page: Page): void {
    const { faults } = this.#machine.notes;
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
    page.on('dialog', (dialog) => void this.#onDialog(dialog));
    page.on('download', (download) => this.session.download(download, this));
    page.on('crash', () => {
      this.#crashed = true;
      emitPlain(this, 'render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
      emitPlain(this.#machine.app, 'render-process-gone', {}, this, { reason: 'crashed', exitCode: 1 });
    });
  }

  async #onDialog(dialog: Dialog): Promise<void> {
    if (dialog.type() !== 'beforeunload') {
      this.#machine.notes.faults.push(`page dialog: ${dialog.message()}`);
      await dialog.dismiss();
      return;
    }
    const leaves = emitCancellable(this, 'will-prevent-unload');
    if (!leaves) this.#unload?.(true);
    await (leaves ? dialog.accept() : dialog.dismiss());
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.opened;
    this.#loading = true;
    this.#ownLoad = toBrowser(url);
    try {
      await page.goto(toBrowser(url));
    } catch (error) {
      // A program that is gone hears of nothing any more.
      if (this.#machine.app.isGone || this.#destroyed) return new Promise(() => undefined);
      emitPlain(this, 'did-fail-load', {}, -2, String(error), url, true);
      throw error;
    } finally {
      this.#loading = false;
    }
    if (!this.#destroyed) this.emit('did-finish-load');
  }

  reload(): void {
    if (this.#crashed) return this.#revive();
    void this.opened.then(async (page) => {
      this.#ownLoad = page.url();
      // Where the page refuses to be left, there is no answer, and none is waited for.
      const response = await page.reload({ timeout: 10_000 }).catch(() => undefined);
      if (response && !this.#destroyed) this.emit('did-finish-load');
    });
  }

  /** Playwright gives a page that has crashed up; another one takes its place. */
  #revive(): void {
    const { page: crashed, mainFrame } = this;
    this.#crashed = false;
    this.opened = this.#openPage();
    void crashed?.close();
    void this.loadURL(mainFrame.url);
  }

  /** Whether a navigation may go on; the guards of the program decide where the page began it. */
  mayNavigate(frame: Frame, url: string): boolean {
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && this.#ownLoad === url) {
      this.#ownLoad = undefined;
      return true;
    }
    const parameters = { url: toShell(url), isMainFrame, isSameDocument: false, frame: this.mainFrame };
    if (emitCancellable(this, 'will-frame-navigate', parameters)) return false;
    return !isMainFrame || !emitCancellable(this, 'will-navigate', parameters, toShell(url), false, true, 1, 1);
  }

  /** The window shows another document. */
  navigated(url: string): void {
    this.mainFrame = new StandInFrame(toShell(url));
    emitPlain(this, 'did-navigate', {}, this.mainFrame.url, 200, 'OK');
  }

  /** Whether a redirect may be followed. */
  mayRedirect(url: string): boolean {
    const parameters = { url, isMainFrame: true, isSameDocument: false, frame: this.mainFrame };
    return !emitCancellable(this, 'will-redirect', parameters, url, false, true, 1, 1);
  }

  /** Whether the page may open a window. Without a handler Electron lets it. */
  mayOpen(url: string): boolean {
    const referrer = { url: this.mainFrame.url, policy: 'no-referrer' as const };
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' as const, referrer };
    return (this.#windowOpenHandler?.(details).action ?? 'allow') === 'allow';
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.#windowOpenHandler = handler;
  }

  /** Runs the page's beforeunload and closes it. @returns false when the page stays */
  async closePage(): Promise<boolean> {
    const page = await this.opened;
    if (this.#crashed) {
      await page.close();
      return true;
    }
    await this.#bridge?.activate();
    const stays = new Promise<boolean>((resolve) => (this.#unload = resolve));
    const closed = new Promise<boolean>((resolve) => void page.once('close', () => resolve(false)));
    await page.close({ runBeforeUnload: true });
    return !(await Promise.race([stays, closed]));
  }

  /** The window is gone. */
  destroyed(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }

  setTitle(title: string): void {
    this.#title = title;
    emitPlain(this, 'page-title-updated', {}, title, true);
  }

  send(channel: string, ...args: unknown[]): void {
    this.#machine.notes.sent.add(channel);
    this.#bridge?.send(channel, args);
  }

  /** Tells the preload script's world which path a file has that is about to be dropped. */
  async willDrop(key: string, path: string): Promise<void> {
    await this.#bridge?.willDrop(key, path);
  }

  getURL = (): string => this.mainFrame.url;
  getTitle = (): string => this.#title;
  isLoading = (): boolean => this.#loading;
  isCrashed = (): boolean => this.#crashed;
  isDestroyed = (): boolean => this.#destroyed;

  async executeJavaScript(code: string): Promise<unknown> {
    return (await this.opened).evaluate(code);
  }

  forcefullyCrashRenderer(): void {
    void this.opened.then((page) => page.goto('chrome://crash').catch(() => undefined));
  }

  openDevTools(): void {
    this.#machine.notes.devToolsOpened.push(this.id);
  }
  toggleDevTools(): void {
    this.openDevTools();
  }
  closeDevTools(): void {
    // None is ever open.
  }
  isDevToolsOpened = (): boolean => false;

  undo = (): void => this.edit('undo');
  redo = (): void => this.edit('redo');
  cut = (): void => this.edit('cut');
  copy = (): void => this.edit('copy');
  paste = (): void => this.edit('paste');
  delete = (): void => this.edit('delete');
  selectAll = (): void => this.edit('selectAll');

  edit(command: string): void {
    void this.opened.then((page) => page.evaluate((name) => document.execCommand(name), command));
  }

  focus(): void {
    // The page has the focus whenever its window has.
  }
  setWebRTCIPHandlingPolicy(_policy: string): void {
    // No peer is ever reached.
  }
  setZoomFactor(_factor: number): void {
    // The size on screen is not looked at.
  }
  setZoomLevel(_level: number): void {
    // As `setZoomFactor`.
  }
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }
  setIgnoreMenuShortcuts(_ignore: boolean): void {
    // Keys never reach the menu here.
  }
}

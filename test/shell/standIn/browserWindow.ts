import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { markDestroyed } from './destroyed.ts';
import { emitCancellable, emitPlain } from './events.ts';
import type { Machine, WindowPart } from './machine.ts';
import { StandInWebContents } from './webContents.ts';

type Members =
  | 'blur'
  | 'center'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getContentSize'
  | 'getNormalBounds'
  | 'getRepresentedFilename'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isDocumentEdited'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'moveTop'
  | 'removeMenu'
  | 'restore'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setBounds'
  | 'setDocumentEdited'
  | 'setFullScreen'
  | 'setMenuBarVisibility'
  | 'setMinimumSize'
  | 'setRepresentedFilename'
  | 'setTitle'
  | 'show'
  | 'showInactive'
  | 'unmaximize';

let last = 0;

/** A window: its frame is kept here, its page is a real one. */
export class StandInWindow extends EventEmitter implements Pick<BrowserWindow, Members>, WindowPart {
  readonly id = (last += 1);
  readonly webContents: StandInWebContents;
  /** What the program asked for; for tests. */
  readonly options: BrowserWindowConstructorOptions;
  readonly #machine: Machine;
  #title: string;
  #bounds: Rectangle;
  #state: 'normal' | 'maximized' | 'minimized' | 'full' = 'normal';
  #visible: boolean;
  #edited = false;
  #file = '';
  #destroyed = false;

  constructor(machine: Machine, options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!machine.app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#machine = machine;
    this.options = options;
    const { width = 800, height = 600, x = 0, y = 0, show = true, title = 'Electron' } = options;
    this.#bounds = { x, y, width, height };
    this.#title = title;
    this.#visible = show;
    this.webContents = new StandInWebContents(machine, options.webPreferences?.preload, { width, height });
    this.webContents.on('page-title-updated', (_event: object, text: string) => {
      if (!emitCancellable(this, 'page-title-updated', {}, text, true)) this.#title = text;
    });
    this.webContents.once('did-finish-load', () => {
      if (!this.#destroyed) this.emit('ready-to-show');
    });
    this.#fetchDictionary();
    machine.windows.add(this);
    emitPlain(machine.app, 'web-contents-created', {}, this.webContents);
    emitPlain(machine.app, 'browser-window-created', {}, this);
    if (show) this.focus();
  }

  /** Electron fetches a spelling dictionary from the network as soon as a window checks spelling, which is the default. */
  #fetchDictionary(): void {
    const { platform, notes } = this.#machine;
    if (platform === 'darwin' || this.options.webPreferences?.spellcheck === false) return;
    notes.requests.push({ url: 'https://redirector.gvt1.com/edgedl/chrome/dict/en-us-10-1.bdic', outcome: 'outside' });
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url);

  close(): void {
    if (emitCancellable(this, 'close')) {
      this.#machine.app.closeCancelled();
      return;
    }
    void this.webContents.closePage().then((closed) => {
      if (this.#destroyed || this.#machine.app.isGone) return;
      if (closed) this.#closed();
      else this.#machine.app.closeCancelled();
    });
  }

  /** Closes without asking anybody. */
  destroy(): void {
    if (this.#destroyed) return;
    void this.webContents.opened.then((page) => page.close()).catch(() => undefined);
    this.#closed();
  }

  #closed(): void {
    const { windows, app } = this.#machine;
    this.#destroyed = true;
    windows.delete(this);
    if (this.#machine.focused === this) this.#machine.focused = null;
    const { webContents } = this;
    webContents.destroyed();
    markDestroyed(webContents);
    markDestroyed(this);
    this.emit('closed');
    if (this.#machine.focused === null) [...windows].at(-1)?.focus();
    if (windows.size === 0) app.allClosed();
  }

  isDestroyed = (): boolean => this.#destroyed;

  focus(): void {
    const { focused, app } = this.#machine;
    if (focused === this) return;
    if (focused) {
      focused.emit('blur');
      emitPlain(app, 'browser-window-blur', {}, focused);
    }
    this.#machine.focused = this;
    this.emit('focus');
    emitPlain(app, 'browser-window-focus', {}, this);
  }

  blur(): void {
    if (this.#machine.focused !== this) return;
    this.#machine.focused = null;
    this.emit('blur');
    emitPlain(this.#machine.app, 'browser-window-blur', {}, this);
  }
  isFocused = (): boolean => this.#machine.focused === this;
  moveTop(): void {
    // Windows do not cover each other.
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
    this.focus();
  }
  showInactive(): void {
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }
  isVisible = (): boolean => this.#visible;

  getTitle = (): string => this.#title;
  setTitle(title: string): void {
    this.#title = title;
  }
  isDocumentEdited = (): boolean => this.#edited;
  setDocumentEdited(edited: boolean): void {
    this.#edited = edited;
  }
  getRepresentedFilename = (): string => this.#file;
  setRepresentedFilename(file: string): void {
    this.#file = file;
  }

  getNormalBounds = (): Rectangle => ({ ...this.#bounds });
  getBounds(): Rectangle {
    const { screen } = this.#machine;
    return this.#state === 'normal' ? this.getNormalBounds() : { ...screen.getPrimaryDisplay().workArea };
  }
  getSize(): number[] {
    const { width, height } = this.getBounds();
    return [width, height];
  }
  getContentSize = (): number[] => this.getSize();
  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.#resized();
    this.emit('move');
    this.emit('moved');
  }
  setMinimumSize(_width: number, _height: number): void {
    // No user drags at the edges.
  }
  center(): void {
    const { workArea } = this.#machine.screen.getPrimaryDisplay();
    const { width, height } = this.#bounds;
    this.setBounds({ x: Math.round((workArea.width - width) / 2), y: Math.round((workArea.height - height) / 2) });
  }

  isMaximized = (): boolean => this.#state === 'maximized';
  maximize = (): void => this.#become('maximized', 'maximize');
  unmaximize = (): void => this.#become('normal', 'unmaximize');
  isMinimized = (): boolean => this.#state === 'minimized';
  minimize(): void {
    this.#become('minimized', 'minimize');
    this.blur();
  }
  restore = (): void => this.#become('normal', 'restore');
  isFullScreen = (): boolean => this.#state === 'full';
  setFullScreen(flag: boolean): void {
    if (flag) this.#become('full', 'enter-full-screen');
    else this.#become('normal', 'leave-full-screen');
  }

  #become(state: 'normal' | 'maximized' | 'minimized' | 'full', event: string): void {
    if (this.#state === state) return;
    this.#state = state;
    this.emit(event);
    this.#resized();
  }

  #resized(): void {
    const { width, height } = this.getBounds();
    this.emit('resize');
    this.emit('resized');
    void this.webContents.opened.then((page) => page.setViewportSize({ width, height })).catch(() => undefined);
  }

  setBackgroundColor(_color: string): void {
    // Seen only before the page is there.
  }
  setMenuBarVisibility(_visible: boolean): void {
    // The menu is chosen from in any case.
  }
  setAutoHideMenuBar(_hide: boolean): void {
    // As `setMenuBarVisibility`.
  }
  removeMenu(): void {
    // As `setMenuBarVisibility`.
  }
}

/** The class that one program sees as `BrowserWindow`. */
export function browserWindowClass(machine: Machine) {
  return class BrowserWindow extends StandInWindow {
    constructor(options?: BrowserWindowConstructorOptions) {
      super(machine, options);
    }
    static getAllWindows = (): WindowPart[] => [...machine.windows];
    static getFocusedWindow = (): WindowPart | null => machine.focused;
    static fromId = (id: number): WindowPart | null => [...machine.windows].find((each) => each.id === id) ?? null;
    static fromWebContents = (contents: object): WindowPart | null =>
      [...machine.windows].find((each) => each.webContents === contents) ?? null;
  };
}

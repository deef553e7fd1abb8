import { EventEmitter } from 'node:events';
import type { BrowserWindow, Rectangle, WebContents } from 'electron';
import { vi } from 'vitest';
import type { DesignWindow } from '../../electron/main/designWindow.ts';
import type { Answer } from '../../electron/main/ipcGuard.ts';
import { Windows } from '../../electron/main/windows.ts';
import type { Answers, Message, RequestName } from '../../renderer/host/bridge.ts';

let lastId = 0;

/** The part of a page's contents that the shell touches. */
export class FakeContents extends EventEmitter {
  readonly id = ++lastId;
  readonly sent: [channel: string, value: unknown][] = [];
  readonly reload = vi.fn();
  readonly setWebRTCIPHandlingPolicy = vi.fn();
  readonly setWindowOpenHandler = vi.fn();
  send = (channel: string, value: unknown): void => void this.sent.push([channel, value]);
}

/** The part of a window that the shell touches. Closing asks the listeners, as Electron does. */
export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly calls: string[] = [];
  bounds: Rectangle = { x: 0, y: 0, width: 1000, height: 700 };
  maximized = false;
  minimized = false;
  title = '';
  edited = false;
  file = '';
  background = '';
  #destroyed = false;

  loadURL = vi.fn(() => Promise.resolve());
  isDestroyed = (): boolean => this.#destroyed;
  getNormalBounds = (): Rectangle => this.bounds;
  isMaximized = (): boolean => this.maximized;
  isMinimized = (): boolean => this.minimized;
  maximize = (): void => void this.calls.push('maximize');
  restore = (): void => void this.calls.push('restore');
  show = (): void => void this.calls.push('show');
  setTitle = (title: string): void => void (this.title = title);
  setDocumentEdited = (edited: boolean): void => void (this.edited = edited);
  setRepresentedFilename = (file: string): void => void (this.file = file);
  setBackgroundColor = (color: string): void => void (this.background = color);

  focus(): void {
    this.calls.push('focus');
    this.emit('focus');
  }

  close(): void {
    if (!cancelled(this, 'close')) this.destroy();
  }

  destroy(): void {
    this.#destroyed = true;
    this.emit('closed');
  }
}

/** Emits an event that listeners can cancel; answers whether one has. */
export function cancelled(emitter: EventEmitter, event: string, details: object = {}, ...rest: unknown[]): boolean {
  const preventDefault = vi.fn();
  emitter.emit(event, { ...details, preventDefault }, ...rest);
  return preventDefault.mock.calls.length > 0;
}

export const asWindow = (window: FakeWindow): BrowserWindow => window as unknown as BrowserWindow;
export const asContents = (contents: FakeContents): WebContents => contents as unknown as WebContents;
export const fakeOf = (window: DesignWindow): FakeWindow => window.browserWindow as unknown as FakeWindow;

/** Windows whose windows are fakes. */
export function fakeWindows(): Windows {
  return new Windows(() => asWindow(new FakeWindow()), 'app://dagwright/index.html', vi.fn());
}

/** A window whose page shows a document with unsaved work. */
export function openEdited(windows: Windows, name = 'a.json'): DesignWindow {
  const window = windows.open();
  window.shown = { name, path: `/designs/${name}`, edited: true };
  return window;
}

/** Lets everything that is settled already go on. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Handler = (message: unknown, window: DesignWindow) => unknown;

/** A door to the page without its guard: what is registered can be asked directly. */
export function fakeAnswer() {
  const handlers = new Map<string, Handler>();
  const answer: Answer = (request, handler) => void handlers.set(request, handler as Handler);
  const ask = async <R extends RequestName>(
    request: R,
    message: Message<R>,
    window: DesignWindow,
  ): Promise<Answers[R]> => (await handlers.get(request)?.(message, window)) as Answers[R];
  return { answer, ask, handlers };
}

import { EventEmitter } from 'node:events';
import type { BrowserWindow, WebContents } from 'electron';
import { DesignWindow } from './designWindow.ts';

interface Events {
  readonly opened: [DesignWindow];
  /** It has the focus now. */
  readonly focused: [DesignWindow];
  /** Its page has told something new of itself. */
  readonly changed: [DesignWindow];
  /** Its page was left for a new one, as by a reload. */
  readonly left: [DesignWindow];
  readonly closed: [DesignWindow];
}

/** The open windows, the last focused first. */
export class Windows extends EventEmitter<Events> {
  #open: readonly DesignWindow[] = [];

  readonly #make: (beside: BrowserWindow | undefined) => BrowserWindow;
  readonly #address: string;
  readonly #fault: (error: unknown) => void;

  /**
   * @param make makes a window that is not shown yet, beside the given one
   * @param address what every window shows
   */
  constructor(
    make: (beside: BrowserWindow | undefined) => BrowserWindow,
    address: string,
    fault: (error: unknown) => void,
  ) {
    super();
    this.#make = make;
    this.#address = address;
    this.#fault = fault;
  }

  get all(): readonly DesignWindow[] {
    return this.#open;
  }

  /** The window that the user works in or last worked in. */
  get current(): DesignWindow | undefined {
    return this.#open[0];
  }

  of(contents: WebContents): DesignWindow | undefined {
    return this.#open.find(({ id }) => id === contents.id);
  }

  /** Opens a window, with a file that its page is to ask for. */
  open(file?: string): DesignWindow {
    const browserWindow = this.#make(this.current?.browserWindow);
    const window = new DesignWindow(browserWindow);
    window.offered = file;
    this.#open = [window, ...this.#open];
    browserWindow.once('ready-to-show', () => browserWindow.show());
    browserWindow.on('focus', () => {
      this.#open = [window, ...this.#open.filter((other) => other !== window)];
      this.emit('focused', window);
    });
    browserWindow.webContents.on('did-navigate', () => {
      window.forgetPage();
      this.emit('left', window);
      this.emit('changed', window);
    });
    browserWindow.once('closed', () => {
      this.#open = this.#open.filter((other) => other !== window);
      this.emit('closed', window);
    });
    this.emit('opened', window);
    browserWindow.loadURL(this.#address).catch((error: unknown) => {
      this.#fault(error);
      if (!browserWindow.isDestroyed()) browserWindow.show();
    });
    return window;
  }
}

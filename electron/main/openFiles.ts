import type { DesignWindow } from './designWindow.ts';
import type { Windows } from './windows.ts';

/** Knows which window has a file open: a file is open in one window only. */
export class OpenFiles {
  readonly #windows: Windows;
  readonly #keyOf: (path: string) => Promise<string>;

  /** @param keyOf what two paths of one file have in common */
  constructor(windows: Windows, keyOf: (path: string) => Promise<string>) {
    this.#windows = windows;
    this.#keyOf = keyOf;
  }

  /** The window that shows a file. */
  windowShowing(path: string): Promise<DesignWindow | undefined> {
    return this.#find(path, (window) => window.shown?.path);
  }

  /** The window that a file is on its way to. */
  windowExpecting(path: string): Promise<DesignWindow | undefined> {
    return this.#find(path, (window) => window.offered ?? window.opening);
  }

  async #find(path: string, pathIn: (window: DesignWindow) => string | undefined): Promise<DesignWindow | undefined> {
    const key = await this.#keyOf(path);
    for (const window of this.#windows.all) {
      const other = pathIn(window);
      if (other !== undefined && (await this.#keyOf(other)) === key) return window;
    }
    return undefined;
  }
}

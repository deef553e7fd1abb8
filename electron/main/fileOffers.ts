import type { OpenFiles } from './openFiles.ts';
import type { Windows } from './windows.ts';

/** Brings files that come from outside (a start, a second start, the system) to windows, one after the other. */
export class FileOffers {
  readonly #windows: Windows;
  readonly #openFiles: OpenFiles;
  #turn: Promise<void>;

  /** @param ready when there may be windows; files that come before wait for it */
  constructor(windows: Windows, openFiles: OpenFiles, ready: Promise<unknown>) {
    this.#windows = windows;
    this.#openFiles = openFiles;
    this.#turn = ready.then(() => undefined);
  }

  /** Shows each file: where it is open already, else in an empty window, else in a new one. */
  show(paths: readonly string[]): Promise<void> {
    const turn = this.#turn.then(async () => {
      for (const path of paths) await this.#showOne(path);
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #showOne(path: string): Promise<void> {
    const showing = await this.#openFiles.windowShowing(path);
    if (showing) return showing.focus();
    const free = (await this.#openFiles.windowExpecting(path)) ?? this.#windows.all.find(({ isEmpty }) => isEmpty);
    if (!free) return void this.#windows.open(path);
    free.offer(path);
    free.focus();
  }
}

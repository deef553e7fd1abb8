import type { DesignWindow } from './designWindow.ts';
import type { Questions } from './questions.ts';
import type { Windows } from './windows.ts';

/** What is to become of a window: `discard` closes it and drops its recovery copies. */
type Verdict = 'close' | 'discard' | 'stay';

interface Options {
  readonly windows: Windows;
  readonly questions: Questions;
  readonly dropSnapshot: (id: string) => Promise<void>;
  readonly fault: (error: unknown) => void;
}

/** Asks before unsaved work goes away. A page that has crashed or hangs never keeps its window open. */
export class CloseGuard {
  readonly #windows: Windows;
  readonly #questions: Questions;
  readonly #dropSnapshot: (id: string) => Promise<void>;
  readonly #fault: (error: unknown) => void;
  /** Windows that a question is open about. */
  readonly #asked = new Map<DesignWindow, Promise<Verdict>>();
  /** Windows whose page is saving before it closes, with what ends the wait for it. */
  readonly #saving = new Map<DesignWindow, (saved: boolean) => void>();
  #dropping: Promise<void> = Promise.resolve();
  #sessionEnds = false;

  constructor({ windows, questions, dropSnapshot, fault }: Options) {
    this.#windows = windows;
    this.#questions = questions;
    this.#dropSnapshot = dropSnapshot;
    this.#fault = fault;
    windows.on('opened', (window) => this.#attach(window));
  }

  /** Whether any window would ask before it closes. */
  get hasQuestions(): boolean {
    return this.#windows.all.some((window) => this.#mustAsk(window));
  }

  /** The page's answer to `saveForClosing`. */
  answerSaved(window: DesignWindow, saved: boolean): void {
    if (saved && window.shown) window.shown = { ...window.shown, edited: false };
    this.#endWait(window, saved);
  }

  /** The page is gone or begins anew: it will not answer any more. */
  stopWaiting(window: DesignWindow): void {
    this.#endWait(window, false);
  }

  /** Resolves when the recovery copies of closed windows are gone. */
  settled(): Promise<void> {
    return this.#dropping;
  }

  /** The system ends the session and does not wait: windows close unasked, what is unsaved stays in the recovery copies. */
  endSession(): void {
    this.#sessionEnds = true;
  }

  /**
   * Asks about every window with unsaved work in turn, and closes them all when each may go. One "cancel" leaves all of them as
   * they are.
   * @returns whether they are closed
   */
  async closeAll(): Promise<boolean> {
    const settled = new Map<DesignWindow, Verdict>();
    for (;;) {
      const window = this.#windows.all.find((each) => this.#mustAsk(each) && !settled.has(each));
      if (!window) break;
      window.focus();
      const isWell = window.health === 'well';
      const verdict = await this.#settle(window);
      if (verdict === 'stay') return false;
      // What was saved and then changed again is asked about again.
      if (verdict === 'discard' || !isWell) settled.set(window, verdict);
    }
    for (const window of this.#windows.all) await this.#close(window, settled.get(window) ?? 'close');
    return true;
  }

  #attach(window: DesignWindow): void {
    const { browserWindow } = window;
    browserWindow.on('close', (event) => {
      if (!this.#mustAsk(window)) return;
      event.preventDefault();
      this.#settle(window)
        .then((verdict) => this.#close(window, verdict))
        .catch(this.#fault);
    });
    browserWindow.webContents.on('will-prevent-unload', (event) => {
      if (this.#questions.leavePage(window)) event.preventDefault();
    });
    browserWindow.once('closed', () => {
      this.stopWaiting(window);
      // Closed in order and with nothing unsaved: there is nothing to recover.
      if (window.health === 'well' && !window.isEdited) {
        this.#dropping = this.#dropping.then(() => this.#dropSnapshots(window));
      }
    });
  }

  #mustAsk(window: DesignWindow): boolean {
    if (this.#sessionEnds || window.health === 'gone') return false;
    return window.isEdited || window.health === 'unresponsive';
  }

  /** Asks about one window. While its question is open there is no second one. */
  #settle(window: DesignWindow): Promise<Verdict> {
    const open = this.#asked.get(window);
    if (open && !this.#saving.has(window)) return open;
    // A page that was told to save and has not answered can be asked about again.
    this.stopWaiting(window);
    const verdict = this.#ask(window).finally(() => {
      if (this.#asked.get(window) === verdict) this.#asked.delete(window);
    });
    this.#asked.set(window, verdict);
    return verdict;
  }

  async #ask(window: DesignWindow): Promise<Verdict> {
    if (window.health === 'unresponsive') return (await this.#questions.closeUnresponsive(window)) ? 'close' : 'stay';
    switch (await this.#questions.saveBeforeClosing(window)) {
      case 'save':
        return (await this.#save(window)) ? 'close' : 'stay';
      case 'discard':
        return 'discard';
      case 'cancel':
        return 'stay';
    }
  }

  #save(window: DesignWindow): Promise<boolean> {
    if (window.health === 'gone') return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#saving.set(window, resolve);
      window.tell('saveForClosing', null);
    });
  }

  #endWait(window: DesignWindow, saved: boolean): void {
    const end = this.#saving.get(window);
    this.#saving.delete(window);
    end?.(saved);
  }

  /** Closes a window for good. Its page is not asked again: it could hang, and the user has decided. */
  async #close(window: DesignWindow, verdict: Verdict): Promise<void> {
    if (verdict === 'stay') return;
    if (verdict === 'discard') {
      window.isDiscarded = true;
      await this.#dropSnapshots(window);
    }
    window.destroy();
  }

  async #dropSnapshots(window: DesignWindow): Promise<void> {
    try {
      for (const id of window.snapshots) await this.#dropSnapshot(id);
    } catch (error) {
      this.#fault(error);
    }
  }
}

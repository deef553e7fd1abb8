import type { BrowserWindow } from 'electron';
import { channelOf, type NoticeName, type Notices } from '../../renderer/host/bridge.ts';
import type { MenuAction } from '../../schemas/generated/messages.ts';

/** The document that a page shows. */
export interface Shown {
  readonly name: string;
  /** Where it is saved; undefined for what was never saved. */
  readonly path?: string;
  readonly edited: boolean;
}

/** A window, and what its page has told of itself. */
export class DesignWindow {
  readonly id: number;
  shown: Shown | undefined;
  actions: readonly MenuAction[] = [];
  /** A file that waits until the page asks for it. */
  offered: string | undefined;
  /** A file that the page was given and has not shown yet. */
  opening: string | undefined;
  /** The recovery copies of what the page has open. */
  readonly snapshots = new Set<string>();
  /** The user has given up its unsaved work: nothing of it is kept any more. */
  isDiscarded = false;
  health: 'well' | 'unresponsive' | 'gone' = 'well';

  constructor(readonly browserWindow: BrowserWindow) {
    this.id = browserWindow.webContents.id;
  }

  get isEdited(): boolean {
    return this.shown?.edited === true;
  }

  /** Whether a file that comes from outside may be shown here. */
  get isEmpty(): boolean {
    return !this.shown && this.offered === undefined && this.opening === undefined && this.health === 'well';
  }

  /** Hands the page a file; it hears of it now, or asks when it has loaded. */
  offer(path: string): void {
    this.offered = path;
    this.tell('fileOffered', null);
  }

  tell<N extends NoticeName>(notice: N, value: Notices[N]): void {
    if (!this.browserWindow.isDestroyed()) this.browserWindow.webContents.send(channelOf(notice), value);
  }

  focus(): void {
    if (this.browserWindow.isMinimized()) this.browserWindow.restore();
    this.browserWindow.show();
    this.browserWindow.focus();
  }

  /** Closes it without asking anybody. */
  destroy(): void {
    if (!this.browserWindow.isDestroyed()) this.browserWindow.destroy();
  }

  /** A page that is loaded anew knows nothing of the one before; its recovery copies stay, to be offered again. */
  forgetPage(): void {
    this.shown = undefined;
    this.actions = [];
    this.opening = undefined;
    this.snapshots.clear();
    this.health = 'well';
  }
}

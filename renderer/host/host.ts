import type { MenuAction } from '../../schemas/generated/messages.ts';
import type { ThemeChoice } from '../theme/theme.ts';

/** A file that the user has chosen. Only the host knows where it lies; the renderer holds its name and this handle. */
export interface FileHandle {
  readonly id: string;
  readonly name: string;
}

/** A document as the host read it. Without a handle there is no place to save to yet. */
export interface OpenedFile {
  readonly name: string;
  readonly text: string;
  readonly handle?: FileHandle;
  /** The text is that of a design that a picture carries; there is no handle then. */
  readonly picture?: boolean;
}

export interface RecentFile {
  readonly id: string;
  readonly name: string;
  /** The folder that it lies in, where the host knows folders. */
  readonly place?: string;
  /** When it was last opened or saved, ISO 8601. */
  readonly usedAt: string;
  /** It is no longer where it was, as far as the host can tell without asking or waiting. */
  readonly missing?: boolean;
}

export interface Example {
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly summary: string;
}

/** The one recovery copy of a document that was not saved. */
export interface Snapshot {
  /** The document it belongs to, one per open document. */
  readonly id: string;
  readonly name: string;
  /** When it was kept, ISO 8601. */
  readonly keptAt: string;
  readonly summary: string;
  readonly text: string;
}

/** `conflict`: the file changed on disk since it was opened; nothing was written. */
export type SaveResult =
  | { readonly outcome: 'saved'; readonly handle?: FileHandle; readonly name: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'conflict'; readonly theirs: string };

/** The open document, as the window's title and its guards need it. */
export interface ShownDocument {
  readonly name: string;
  readonly handle?: FileHandle;
  readonly edited: boolean;
}

/** A host action that failed, with a message that says what to do. */
export class HostError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HostError';
  }
}

/** Everything that the renderer asks of the program around it. Failures are thrown as HostError. */
export interface Host {
  /** Asks for a design file; undefined when the user cancels. */
  readonly open: () => Promise<OpenedFile | undefined>;
  readonly openRecent: (id: string) => Promise<OpenedFile | undefined>;
  /** Takes hold of a drop's first file while the drop lasts; the answer reads it. Undefined when it holds no file. */
  readonly dropped: (transfer: DataTransfer) => (() => Promise<OpenedFile | undefined>) | undefined;
  readonly openExample: (example: Example) => Promise<OpenedFile>;
  /** The design that this window was asked to show from outside: by the program's start or, later, by the system. */
  readonly takeOffered: () => Promise<OpenedFile | undefined>;

  /** Writes `text` unless the file no longer holds `known`, the text last seen there. */
  readonly save: (handle: FileHandle, text: string, known: string) => Promise<SaveResult>;
  readonly saveAs: (suggestedName: string, text: string) => Promise<SaveResult>;
  /** Hands a picture or another result to the user; false when cancelled. */
  readonly exportFile: (suggestedName: string, mediaType: string, content: string | Uint8Array) => Promise<boolean>;
  /** Puts a picture on the clipboard: a PNG as an image, an SVG as text, which drawing programs and editors take. */
  readonly copyPicture: (picture: string | Uint8Array) => Promise<void>;

  readonly recent: () => Promise<readonly RecentFile[]>;
  readonly forgetRecent: (id: string) => Promise<void>;
  readonly examples: () => Promise<readonly Example[]>;

  readonly keepSnapshot: (snapshot: Snapshot) => Promise<void>;
  readonly snapshots: () => Promise<readonly Snapshot[]>;
  readonly dropSnapshot: (id: string) => Promise<void>;

  /** Tells what the window shows; undefined for no document. */
  readonly reportDocument: (shown: ShownDocument | undefined) => void;
  /** Today's date, ISO 8601: the engine reads no clock. */
  readonly today: () => string;
  readonly now: () => string;

  /** What only the desktop program has; absent in a browser. */
  readonly desktop?: Desktop;
}

/** What the desktop program offers beyond what a page in a browser can do. Failures are thrown as HostError. */
export interface Desktop {
  readonly newWindow: () => Promise<void>;
  /** What the file held before it was last saved here; undefined when nothing was kept. */
  readonly openPrevious: (handle: FileHandle) => Promise<OpenedFile | undefined>;
  readonly showAbout: () => Promise<void>;
  readonly openLogFolder: () => Promise<void>;
  /** Opens one of the program's own links in the system's browser, by its name. */
  readonly openLink: (link: string) => Promise<void>;
  /** Gives the window's frame and menus the page's look. */
  readonly setTheme: (choice: ThemeChoice) => Promise<void>;
  /** The actions as they stand now, in menu order: the application menu is made from them. */
  readonly reportActions: (actions: readonly MenuAction[]) => Promise<void>;
  /** Answers `saveForClosing`: whether everything is saved now. */
  readonly answerSaved: (saved: boolean) => Promise<void>;
  readonly logFault: (fault: Fault) => Promise<void>;
  /** Calls back at every such notice until the returned function is called. */
  readonly on: <N extends keyof Notices>(notice: N, callback: (notice: Notices[N]) => void) => () => void;
}

/** What the desktop program tells the page without being asked. */
export interface Notices {
  /** The user chose an action in the application menu. */
  readonly menuChosen: { readonly id: string };
  /** A file waits: `takeOffered` gives it. */
  readonly fileOffered: null;
  /** The window is to close and the user wants to save first; `answerSaved` says how it went. */
  readonly saveForClosing: null;
}

/** A mistake in the page's own code, for the log. */
export interface Fault {
  readonly message: string;
  readonly stack?: string;
}

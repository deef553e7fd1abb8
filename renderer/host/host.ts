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
}

export interface RecentFile {
  readonly id: string;
  readonly name: string;
  /** The folder that it lies in, where the host knows folders. */
  readonly place?: string;
  /** When it was last opened or saved, ISO 8601. */
  readonly usedAt: string;
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
  readonly openRecent: (id: string) => Promise<OpenedFile>;
  /** The first file of a drop; undefined when it holds none. */
  readonly openDropped: (transfer: DataTransfer) => Promise<OpenedFile | undefined>;
  readonly openExample: (example: Example) => Promise<OpenedFile>;
  /** The design that the program was started with. */
  readonly openServed: () => Promise<OpenedFile | undefined>;

  /** Writes `text` unless the file no longer holds `known`, the text last read or written; `force` writes in any case. */
  readonly save: (handle: FileHandle, text: string, known: string, force?: boolean) => Promise<SaveResult>;
  readonly saveAs: (suggestedName: string, text: string) => Promise<SaveResult>;
  /** Hands a picture or another result to the user; false when cancelled. */
  readonly exportText: (suggestedName: string, mediaType: string, text: string) => Promise<boolean>;

  readonly recent: () => Promise<readonly RecentFile[]>;
  readonly forgetRecent: (id: string) => Promise<void>;
  readonly examples: () => Promise<readonly Example[]>;

  readonly keepSnapshot: (snapshot: Snapshot) => Promise<void>;
  readonly snapshots: () => Promise<readonly Snapshot[]>;
  readonly dropSnapshot: (id: string) => Promise<void>;

  readonly setTitle: (name: string | undefined, edited: boolean) => void;
  /** Asks before the window closes while `isDirty` holds. Returns what removes the guard. */
  readonly guardClose: (isDirty: () => boolean) => () => void;
  /** Today's date, ISO 8601: the engine reads no clock. */
  readonly today: () => string;
  readonly now: () => string;
}

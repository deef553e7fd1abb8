import type { Messages } from '../../schemas/generated/messages.ts';
import type { Example, Notices, OpenedFile, RecentFile, SaveResult, Snapshot } from './host.ts';

export type { Notices };

/** What the shell answers to each request of the page. `null` where the user cancelled or there is nothing. */
export interface Answers {
  readonly openDocument: OpenedFile | null;
  readonly openRecent: OpenedFile | null;
  readonly openDropped: OpenedFile | null;
  /** The file that this window was asked to show, by a start with a file, a second start or the system. */
  readonly takeOffered: OpenedFile | null;
  readonly openExample: OpenedFile;
  /** What the file held before it was last saved here. */
  readonly openPrevious: OpenedFile | null;
  readonly saveDocument: SaveResult;
  readonly saveDocumentAs: SaveResult;
  /** False when cancelled. */
  readonly exportFile: boolean;
  readonly copyPicture: null;
  readonly listRecent: readonly RecentFile[];
  readonly forgetRecent: null;
  readonly listExamples: readonly Example[];
  readonly keepSnapshot: null;
  /** Of documents that no window has open. */
  readonly listSnapshots: readonly Snapshot[];
  readonly dropSnapshot: null;
  readonly reportDocument: null;
  readonly reportActions: null;
  readonly answerSaved: null;
  readonly setTheme: null;
  readonly openLink: null;
  readonly newWindow: null;
  readonly openLogFolder: null;
  readonly showAbout: null;
  readonly logFault: null;
}

export type RequestName = keyof Answers & keyof Messages;
export type Message<R extends RequestName> = NonNullable<Messages[R]>;

/** A failure crosses as data: an error thrown across the bridge loses its kind and gains noise. */
export type Envelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export type NoticeName = keyof Notices;

type Requests = {
  readonly [R in Exclude<RequestName, 'openDropped'>]: (message: Message<R>) => Promise<Envelope<Answers[R]>>;
};

/**
 * What the preload script puts on `window.dagwright`: a verb for every request, and a way to hear each notice. The one list of both
 * stands below; the shell registers exactly these.
 */
export interface Bridge extends Requests {
  /** The system tells the preload script where a dropped file lies; the page itself never names a path. */
  readonly openDropped: (file: File) => Promise<Envelope<Answers['openDropped']>>;
  /** Calls back at every such notice until the returned function is called. */
  readonly on: <N extends NoticeName>(notice: N, callback: (notice: Notices[N]) => void) => () => void;
}

const requests: Readonly<Record<RequestName, true>> = {
  openDocument: true,
  openRecent: true,
  openDropped: true,
  takeOffered: true,
  openExample: true,
  openPrevious: true,
  saveDocument: true,
  saveDocumentAs: true,
  exportFile: true,
  copyPicture: true,
  listRecent: true,
  forgetRecent: true,
  listExamples: true,
  keepSnapshot: true,
  listSnapshots: true,
  dropSnapshot: true,
  reportDocument: true,
  reportActions: true,
  answerSaved: true,
  setTheme: true,
  openLink: true,
  newWindow: true,
  openLogFolder: true,
  showAbout: true,
  logFault: true,
};

const notices: Readonly<Record<NoticeName, true>> = { menuChosen: true, fileOffered: true, saveForClosing: true };

export const requestNames = Object.keys(requests) as readonly RequestName[];
export const noticeNames = Object.keys(notices) as readonly NoticeName[];

/** The name of a request or notice on the wire. */
export const channelOf = (name: RequestName | NoticeName): string => `dagwright:${name}`;

import type { Copied } from '../shellApp.ts';

/** What became of a request: answered by the program, refused by it, or let out to the network. */
export interface RequestNote {
  readonly url: string;
  readonly outcome: 'served' | 'navigation prevented' | 'redirect prevented' | 'cancelled' | 'outside';
}

/** What happened while the program ran. */
export class Notes {
  readonly faults: string[] = [];
  readonly requests: RequestNote[] = [];
  readonly links: string[] = [];
  readonly folders: string[] = [];
  readonly recentDocuments: string[] = [];
  readonly deniedPopups: string[] = [];
  readonly openPopups: string[] = [];
  readonly cancelledDownloads: string[] = [];
  readonly savedDownloads: string[] = [];
  readonly devToolsOpened: number[] = [];
  /** The channels that main has sent something to a page on. */
  readonly sent = new Set<string>();
  /** Whether all processes of pages are sandboxed. */
  sandboxed = false;
  about = 0;
  /** What the program has put on the clipboard. */
  clipboard: Copied = { text: '' };

  /** The addresses of the requests with an outcome. */
  urls(outcome: RequestNote['outcome']): readonly string[] {
    return this.requests.filter((note) => note.outcome === outcome).map(({ url }) => url);
  }
}

import { vi } from 'vitest';
import { HostError, type Host, type OpenedFile, type ShownDocument, type Snapshot } from '../../renderer/host/host.ts';
import type { Conflict, ConflictAnswer, Question } from '../../renderer/state/dialogs.svelte.ts';
import type { Workspace } from '../../renderer/state/workspace.svelte.ts';

/** A host with one file, "a.dagwright.json", in memory, and what the page did with it. */
export class FakeHost implements Host {
  text: string;
  /** What the next dialog for a new file answers; undefined for cancel. */
  target: string | undefined = 'b.dagwright.json';
  /** What writing fails with. */
  refusal: string | undefined;
  /** What runs while a write is under way. */
  duringWrite = (): void => undefined;
  offered: OpenedFile | undefined;
  readonly written: { readonly name: string; readonly text: string }[] = [];
  readonly shown: (ShownDocument | undefined)[] = [];
  /** Ids of recovery copies that were given up. */
  readonly givenUp: string[] = [];
  kept: Snapshot[] = [];

  constructor(text: string) {
    this.text = text;
  }

  readonly handle = { id: 'a', name: 'a.dagwright.json' };
  readonly open = (): Promise<OpenedFile> =>
    Promise.resolve({ name: this.handle.name, text: this.text, handle: this.handle });
  readonly openRecent = this.open;
  readonly openExample = this.open;
  readonly dropped = () => this.open;
  readonly takeOffered = () => Promise.resolve(this.offered);

  readonly save: Host['save'] = async (_handle, text, known) => {
    if (this.refusal) throw new HostError(this.refusal);
    if (known !== this.text) return { outcome: 'conflict', theirs: this.text };
    await this.#write(this.handle.name, text);
    this.text = text;
    return { outcome: 'saved', name: this.handle.name, handle: this.handle };
  };

  readonly saveAs: Host['saveAs'] = async (_suggested, text) => {
    if (this.target === undefined) return { outcome: 'cancelled' };
    await this.#write(this.target, text);
    return { outcome: 'saved', name: this.target, handle: { id: 'b', name: this.target } };
  };

  async #write(name: string, text: string): Promise<void> {
    await Promise.resolve();
    this.duringWrite();
    this.written.push({ name, text });
  }

  readonly exportFile = () => Promise.resolve(true);
  readonly copyPicture = () => Promise.resolve();
  readonly recent = () => Promise.resolve([]);
  readonly forgetRecent = () => Promise.resolve();
  readonly examples = () => Promise.resolve([]);
  readonly keepSnapshot = (snapshot: Snapshot): Promise<void> => {
    this.kept.push(snapshot);
    return Promise.resolve();
  };
  readonly snapshots = () => Promise.resolve(this.kept);
  readonly dropSnapshot = (id: string): Promise<void> => {
    this.givenUp.push(id);
    return Promise.resolve();
  };
  readonly reportDocument = (shown: ShownDocument | undefined): void => void this.shown.push(shown);
  readonly today = () => '2026-01-31';
  readonly now = () => '2026-01-31T12:00:00.000Z';
}

/** The question that is asked, or the next one. */
export function asked(
  workspace: Workspace,
): Promise<Question & { readonly answer: (value: string | undefined) => void }> {
  return vi.waitFor(() => workspace.dialogs.question ?? Promise.reject(new Error('Nothing is asked')));
}

/** The conflict that is asked about, or the next one. */
export function conflict(
  workspace: Workspace,
): Promise<Conflict & { readonly answer: (value: ConflictAnswer | undefined) => void }> {
  return vi.waitFor(() => workspace.dialogs.conflict ?? Promise.reject(new Error('There is no conflict')));
}

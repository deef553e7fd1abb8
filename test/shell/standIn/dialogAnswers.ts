import type { AskedDialog, DialogScript } from '../shellApp.ts';

type Answer =
  | { readonly kind: 'open'; readonly paths: readonly string[] | null }
  | { readonly kind: 'save'; readonly path: string | null }
  | { readonly kind: 'message'; readonly button: string };

/** The answers that a test has given in advance, and the dialogs that were shown. */
export class DialogAnswers implements DialogScript {
  readonly #answers: Answer[] = [];
  readonly #asked: AskedDialog[] = [];
  #held: Promise<void> | undefined;
  /** Cancels every dialog that nobody has answered, in place of taking it for a fault. */
  cancelsAll = false;

  open = (paths: readonly string[] | null): Promise<void> => this.#give({ kind: 'open', paths });
  save = (path: string | null): Promise<void> => this.#give({ kind: 'save', path });
  press = (button: string): Promise<void> => this.#give({ kind: 'message', button });
  asked = (): Promise<readonly AskedDialog[]> => Promise.resolve([...this.#asked]);
  left = (): Promise<number> => Promise.resolve(this.#answers.length);

  /** Leaves dialogs open until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return () => {
      this.#held = undefined;
      release();
    };
  }

  /** Resolves when the user answers. */
  async answered(): Promise<void> {
    await this.#held;
  }

  /** Notes a dialog. @returns its answer @throws when there is none */
  take<K extends Answer['kind']>(dialog: AskedDialog & { readonly kind: K }): Extract<Answer, { kind: K }> {
    this.#asked.push(dialog);
    const at = this.#answers.findIndex(({ kind }) => kind === dialog.kind);
    const [answer] = at < 0 ? [] : this.#answers.splice(at, 1);
    if (!answer && this.cancelsAll) return cancelled(dialog) as Extract<Answer, { kind: K }>;
    if (!answer) throw new Error(`No answer was given to the dialog ${JSON.stringify(dialog)}`);
    return answer as Extract<Answer, { kind: K }>;
  }

  note(dialog: AskedDialog): void {
    this.#asked.push(dialog);
  }

  #give(answer: Answer): Promise<void> {
    this.#answers.push(answer);
    return Promise.resolve();
  }
}

function cancelled({ kind, buttons = [] }: AskedDialog): Answer {
  if (kind === 'open') return { kind, paths: null };
  return kind === 'save' ? { kind, path: null } : { kind: 'message', button: buttons.at(-1) ?? '' };
}

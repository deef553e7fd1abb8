import type { Problem } from '../../planner/design/problem.ts';
import type { Design } from '../../planner/design/types.ts';
import type { TemplateTask } from '../hardware/templateTask.ts';
import type { Room } from '../layingOut/layOutDatabases.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import type { JudgedDesign } from './judging.svelte.ts';

export interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly look?: 'primary' | 'danger';
}

/** A question with buttons; closing it without a button answers undefined. */
export interface Question<T extends string = string> {
  readonly title: string;
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  /** The places in a file that it is about. */
  readonly problems?: readonly Problem[];
}

/** A file that changed on disk while it was open here. */
export interface Conflict {
  readonly name: string;
  /** What both began with. */
  readonly base: string;
  readonly mine: Design;
  readonly theirs: string;
}

export type ConflictAnswer = 'mine' | 'theirs' | 'elsewhere';

/** What is left to be done after a change, offered until it is taken, put aside or the design changes again. */
export interface Offer {
  readonly message: string;
  readonly choices: readonly { readonly label: string; readonly run: () => void }[];
  /** Whether the design is still the one that it is about. */
  readonly isCurrent: () => boolean;
}

/** Something that waits for an answer. */
type Asked<T, A> = T & { readonly answer: (value: A | undefined) => void };

/** What lies over the window: one dialog at a time, short notes, and what a screen reader is told. */
export class Dialogs {
  question = $state.raw<Asked<Question, string>>();
  conflict = $state.raw<Asked<Conflict, ConflictAnswer>>();
  waiving = $state.raw<Finding>();
  /** The design whose picture is to be exported. */
  exporting = $state.raw<JudgedDesign>();
  offer = $state.raw<Offer>();
  movingOpen = $state(false);
  renamingOpen = $state(false);
  /** Whether a better layout of the copies is looked for and shown. */
  improvingLayout = $state(false);
  layingOut = $state.raw<Room>();
  /** What is being done with a template of server models. */
  template = $state.raw<TemplateTask>();
  paletteOpen = $state(false);
  shortcutsOpen = $state(false);
  settingsOpen = $state(false);
  note = $state('');
  announcement = $state('');
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #answered: Promise<unknown> = Promise.resolve();

  /** True while a modal dialog is open, so that shortcuts keep out. */
  get open(): boolean {
    return (
      Boolean(this.question ?? this.conflict ?? this.waiving ?? this.layingOut ?? this.template) ||
      this.movingOpen ||
      this.renamingOpen ||
      this.improvingLayout ||
      this.paletteOpen ||
      this.exporting !== undefined ||
      this.shortcutsOpen ||
      this.settingsOpen
    );
  }

  /** Asks, once whatever was asked before is answered. */
  ask<T extends string>(question: Question<T>): Promise<T | undefined> {
    return this.#inTurn((answer) => {
      this.question = {
        ...question,
        answer: (value) => {
          this.question = undefined;
          answer(value as T | undefined);
        },
      };
    });
  }

  askConflict(conflict: Conflict): Promise<ConflictAnswer | undefined> {
    return this.#inTurn((answer) => {
      this.conflict = {
        ...conflict,
        answer: (value) => {
          this.conflict = undefined;
          answer(value);
        },
      };
    });
  }

  /** Tells that something went wrong. */
  fail(title: string, message: string, problems: readonly Problem[] = []): void {
    void this.ask({ title, message, problems, choices: [{ value: 'close', label: 'Close', look: 'primary' }] });
  }

  #inTurn<A>(show: (answer: (value: A) => void) => void): Promise<A> {
    const asked = this.#answered.then(() => new Promise<A>(show));
    this.#answered = asked;
    return asked;
  }

  /** A short note at the foot of the window that goes by itself; also read out. */
  say(text: string): void {
    this.note = text;
    this.announcement = text;
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => (this.note = ''), 5000);
  }

  announce(text: string): void {
    this.announcement = text;
  }
}

import type { Problem } from '../../planner/design/problem.ts';
import type { Finding } from '../../planner/rules/rule.ts';

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
}

interface AskedQuestion extends Question {
  readonly answer: (value: string | undefined) => void;
}

/** Something that went wrong, with the places in the file where it did. */
export interface Failure {
  readonly title: string;
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** What lies over the window: one dialog at a time, short notes, and what a screen reader is told. */
export class Dialogs {
  question = $state.raw<AskedQuestion>();
  failure = $state.raw<Failure>();
  waiving = $state.raw<Finding>();
  paletteOpen = $state(false);
  shortcutsOpen = $state(false);
  note = $state('');
  announcement = $state('');
  #noteTimer: ReturnType<typeof setTimeout> | undefined;

  /** True while a modal dialog is open, so that shortcuts keep out. */
  get open(): boolean {
    return Boolean(this.question ?? this.failure ?? this.waiving) || this.paletteOpen || this.shortcutsOpen;
  }

  ask<T extends string>(question: Question<T>): Promise<T | undefined> {
    return new Promise((resolve) => {
      this.question = {
        ...question,
        answer: (value) => {
          this.question = undefined;
          resolve(value as T | undefined);
        },
      };
    });
  }

  fail(title: string, message: string, problems: readonly Problem[] = []): void {
    this.failure = { title, message, problems };
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

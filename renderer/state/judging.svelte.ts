import type { Design } from '../../planner/design/types.ts';
import type { Judgement } from '../engine/judgement.ts';
import { Latest } from '../engine/latest.ts';

/** Judges a design; dates are judged against the given day. */
export type Judge = (design: Design, today: string) => Promise<Judgement>;

/** A judgement together with what was judged. */
export interface JudgedDesign extends Judgement {
  readonly design: Design;
}

/**
 * Keeps the judgement of a design that is being edited. It comes after the edit is shown; until then what is known is of an
 * earlier design, and says so.
 */
export class Judging {
  #known = $state.raw<JudgedDesign>();
  #wanted = $state.raw<Design>();
  readonly #jobs: Latest<Design>;
  #waiting: ((judged: JudgedDesign) => void)[] = [];

  constructor(judge: Judge, today: string) {
    this.#jobs = new Latest(async (design: Design) => this.#take({ design, ...(await judge(design, today)) }));
  }

  /** The last judgement; undefined before the first. */
  get known(): JudgedDesign | undefined {
    return this.#known;
  }
  /** Whether the last judgement is about the design as it is now. */
  get isCurrent(): boolean {
    return this.#known?.design === this.#wanted;
  }

  /** The design is this one now. */
  follow(design: Design): void {
    this.#wanted = design;
    this.#jobs.ask(design);
  }

  /** The judgement of the design as it is now, as soon as it is known. */
  current(): Promise<JudgedDesign> {
    if (this.#known && this.isCurrent) return Promise.resolve(this.#known);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #take(judged: JudgedDesign): void {
    this.#known = judged;
    if (!this.isCurrent) return;
    for (const resolve of this.#waiting) resolve(judged);
    this.#waiting = [];
  }
}

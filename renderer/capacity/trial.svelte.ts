import type { Design } from '../../planner/design/types.ts';
import { askEngine } from '../engine/ask.ts';
import { Latest } from '../engine/latest.ts';
import type { Trial } from '../engine/question.ts';
import type { Capacity } from './capacity.ts';

interface Asked {
  readonly design: Design;
  readonly trial: Trial;
}

/** The capacity of a design when something is tried on it: the newest that the engine has come to. */
export class TrialQuery {
  result = $state.raw<Capacity>();
  /** The question that the result answers. */
  answered = $state.raw<Asked>();
  readonly #latest = new Latest<Asked>(async (asked) => {
    this.result = await askEngine(asked.design, 'capacity', asked.trial);
    this.answered = asked;
  });

  ask(design: Design, trial: Trial): void {
    this.#latest.ask({ design, trial });
  }
}

import type { Design } from '../../../planner/design/types.ts';
import { askEngine } from '../../engine/ask.ts';
import { Latest } from '../../engine/latest.ts';
import type { TimelineAnswer, TimelineAsk } from './run.ts';

interface Asked {
  readonly design: Design;
  readonly ask: TimelineAsk;
}

/** What comes of a timeline: the newest that the engine has come to. */
export class TimelineQuery {
  answer = $state.raw<TimelineAnswer>();
  /** The question that it answers. */
  answered = $state.raw<Asked>();
  readonly #latest = new Latest<Asked>(async (asked) => {
    this.answer = await askEngine(asked.design, 'timeline', asked.ask);
    this.answered = asked;
  });

  ask(design: Design, ask: TimelineAsk): void {
    this.#latest.ask({ design, ask });
  }
}

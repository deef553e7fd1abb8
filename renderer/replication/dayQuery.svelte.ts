import type { Design } from '../../planner/design/types.ts';
import { askEngine } from '../engine/ask.ts';
import { Latest } from '../engine/latest.ts';
import type { DayAsk, ReplicationDay } from './day.ts';

interface Asked {
  readonly design: Design;
  readonly ask: DayAsk;
}

/** The day of a design when something is tried on it: the newest that the engine has come to. */
export class DayQuery {
  result = $state.raw<ReplicationDay>();
  /** The question that the result answers. */
  answered = $state.raw<Asked>();
  readonly #latest = new Latest<Asked>(async (asked) => {
    this.result = await askEngine(asked.design, 'replication', asked.ask);
    this.answered = asked;
  });

  ask(design: Design, ask: DayAsk): void {
    this.#latest.ask({ design, ask });
  }
}

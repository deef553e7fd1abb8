import type { Design } from '../../../planner/design/types.ts';
import type { WhatIf } from '../../../planner/sizing/whatIf.ts';
import { askEngine } from '../../engine/ask.ts';
import { Latest } from '../../engine/latest.ts';
import type { Totals } from './totals.ts';

interface Asked {
  readonly design: Design;
  readonly whatIf: WhatIf;
}

/** The totals of a design, with something tried on it or as it is: the newest that the engine has come to. */
export class TotalsQuery {
  totals = $state.raw<Totals>();
  /** The question that the totals answer. */
  answered = $state.raw<Asked>();
  readonly #latest = new Latest<Asked>(async (asked) => {
    this.totals = await askEngine(asked.design, 'totals', asked.whatIf);
    this.answered = asked;
  });

  ask(design: Design, whatIf: WhatIf): void {
    this.#latest.ask({ design, whatIf });
  }
}

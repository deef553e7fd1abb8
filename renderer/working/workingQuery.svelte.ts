import type { Design } from '../../planner/design/types.ts';
import type { Figure } from '../../planner/sizing/index.ts';
import { askEngine } from '../engine/ask.ts';
import { Latest } from '../engine/latest.ts';
import type { FigureName } from '../engine/figureName.ts';

interface Asked {
  readonly design: Design;
  readonly figure: FigureName;
}

/** The working of one figure, which takes the engine a moment. */
export class WorkingQuery {
  /** The figure itself first; empty where the design has none; undefined until the engine has answered. */
  figures = $state.raw<readonly Figure[]>();
  /** The question that `figures` answers. */
  answered = $state.raw<Asked>();
  readonly #latest = new Latest<Asked>(async (asked) => {
    this.figures = await askEngine(asked.design, 'working', { ...asked.figure });
    this.answered = asked;
  });

  ask(design: Design, figure: FigureName): void {
    this.#latest.ask({ design, figure });
  }
}

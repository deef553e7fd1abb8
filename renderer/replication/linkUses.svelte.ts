import type { Design } from '../../planner/design/types.ts';
import type { LinkUse } from '../../planner/diagram/index.ts';
import { askEngine } from '../engine/ask.ts';
import { Latest } from '../engine/latest.ts';
import { debounce } from '../state/debounce.ts';

/** An edit is seldom alone, and its verdict comes first. */
const quietMilliseconds = 200;

/** How the links of a design fare, for the drawing. Asked when edits pause, and the same list as long as nothing changes of it. */
export class LinkUses {
  known = $state.raw<readonly LinkUse[]>([]);
  #design: Design | undefined;
  readonly #latest = new Latest<Design>(async (design) => {
    const uses = await askEngine(design, 'linkUses', null);
    if (JSON.stringify(uses) !== JSON.stringify(this.known)) this.known = uses;
  });
  readonly #pause = debounce(
    () => {
      if (this.#design) this.#latest.ask(this.#design);
    },
    quietMilliseconds,
    10 * quietMilliseconds,
  );

  /** The design is this one now. */
  follow(design: Design): void {
    this.#design = design;
    this.#pause.call();
  }
  stop(): void {
    this.#pause.cancel();
  }
}

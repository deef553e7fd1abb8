import type { Edit } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';
import { breachesBy, type Breach } from '../engine/breaches.ts';
import { theEngine } from '../engine/engine.ts';
import { Latest } from '../engine/latest.ts';

interface Asked {
  readonly design: Design;
  readonly edits: readonly Edit[];
  readonly today: string;
}

/** The rules that a change would break: asked of the engine while something is carried over its target. */
export class BreachQuery {
  #answered = $state.raw<{ readonly edits: readonly Edit[]; readonly breaches: readonly Breach[] }>();
  readonly #latest = new Latest<Asked>(async ({ design, edits, today }) => {
    const breaches = await theEngine()
      .ask(design, 'breaches', { edits, today })
      .catch(() => breachesBy(design, edits, today));
    this.#answered = { edits, breaches };
  });

  ask(asked: Asked): void {
    this.#latest.ask(asked);
  }

  /** What is known of a change; undefined until the answer is there. */
  of(edits: readonly Edit[]): readonly Breach[] | undefined {
    return this.#answered?.edits === edits ? this.#answered.breaches : undefined;
  }
}

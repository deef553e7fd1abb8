import type { Design } from '../../planner/design/types.ts';
import type { FailoverEvent, FailoverOptions } from '../../planner/simulate/failover/index.ts';
import { simulateFailover, type FailoverOutcome } from '../../planner/simulate/survivors/index.ts';

const known = new WeakMap<Design, Map<string, FailoverOutcome>>();
/** Outcomes that are kept of one design: more than anyone steps through. */
const most = 200;

/** What comes of events, played once per design; a table of them and the drawing ask for the same. */
export function outcomeOf(
  design: Design,
  events: readonly FailoverEvent[],
  options: FailoverOptions = {},
): FailoverOutcome {
  let outcomes = known.get(design);
  if (!outcomes) known.set(design, (outcomes = new Map<string, FailoverOutcome>()));
  const key = JSON.stringify([events, options]);
  let outcome = outcomes.get(key);
  if (!outcome) {
    if (outcomes.size >= most) outcomes.clear();
    outcomes.set(key, (outcome = simulateFailover(design, events, options)));
  }
  return outcome;
}

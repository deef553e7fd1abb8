import type { Design } from '../../planner/design/types.ts';
import { FailoverRun, type FailoverEvent, type FailoverOptions } from '../../planner/simulate/failover/index.ts';
import { failoverOutcome, type FailoverOutcome } from '../../planner/simulate/survivors/index.ts';

/** A run by some options, and the keys of the events that it has played. */
interface Played {
  readonly run: FailoverRun;
  readonly options: string;
  readonly keys: string[];
}

const known = new WeakMap<Design, Map<string, FailoverOutcome>>();
/** The run that was played last on each design. */
const runs = new WeakMap<Design, Played>();
/** Outcomes that are kept of one design: more than anyone steps through. */
const most = 200;

/**
 * What comes of events, played once per design; a table of them and the drawing ask for the same. Events that follow on
 * those that were played last, as a click's do, are played on from there.
 */
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
    outcomes.set(key, (outcome = failoverOutcome(design, playOn(design, events, options).state)));
  }
  return outcome;
}

function playOn(design: Design, events: readonly FailoverEvent[], options: FailoverOptions): FailoverRun {
  const keys = events.map((event) => JSON.stringify(event));
  const by = JSON.stringify(options);
  let played = runs.get(design);
  if (played?.options !== by || !played.keys.every((key, e) => key === keys[e])) {
    played = { run: new FailoverRun(design, options), options: by, keys: [] };
  }
  // A run that an event broke off is not played on.
  runs.delete(design);
  for (const event of events.slice(played.keys.length)) {
    played.run.play(event);
    played.keys.push(JSON.stringify(event));
  }
  runs.set(design, played);
  return played.run;
}

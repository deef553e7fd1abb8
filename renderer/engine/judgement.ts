import type { Design } from '../../planner/design/types.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import type { Verdict } from '../../planner/rules/rule.ts';
import { serverLoads, type ServerLoad } from '../../planner/sizing/index.ts';

/** What follows from a design: the verdict on it and the load of each of its servers. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly loads: readonly ServerLoad[];
}

/** Judges a design; dates are judged against the given day. */
export function judgementOf(design: Design, today: string): Judgement {
  return { verdict: validateDesign(design, { today }), loads: serverLoads(design) };
}

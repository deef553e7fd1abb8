import type { Problem } from '../../design/problem.ts';
import type { Requirements } from '../../design/types.ts';
import type { Figure } from '../figure.ts';
import { Overflow } from '../formula.ts';
import { contradictions } from './contradictions.ts';
import { planFigures } from './figures.ts';
import { Plan, type Choice } from './plan.ts';

export type { Choice } from './plan.ts';

export type PlanSizing =
  | { readonly ok: true; readonly figures: readonly Figure[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Sizes requirements by closed formulas: every figure that their inputs allow, or everything in which they contradict themselves.
 * @param choice what a planner has chosen where they leave it open; a figure that needs what nobody has chosen is left out
 */
export function sizePlan(requirements: Requirements, choice: Choice): PlanSizing {
  const plan = new Plan(requirements, choice);
  try {
    const problems = contradictions(plan);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, figures: planFigures(plan) };
  } catch (error) {
    if (error instanceof Overflow) return { ok: false, problems: [tooLarge(error)] };
    throw error;
  }
}

function tooLarge({ id }: Overflow): Problem {
  return {
    path: '',
    message: `The amounts are too large to calculate ${id} with.`,
    expected: 'smaller amounts',
    found: 'no finite number',
  };
}

import type { Design } from '../design/types.ts';
import { checkRule } from './engine/checkRule.ts';
import { defaultRuleset, findRuleset } from './ruleset.ts';
import { callsOf } from './validate.ts';

/**
 * The rules of a design's own ruleset that it meets and that another design, made from it, does not, in the ruleset's order. Advice
 * and waivers do not count, so that no date is needed.
 */
export function brokenRules(before: Design, after: Design): string[] {
  return callsOf(findRuleset(before.ruleset ?? defaultRuleset))
    .filter((call) => checkRule(after, call).state === 'violated' && checkRule(before, call).state !== 'violated')
    .map(({ rule }) => rule.id);
}

import type { Design } from '../design/types.ts';
import { checkRule } from './engine/checkRule.ts';
import type { Finding } from './rule.ts';
import { defaultRuleset, findRuleset, type RuleEntry } from './ruleset.ts';
import { callsOf } from './validate.ts';

/**
 * What makes a design unsupported by its own ruleset: the first finding that is an error, in the ruleset's order. Waivers do not
 * count, so that no date is needed.
 * @param passOver rules that are not asked
 */
export function firstError(design: Design, passOver: ReadonlySet<string> = new Set()): Finding | undefined {
  for (const call of callsOf(findRuleset(design.ruleset ?? defaultRuleset))) {
    if (passOver.has(call.rule.id) || !mayBeError(call.entry)) continue;
    const found = checkRule(design, call).findings.find(({ severity }) => severity === 'error');
    if (found) return found;
  }
  return undefined;
}

function mayBeError({ severity }: RuleEntry): boolean {
  return typeof severity === 'string' ? severity === 'error' : Object.values(severity).includes('error');
}

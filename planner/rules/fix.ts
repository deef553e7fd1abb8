import { applyCommand, type Command } from '../design/edit.ts';
import type { Design } from '../design/types.ts';
import { checkRule, type RuleCall } from './engine/checkRule.ts';
import { waiverOf } from './engine/waivers.ts';
import type { Finding } from './rule.ts';
import { rules } from './rules.ts';
import { defaultRuleset, findRuleset } from './ruleset.ts';
import { callsOf, validateDesign, type ValidateOptions } from './validate.ts';

export interface Fixed {
  readonly design: Design;
  /** The mends in the order in which they were applied. */
  readonly commands: readonly Command[];
  /** The findings that are left, waived ones aside. */
  readonly remaining: readonly Finding[];
}

/** Enough to set a few harmful mends of a thousand apart; where most do harm, more would only take time. */
const judgementsPerRule = 32;

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/**
 * The mechanical mend of one finding, or undefined where there is none.
 * @throws RangeError when there is no ruleset of the given name
 */
export function fixFinding(
  design: Design,
  finding: Finding,
  options: Pick<ValidateOptions, 'ruleset'> = {},
): Command | undefined {
  const { rules: entries } = findRuleset(options.ruleset ?? design.ruleset ?? defaultRuleset);
  const entry = Object.hasOwn(entries, finding.rule) ? entries[finding.rule] : undefined;
  return entry && byId.get(finding.rule)?.fix?.(design, finding, entry.parameters ?? {});
}

/**
 * Applies the mechanical mends of all findings that are not waived, rule by rule, again and again until nothing changes. Each finding is
 * mended once: one that comes back after its mend remains. So does one whose mend makes the design worse elsewhere: that brings an error,
 * or a finding of a rule that had none.
 * @throws RangeError when there is no ruleset of the given name
 */
export function fixDesign(design: Design, options: ValidateOptions): Fixed {
  const ruleset = findRuleset(options.ruleset ?? design.ruleset ?? defaultRuleset);
  const calls = callsOf(ruleset).filter(({ rule }) => 'fix' in rule);
  const mended = new Set<string>();
  let state: Fixed = { design, commands: [], remaining: openFindings(design, options) };
  let before: Fixed;
  do {
    before = state;
    for (const call of calls) {
      const { design: current } = state;
      const findings = checkRule(current, call).findings.filter(
        (finding) => finding.fixable && !mended.has(keyOf(finding)) && !waiverOf(current, finding, options.today),
      );
      state = mendAll(state, findings, { call, options, mended, judgements: judgementsPerRule });
    }
  } while (state !== before);
  return state;
}

interface Round {
  readonly call: RuleCall;
  readonly options: ValidateOptions;
  /** The findings that are mended, by key. */
  readonly mended: Set<string>;
  /** How often the design may still be judged for this rule. */
  judgements: number;
}

/**
 * Mends findings of one rule: all at once where that does no harm, else each half by itself, so that only what does harm is left, and
 * what comes after it once the judgements are used up.
 */
function mendAll(state: Fixed, findings: readonly Finding[], round: Round): Fixed {
  const { call, options, mended } = round;
  if (round.judgements === 0) return state;
  const commands: Command[] = [];
  let { design } = state;
  for (const finding of findings) {
    const command = call.rule.fix?.(design, finding, call.entry.parameters ?? {});
    if (!command) continue;
    design = applyCommand(design, command).design;
    commands.push(command);
  }
  if (commands.length === 0) return state;
  round.judgements -= 1;
  const remaining = openFindings(design, options);
  if (!isWorse(state.remaining, remaining)) {
    for (const finding of findings) mended.add(keyOf(finding));
    return { design, commands: [...state.commands, ...commands], remaining };
  }
  if (findings.length === 1) return state;
  const half = Math.ceil(findings.length / 2);
  return mendAll(mendAll(state, findings.slice(0, half), round), findings.slice(half), round);
}

/** Whether there is an error more, or a finding of a rule that had none. What the planner says of itself, as of waivers, is left out. */
function isWorse(before: readonly Finding[], after: readonly Finding[]): boolean {
  const rulesBefore = new Set(before.map(({ rule }) => rule));
  const keysBefore = new Set(before.map(keyOf));
  return after.some(
    (finding) =>
      byId.has(finding.rule) &&
      (!rulesBefore.has(finding.rule) || (finding.severity === 'error' && !keysBefore.has(keyOf(finding)))),
  );
}

function openFindings(design: Design, options: ValidateOptions): Finding[] {
  return validateDesign(design, options).findings.filter((finding) => !finding.waiver);
}

function keyOf(finding: Finding): string {
  return [finding.rule, finding.messageId, finding.path].join(' ');
}

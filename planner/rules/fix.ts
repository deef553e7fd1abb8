import { applyCommand, type Command } from '../design/edit.ts';
import type { Design } from '../design/types.ts';
import { checkRule } from './engine/checkRule.ts';
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
 * Applies the mechanical mends of all findings that are not waived, rule by rule, again and again until nothing changes. Each finding
 * is mended once: one that comes back after its mend remains.
 * @throws RangeError when there is no ruleset of the given name
 */
export function fixDesign(design: Design, options: ValidateOptions): Fixed {
  const ruleset = findRuleset(options.ruleset ?? design.ruleset ?? defaultRuleset);
  const calls = callsOf(ruleset).filter(({ rule }) => 'fix' in rule);
  const commands: Command[] = [];
  const mended = new Set<string>();
  let state = design;
  let before: Design;
  do {
    before = state;
    for (const { rule, entry } of calls) {
      for (const finding of checkRule(state, { rule, entry }).findings) {
        if (!finding.fixable || mended.has(keyOf(finding)) || waiverOf(state, finding, options.today)) continue;
        mended.add(keyOf(finding));
        const command = rule.fix?.(state, finding, entry.parameters ?? {});
        if (!command) continue;
        state = applyCommand(state, command).design;
        commands.push(command);
      }
    }
  } while (state !== before);
  const { findings } = validateDesign(state, options);
  return { design: state, commands, remaining: findings.filter((finding) => !finding.waiver) };
}

function keyOf(finding: Finding): string {
  return [finding.rule, finding.messageId, finding.path].join(' ');
}

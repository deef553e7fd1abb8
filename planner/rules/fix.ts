import { applyCommand, type Command } from '../design/edit.ts';
import type { Design } from '../design/types.ts';
import type { Finding } from './rule.ts';
import { rules } from './rules.ts';
import { defaultRuleset, findRuleset } from './ruleset.ts';
import { validateDesign, type ValidateOptions } from './validate.ts';

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
 * Applies the mechanical mends of all findings that are not waived, again and again until nothing changes. Each finding is mended
 * once: one that comes back after its mend remains.
 */
export function fixDesign(design: Design, options: ValidateOptions): Fixed {
  const commands: Command[] = [];
  const mended = new Set<string>();
  for (;;) {
    const open = validateDesign(design, options).findings.filter((finding) => !finding.waiver);
    const fresh = open.filter((finding) => finding.fixable && !mended.has(keyOf(finding)));
    if (fresh.length === 0) return { design, commands, remaining: open };
    for (const finding of fresh) {
      mended.add(keyOf(finding));
      const command = fixFinding(design, finding, options);
      if (!command) continue;
      design = applyCommand(design, command).design;
      commands.push(command);
    }
  }
}

function keyOf(finding: Finding): string {
  return [finding.rule, finding.messageId, finding.path].join(' ');
}

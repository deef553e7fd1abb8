import type { Design } from '../design/types.ts';
import { checkRule, type RuleCall } from './engine/checkRule.ts';
import { applyWaivers } from './engine/waivers.ts';
import type { Finding, Severity, Verdict } from './rule.ts';
import { rules } from './rules.ts';
import { defaultRuleset, findRuleset, type Ruleset } from './ruleset.ts';

export interface ValidateOptions {
  /** The ruleset's name; not given: the design's own, else the default. */
  readonly ruleset?: string | undefined;
  /** ISO date, against which waivers expire. */
  readonly today: string;
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Judges a design by a ruleset.
 * @throws RangeError when there is no ruleset of the given name
 */
export function validateDesign(design: Design, options: ValidateOptions): Verdict {
  const ruleset = findRuleset(options.ruleset ?? design.ruleset ?? defaultRuleset);
  return judge(design, ruleset.name, callsOf(ruleset), options.today);
}

/** The rules that a ruleset names, in its order. */
export function callsOf(ruleset: Ruleset): RuleCall[] {
  return Object.entries(ruleset.rules).flatMap(([id, entry]) => {
    const rule = byId.get(id);
    return rule ? [{ rule, entry }] : [];
  });
}

/** Judges a design by the given rules. */
export function judge(design: Design, ruleset: string, calls: readonly RuleCall[], today: string): Verdict {
  const outcomes = calls.map((call) => checkRule(design, call));
  const known = new Set([...byId.keys(), ...calls.map(({ rule }) => rule.id)]);
  const findings = applyWaivers(
    design,
    outcomes.flatMap((outcome) => outcome.findings),
    known,
    today,
  );
  const silent = outcomes.filter((outcome) => outcome.state === 'notStated');
  return {
    ruleset,
    counts: countFindings(findings),
    rules: {
      checked: outcomes.length - silent.length,
      met: outcomes.filter((outcome) => outcome.state === 'met').length,
      notStated: silent.length,
    },
    findings: severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity)),
    notStated: silent.map(({ rule, notStated }) => ({ rule, paths: notStated })),
  };
}

function countFindings(findings: readonly Finding[]): Verdict['counts'] {
  const open = findings.filter((finding) => !finding.waiver);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    waived: findings.length - open.length,
  };
}

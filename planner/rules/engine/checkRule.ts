import type { Pointer } from '../../design/pointer.ts';
import { subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import type { Finding, Rule, RuleReport } from '../rule.ts';
import { severityOf, type RuleEntry } from '../ruleset.ts';
import { fillMessage } from './message.ts';
import { noticeFinding } from './notice.ts';
import { ruleError } from './noticeList.ts';
import { runRule } from './runRule.ts';

/** A rule as a ruleset asks for it. */
export interface RuleCall {
  readonly rule: Rule;
  readonly entry: RuleEntry;
}

/** What became of one rule: its findings, and the fields it lacked. */
export interface Outcome {
  readonly rule: string;
  readonly state: 'met' | 'violated' | 'notStated';
  readonly findings: readonly Finding[];
  readonly notStated: readonly Pointer[];
}

/** Checks one rule. A rule that throws gives one finding that says so, and counts as one that stayed silent. */
export function checkRule(design: Design, call: RuleCall): Outcome {
  const { rule, entry } = call;
  const reports: RuleReport[] = [];
  const missing = new Set<Pointer>();
  try {
    runRule(rule, design, entry.parameters, {
      report: (report) => reports.push(report),
      notStated: (path) => missing.add(path),
    });
    const findings = reports.map((report) => findingOf(design, call, report));
    const notStated = [...missing];
    return { rule: rule.id, state: stateOf(findings, notStated), findings, notStated };
  } catch (error) {
    return { rule: rule.id, state: 'notStated', findings: [ruleErrorOf(rule, error)], notStated: [] };
  }
}

/** Advice leaves a rule met: the design does what the Preferred Architecture asks. */
function stateOf(findings: readonly Finding[], notStated: readonly Pointer[]): Outcome['state'] {
  if (findings.some(({ severity }) => severity !== 'info')) return 'violated';
  return notStated.length > 0 && findings.length === 0 ? 'notStated' : 'met';
}

function findingOf(design: Design, { rule, entry }: RuleCall, report: RuleReport): Finding {
  const { messageId, subject, path, data = {} } = report;
  const parameters = entry.parameters ?? {};
  const text = rule.messages[messageId];
  if (text === undefined) throw new RangeError(`There is no message ${messageId}.`);
  return {
    rule: rule.id,
    severity: severityOf(entry, messageId),
    subject,
    path,
    messageId,
    data,
    message: fillMessage(text, data, parameters),
    why: rule.why,
    source: rule.source,
    fixable: rule.fix?.(design, { subject, path, messageId, data }, parameters) !== undefined,
  };
}

function ruleErrorOf(rule: Rule, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return noticeFinding(ruleError, subject.design, '', { failed: rule.id, reason });
}

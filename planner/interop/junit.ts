import type { Finding, Rule, Verdict } from '../rules/rule.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { attribute, escapeXml } from './xml.ts';

export interface JUnitOptions {
  readonly rules: readonly Rule[];
  readonly ruleset: Ruleset;
  /** What is tested: the design's name. */
  readonly suite: string;
}

/**
 * A verdict as JUnit XML, which build servers show as tests: one test a rule. A rule that is violated fails, waived findings aside;
 * one that lacks a field is skipped.
 */
export function toJUnit(verdict: Verdict, { rules, ruleset, suite }: JUnitOptions): string {
  const ids = [...new Set([...Object.keys(ruleset.rules), ...verdict.findings.map(({ rule }) => rule)])];
  const silent = new Map(verdict.notStated.map(({ rule, paths }) => [rule, paths]));
  const cases = ids.map((id) => {
    const rule = rules.find((each) => each.id === id);
    const findings = verdict.findings.filter((finding) => finding.rule === id && !finding.waiver);
    return { id, rule, findings, lacking: findings.length === 0 ? silent.get(id) : undefined };
  });
  const counts = [
    attribute('tests', cases.length),
    attribute('failures', cases.filter(({ findings }) => findings.length > 0).length),
    attribute('errors', 0),
    attribute('skipped', cases.filter(({ lacking }) => lacking).length),
  ].join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attribute('name', 'Dagwright')}${counts}>`,
    `  <testsuite${attribute('name', `${suite} (${verdict.ruleset})`)}${counts}>`,
    ...cases.flatMap(({ id, rule, findings, lacking }) => {
      const open = `    <testcase${attribute('name', rule ? `${id}: ${rule.title}` : id)}${attribute('classname', rule?.area ?? 'waivers')}`;
      if (findings.length > 0) return [`${open}>`, failure(findings), '    </testcase>'];
      if (lacking)
        return [
          `${open}>`,
          `      <skipped${attribute('message', `Not stated: ${lacking.join(', ')}`)}/>`,
          '    </testcase>',
        ];
      return [`${open}/>`];
    }),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function failure(findings: readonly Finding[]): string {
  const [first] = findings;
  const message = findings.length === 1 ? (first?.message ?? '') : `${findings.length} findings`;
  const lines = findings.map(({ severity, subject, path, message: text }) => `${severity} ${subject} ${path}: ${text}`);
  const body = escapeXml([...lines, '', first?.why ?? ''].join('\n'));
  return `      <failure${attribute('type', first?.severity ?? '')}${attribute('message', message)}>${body}</failure>`;
}

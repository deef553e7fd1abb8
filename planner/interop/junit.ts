import type { Finding, Rule, Verdict } from '../rules/rule.ts';
import type { Ruleset } from '../rules/ruleset.ts';
import { attribute, escapeXml } from './xml.ts';

export interface JUnitOptions {
  readonly rules: readonly Rule[];
  readonly ruleset: Ruleset;
  /** What is tested: the design's name. */
  readonly suite: string;
  /** Whether a finding fails its test; the others stand in the test's output. */
  readonly fails: (finding: Finding) => boolean;
}

/**
 * A verdict as JUnit XML, which build servers show as tests: one test a rule. A rule fails with its findings that fail, so
 * that the build server and the exit status agree; other findings, waived ones too, are output of the test; a rule that
 * lacks a field is skipped.
 */
export function toJUnit(verdict: Verdict, { rules, ruleset, suite, fails }: JUnitOptions): string {
  const ids = [...new Set([...Object.keys(ruleset.rules), ...verdict.findings.map(({ rule }) => rule)])];
  const silent = new Map(verdict.notStated.map(({ rule, paths }) => [rule, paths]));
  const cases = ids.map((id) => {
    const rule = rules.find((each) => each.id === id);
    const findings = verdict.findings.filter((finding) => finding.rule === id);
    return {
      id,
      rule,
      failing: findings.filter(fails),
      told: findings.filter((finding) => !fails(finding)),
      lacking: findings.length === 0 ? silent.get(id) : undefined,
    };
  });
  const counts = [
    attribute('tests', cases.length),
    attribute('failures', cases.filter(({ failing }) => failing.length > 0).length),
    attribute('errors', 0),
    attribute('skipped', cases.filter(({ lacking }) => lacking).length),
  ].join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attribute('name', 'Dagwright')}${counts}>`,
    `  <testsuite${attribute('name', `${suite} (${verdict.ruleset})`)}${counts}>`,
    ...cases.flatMap(({ id, rule, failing, told, lacking }) => {
      const open = `    <testcase${attribute('name', rule ? `${id}: ${rule.title}` : id)}${attribute('classname', rule?.area ?? 'waivers')}`;
      const inside = [
        ...(failing.length > 0 ? [failure(failing)] : []),
        ...(lacking ? [`      <skipped${attribute('message', `Not stated: ${lacking.join(', ')}`)}/>`] : []),
        ...(told.length > 0 ? [`      <system-out>${escapeXml(told.map(line).join('\n'))}</system-out>`] : []),
      ];
      return inside.length > 0 ? [`${open}>`, ...inside, '    </testcase>'] : [`${open}/>`];
    }),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function failure(findings: readonly Finding[]): string {
  const [first] = findings;
  const message = findings.length === 1 ? (first?.message ?? '') : `${findings.length} findings`;
  const body = escapeXml([...findings.map(line), '', first?.why ?? ''].join('\n'));
  return `      <failure${attribute('type', first?.severity ?? '')}${attribute('message', message)}>${body}</failure>`;
}

function line({ severity, subject, path, message, waiver }: Finding): string {
  return `${waiver ? 'waived ' : ''}${severity} ${subject} ${path}: ${message}`;
}

import { counted, formatCount } from '../../planner/design/format.ts';
import type { Position } from '../../planner/interop/positions.ts';
import type { Finding, Verdict } from '../../planner/rules/rule.ts';

/**
 * A verdict as a compiler would print it: place, severity, rule and subject of each finding, then what is wrong; why and the source
 * with a rule's first finding; the summary last.
 */
export function verdictText(verdict: Verdict, file: string, positionOf: (path: string) => Position): string {
  const explained = new Set<string>();
  const blocks = verdict.findings.map((finding) => {
    const isFirst = !explained.has(finding.rule);
    explained.add(finding.rule);
    return findingText(finding, file, positionOf, isFirst);
  });
  return [...blocks, ...notStatedText(verdict), summary(verdict)].join('\n');
}

/** One finding in the same form, explained. */
export function findingText(
  finding: Finding,
  file: string,
  positionOf: (path: string) => Position,
  explain = true,
): string {
  const { line, column } = positionOf(finding.path);
  const marks = [
    finding.fixable ? ' [fixable]' : '',
    finding.waiver ? ` [waived${reasonOf(finding.waiver)}]` : '',
  ].join('');
  return [
    `${file}:${line}:${column} ${finding.severity} ${finding.rule} ${finding.subject}${marks}`,
    `    ${finding.message}`,
    ...(explain ? [`    ${finding.why}`, `    Source: ${sourceText(finding)}`] : []),
  ].join('\n');
}

function reasonOf({ reason, by }: NonNullable<Finding['waiver']>): string {
  const words = [reason, by && `(${by})`].filter(Boolean).join(' ');
  return words === '' ? '' : `: ${words}`;
}

function sourceText({ source }: Finding): string {
  return [source.title, source.url].filter(Boolean).join(', ');
}

function notStatedText({ notStated }: Verdict): string[] {
  if (notStated.length === 0) return [];
  const lines = notStated.map(({ rule, paths }) => {
    const [first = ''] = paths;
    const more = paths.length > 1 ? ` and ${formatCount(paths.length - 1)} more` : '';
    return `    ${rule}: ${first}${more}`;
  });
  return ['Rules that lack a field, and what they lack:', ...lines];
}

function summary({ counts, rules, ruleset }: Verdict): string {
  const found = [
    counts.error > 0 && counted(counts.error, 'error'),
    counts.warning > 0 && counted(counts.warning, 'warning'),
    counts.info > 0 && `${formatCount(counts.info)} info`,
  ].filter(Boolean);
  return [
    `${ruleset}: ${formatCount(rules.met)} of ${counted(rules.checked, 'rule')} met, ${found.join(', ') || 'no findings'}`,
    `${formatCount(rules.notStated)} not stated`,
    ...(counts.waived > 0 ? [`${formatCount(counts.waived)} waived`] : []),
  ].join('; ');
}

import { parseSubject, subject, type Subject } from '../design/subject.ts';
import type { Finding, Severity } from '../rules/rule.ts';

/** The severities that the drawing marks; advice is for the findings list only. */
export type Badge = Exclude<Severity, 'info'>;

/**
 * The worst unwaived finding of each subject. A server also answers for its volumes and copies, so that a finding is
 * seen at every zoom.
 */
export function badgesOf(findings: readonly Finding[]): ReadonlyMap<Subject, Badge> {
  const badges = new Map<Subject, Badge>();
  for (const { severity, subject: about, waiver } of findings) {
    if (waiver || severity === 'info') continue;
    for (const place of placesOf(about)) if (badges.get(place) !== 'error') badges.set(place, severity);
  }
  return badges;
}

function placesOf(about: Subject): Subject[] {
  const parsed = parseSubject(about);
  if (parsed?.kind === 'volume') return [about, subject.server(parsed.name)];
  if (parsed?.kind === 'copy' && parsed.second !== undefined) return [about, subject.server(parsed.second)];
  return [about];
}

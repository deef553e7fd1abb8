import { pointer } from '../../design/pointer.ts';
import { parseSubject, subject, type Subject } from '../../design/subject.ts';
import type { Design, Waiver } from '../../design/types.ts';
import type { Finding } from '../rule.ts';
import { noticeFinding } from './notice.ts';
import { waiverExpired, waiverUnknownRule, waiverUnused } from './noticeList.ts';

/**
 * Marks the findings that a waiver silences, and adds those about waivers themselves.
 * @param known the ids of all rules, of every ruleset
 * @param today ISO date; a waiver holds to the end of its last day
 */
export function applyWaivers(
  design: Design,
  findings: readonly Finding[],
  known: ReadonlySet<string>,
  today: string,
): Finding[] {
  const used = new Set<Waiver>();
  const judged = findings.map((finding) => {
    const waiver = waiverOf(design, finding, today);
    if (!waiver) return finding;
    used.add(waiver);
    const { reason, by, until } = waiver;
    return {
      ...finding,
      waiver: {
        ...(reason !== undefined && { reason }),
        ...(by !== undefined && { by }),
        ...(until !== undefined && { until }),
      },
    };
  });
  const aboutWaivers = (design.waivers ?? []).flatMap((waiver, i): Finding[] => {
    const path = pointer('waivers', i);
    const about = { waived: waiver.rule };
    if (!known.has(waiver.rule)) return [noticeFinding(waiverUnknownRule, subject.design, `${path}/rule`, about)];
    const target = subjectOf(waiver);
    if (isExpired(waiver, today)) {
      return [noticeFinding(waiverExpired, target, `${path}/until`, { ...about, until: waiver.until ?? '' })];
    }
    if (used.has(waiver)) return [];
    const reason =
      waiver.subject === undefined ? 'the rule has no finding' : `there is no such finding on ${waiver.subject}`;
    return [noticeFinding(waiverUnused, target, path, { ...about, reason })];
  });
  return [...judged, ...aboutWaivers];
}

/** The waiver that silences a finding, the first of several. */
export function waiverOf(design: Design, finding: Finding, today: string): Waiver | undefined {
  return design.waivers?.find((waiver) => !isExpired(waiver, today) && silences(waiver, finding));
}

function isExpired(waiver: Waiver, today: string): boolean {
  return waiver.until !== undefined && waiver.until < today;
}

function silences(waiver: Waiver, finding: Finding): boolean {
  return waiver.rule === finding.rule && (waiver.subject === undefined || sameSubject(waiver.subject, finding.subject));
}

function sameSubject(a: string, b: Subject): boolean {
  if (a === b) return true;
  const [one, other] = [parseSubject(a), parseSubject(b)];
  return !!one && !!other && one.kind === other.kind && one.name === other.name && one.second === other.second;
}

function subjectOf(waiver: Waiver): Subject {
  return waiver.subject !== undefined && parseSubject(waiver.subject) ? waiver.subject : subject.design;
}

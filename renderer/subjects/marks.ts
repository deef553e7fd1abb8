import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import { indexDesign } from '../../planner/design/index.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Finding, Severity } from '../../planner/rules/rule.ts';

/** What a subject's dot says: the worst of its open findings, and how many there are. */
export interface Mark {
  readonly severity: Severity;
  readonly count: number;
}

const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Open findings by subject; a disk's and a copy's also count for the server and the database that hold them. */
export function findingMarks(design: Design, findings: readonly Finding[]): ReadonlyMap<Subject, Mark> {
  const marks = new Map<Subject, Mark>();
  for (const { severity, subject: at, waiver } of findings) {
    if (waiver) continue;
    for (const holder of [at, ...holders(design, at)]) {
      const mark = marks.get(holder);
      const worst = mark && rank[mark.severity] > rank[severity] ? mark.severity : severity;
      marks.set(holder, { severity: worst, count: (mark?.count ?? 0) + 1 });
    }
  }
  return marks;
}

function holders(design: Design, at: Subject): readonly Subject[] {
  const parsed = parseSubject(at);
  switch (parsed?.kind) {
    case 'volume':
      return [subject.server(parsed.name)];
    case 'copy':
      return [subject.database(parsed.name)];
    case 'hardware':
      return [...indexDesign(design).servers.values()]
        .filter(({ value }) => value.hardware === parsed.name)
        .map(({ value }) => subject.server(value.name));
    default:
      return [];
  }
}

/** How severities are called on screen. */
export const severityWord: Readonly<Record<Severity, string>> = {
  error: 'Unsupported',
  warning: 'Deviation',
  info: 'Advice',
};

import { parseSubject, subject, type Subject } from '../design/subject.ts';
import type { Finding, Severity } from '../rules/rule.ts';

/** The severities that the drawing marks; advice is for the findings list only. */
export type Badge = Exclude<Severity, 'info'>;
export type Badges = ReadonlyMap<Subject, Badge>;

export interface AllBadges {
  /** The worst unwaived finding of each subject. */
  readonly bySubject: Badges;
  /** Of those, the ones within a server: its own, its volumes' and its copies', by the server's name. */
  readonly byServer: ReadonlyMap<string, Badges>;
}

/** What the findings mark. A server also answers for its volumes and copies, so that a finding is seen at every zoom. */
export function badgesOf(findings: readonly Finding[]): AllBadges {
  const bySubject = new Map<Subject, Badge>();
  const byServer = new Map<string, Map<Subject, Badge>>();
  for (const { severity, subject: about, waiver } of findings) {
    if (waiver || severity === 'info') continue;
    const server = serverOf(about);
    const places = server === undefined ? [about] : new Set([about, subject.server(server)]);
    for (const place of places) {
      mark(bySubject, place, severity);
      if (server !== undefined) mark(within(byServer, server), place, severity);
    }
  }
  return { bySubject, byServer };
}

function mark(badges: Map<Subject, Badge>, place: Subject, severity: Badge): void {
  if (badges.get(place) !== 'error') badges.set(place, severity);
}

function within(byServer: Map<string, Map<Subject, Badge>>, server: string): Map<Subject, Badge> {
  const badges = byServer.get(server) ?? new Map<Subject, Badge>();
  byServer.set(server, badges);
  return badges;
}

/** The server that a subject is drawn in. */
function serverOf(about: Subject): string | undefined {
  const parsed = parseSubject(about);
  if (parsed?.kind === 'copy') return parsed.second;
  return parsed?.kind === 'server' || parsed?.kind === 'volume' ? parsed.name : undefined;
}

import { counted } from '../numbers/format.ts';
import { parseSubject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';

/** What things of a kind are called, one and several. */
const kindNames: Readonly<Record<SubjectKind, readonly [string, string]>> = {
  design: ['design', 'designs'],
  datacenter: ['datacenter', 'datacenters'],
  pair: ['datacenter pair', 'datacenter pairs'],
  dag: ['DAG', 'DAGs'],
  server: ['server', 'servers'],
  hardware: ['server model', 'server models'],
  tier: ['mailbox tier', 'mailbox tiers'],
  database: ['database', 'databases'],
  copy: ['copy', 'copies'],
  volume: ['disk', 'disks'],
  link: ['link', 'links'],
  witness: ['witness', 'witnesses'],
  note: ['note', 'notes'],
};

/** "3 servers and 2 disks"; "" for none. */
export function countedSubjects(subjects: readonly Subject[]): string {
  const counts = new Map<SubjectKind, number>();
  for (const each of subjects) {
    const kind = parseSubject(each)?.kind ?? 'design';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const parts = [...counts].map(([kind, count]) => counted(count, ...kindNames[kind]));
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

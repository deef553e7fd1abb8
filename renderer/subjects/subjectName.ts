import { parseSubject, type Subject } from '../../planner/design/subject.ts';

const words = { pair: 'Pair', dag: '', datacenter: '', server: '', hardware: '', tier: 'Tier', database: '' } as const;

/** A subject as the table names it: "EX03", "D05 on EX03", "East – West link". */
export function subjectName(subject: Subject): string {
  const parsed = parseSubject(subject);
  if (!parsed) return subject;
  const { kind, name, second } = parsed;
  switch (kind) {
    case 'design':
      return 'Design';
    case 'copy':
      return `${name} on ${second}`;
    case 'volume':
      return `${second} of ${name}`;
    case 'link':
      return `${name} – ${second} link`;
    case 'witness':
      return `Witness of ${name}`;
    case 'note':
      return `Note ${name}`;
    default:
      return name.startsWith(words[kind]) ? name : `${words[kind]} ${name}`;
  }
}

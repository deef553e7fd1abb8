import { counted, formatCount } from '../../design/format.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { FailoverEvent } from '../failover/index.ts';
import type { Move, Result } from './result.ts';
import type { DagOutcome } from './simulateFailover.ts';

/** What fails, in a word or two: "EX03", "disk VOL01 of EX03", "link East – West". */
export function failureName(about: Subject): string {
  const { kind, name = '', second = '' } = parseSubject(about) ?? {};
  switch (kind) {
    case 'volume':
      return `disk ${second} of ${name}`;
    case 'copy':
      return `copy of ${name} on ${second}`;
    case 'link':
      return `link ${name} – ${second}`;
    case 'witness':
      return `witness of ${name}`;
    default:
      return name;
  }
}

/** "EX03 fails", "EX03 and EX04 fail at once", "Link East – West heals", "East is given up by hand". */
export function eventText(event: FailoverEvent): string {
  return capital(eventClause(event));
}

/** "EX03 fails, then link East – West fails". */
export function eventsText(events: readonly FailoverEvent[]): string {
  return events.length === 0 ? 'Nothing has failed' : capital(events.map(eventClause).join(', then '));
}

function eventClause(event: FailoverEvent): string {
  if ('switchover' in event) return `${failureName(event.switchover)} is given up by hand`;
  if ('switchback' in event) return `${failureName(event.switchback)} is taken back`;
  if ('respond' in event) return `a responder fails over ${listed(event.respond.map(failureName))}`;
  const isFailure = 'fail' in event;
  const names = (isFailure ? event.fail : event.heal).map(failureName);
  const [only = 'nothing'] = names;
  if (names.length < 2) return `${only} ${isFailure ? 'fails' : 'heals'}`;
  return `${listed(names)} ${isFailure ? 'fail' : 'heal'} at once`;
}

/** "A", "A and B", "A, B and C", "A, B and 5 more". */
export function listed(names: readonly string[], most = 4): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an event led to, as a sentence: where databases went, what is lost, what is overloaded. */
export function followsText(moves: readonly Move[], { dags, overloaded }: Result): string {
  const to = new Map<string, number>();
  for (const move of moves) if (move.to !== null) to.set(move.to, (to.get(move.to) ?? 0) + 1);
  const mounted = [...to.values()].reduce((sum, count) => sum + count, 0);
  const lost = moves.filter((move) => move.to === null).length;
  const parts = [
    ...dags.filter(({ hasQuorum }) => !hasQuorum).map(({ name }) => `${name} has no quorum and mounts nothing`),
    ...(mounted > 0
      ? [`${counted(mounted, 'database')} mount${mounted === 1 ? 's' : ''} on ${listed([...to.keys()], 6)}`]
      : []),
    ...(lost > 0 ? [`${counted(lost, 'database')} go${lost === 1 ? 'es' : ''} offline`] : []),
    ...(overloaded.length > 0 ? [`${listed(overloaded, 4)} ${overloaded.length === 1 ? 'is' : 'are'} overloaded`] : []),
  ];
  return parts.length === 0 ? 'No database moves' : capital(parts.join('; '));
}

/** "16, 9 needed" of one DAG; of several how many keep quorum. */
export function votesText(dags: readonly DagOutcome[]): string {
  const [first] = dags;
  if (!first) return '–';
  const keeping = dags.filter(({ hasQuorum }) => hasQuorum).length;
  const mark = keeping < dags.length ? ' ✕' : '';
  if (dags.length > 1) return `${formatCount(keeping)} of ${counted(dags.length, 'DAG')}${mark}`;
  return `${formatCount(first.votes)}, ${formatCount(first.votesNeeded)} needed${mark}`;
}

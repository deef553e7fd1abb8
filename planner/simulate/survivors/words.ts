import { counted, formatCount } from '../../design/format.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { FailoverEvent } from '../failover/index.ts';
import type { Move, Result } from './result.ts';
import type { DagOutcome } from './simulateFailover.ts';

/** What fails, in a word or two: "EX03", "disk VOL01 of EX03", "link East – West". */
export function failureName(about: Subject): string {
  const { word, name } = named(about);
  return word + name;
}

/** The same at the start of a sentence. Only a word of ours gets a capital: a server that is called "ex03" stays so. */
export function failureTitle(about: Subject): string {
  const { word, name } = named(about);
  return word.charAt(0).toUpperCase() + word.slice(1) + name;
}

function named(about: Subject): { readonly word: string; readonly name: string } {
  const { kind, name = '', second = '' } = parseSubject(about) ?? {};
  switch (kind) {
    case 'volume':
      return { word: 'disk ', name: `${second} of ${name}` };
    case 'copy':
      return { word: 'copy of ', name: `${name} on ${second}` };
    case 'link':
      return { word: 'link ', name: `${name} – ${second}` };
    case 'witness':
      return { word: 'witness of ', name };
    default:
      return { word: '', name };
  }
}

/** "EX03, disk VOL01 of EX04 and 2 more"; whether that stands at the start of a sentence is the caller's to say. */
export function failureNames(about: readonly Subject[], { most, starts = false }: NamesOptions = {}): string {
  return listed(
    about.map((subject, i) => (starts && i === 0 ? failureTitle(subject) : failureName(subject))),
    most,
  );
}

interface NamesOptions {
  readonly most?: number;
  readonly starts?: boolean;
}

/** "EX03 fails", "EX03 and EX04 fail at once", "Link East – West heals", "East is given up by hand". */
export function eventText(event: FailoverEvent): string {
  return eventClause(event, true);
}

/** "EX03 fails, then link East – West fails". */
export function eventsText(events: readonly FailoverEvent[]): string {
  return events.length === 0
    ? 'Nothing has failed'
    : events.map((event, i) => eventClause(event, i === 0)).join(', then ');
}

function eventClause(event: FailoverEvent, starts: boolean): string {
  if ('switchover' in event) return `${failureNames([event.switchover], { starts })} is given up by hand`;
  if ('switchback' in event) return `${failureNames([event.switchback], { starts })} is taken back`;
  if ('respond' in event) return `${starts ? 'A' : 'a'} responder fails over ${failureNames(event.respond)}`;
  const isFailure = 'fail' in event;
  const about = isFailure ? event.fail : event.heal;
  const names = about.length === 0 ? (starts ? 'Nothing' : 'nothing') : failureNames(about, { starts });
  if (about.length < 2) return `${names} ${isFailure ? 'fails' : 'heals'}`;
  return `${names} ${isFailure ? 'fail' : 'heal'} at once`;
}

/** "A", "A and B", "A, B and C", "A, B and 5 more". */
export function listed(names: readonly string[], most = 4): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
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
  return parts.length === 0 ? 'No database moves' : parts.join('; ');
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

import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import {
  FailureError,
  readSelector,
  type FailoverEvent,
  type FailureEvent,
} from '../../planner/simulate/failover/index.ts';

export type EventKind = 'fail' | 'heal' | 'respond' | 'switchover' | 'switchback';

/** What happens in an event, and to what. */
export function eventParts(event: FailoverEvent): { readonly kind: EventKind; readonly subjects: readonly Subject[] } {
  if ('fail' in event) return { kind: 'fail', subjects: event.fail };
  if ('heal' in event) return { kind: 'heal', subjects: event.heal };
  if ('respond' in event) return { kind: 'respond', subjects: event.respond };
  if ('switchover' in event) return { kind: 'switchover', subjects: [event.switchover] };
  return { kind: 'switchback', subjects: [event.switchback] };
}

/** The events in which something happens; a datacenter is given up, or taken back, in one of its own. */
function eventsOf(kind: EventKind, subjects: readonly Subject[]): FailoverEvent[] {
  switch (kind) {
    case 'fail':
      return [{ fail: subjects }];
    case 'heal':
      return [{ heal: subjects }];
    case 'respond':
      return [{ respond: subjects }];
    case 'switchover':
      return subjects.map((switchover) => ({ switchover }));
    case 'switchback':
      return subjects.map((switchback) => ({ switchback }));
  }
}

/** What is out of service by itself after events in order, in the selectors' one form. */
export function failedAfter(design: Design, events: readonly FailoverEvent[]): ReadonlySet<Subject> {
  return remaining(design, events, 'fail', 'heal');
}

/** The datacenters that are given up by hand after events in order. */
export function givenUpAfter(design: Design, events: readonly FailoverEvent[]): ReadonlySet<Subject> {
  return remaining(design, events, 'switchover', 'switchback');
}

/** To what one kind of event happened and not the other since. */
function remaining(
  design: Design,
  events: readonly FailoverEvent[],
  begins: EventKind,
  ends: EventKind,
): ReadonlySet<Subject> {
  const found = new Set<Subject>();
  for (const event of events) {
    const { kind, subjects } = eventParts(event);
    if (kind !== begins && kind !== ends) continue;
    for (const each of subjects.map((text) => readSelector(design, text))) {
      if (kind === begins) found.add(each);
      else found.delete(each);
    }
  }
  return found;
}

/** What is failed by choosing something: the disk of a copy; undefined for what cannot fail. */
export function failable(design: Design, about: Subject): Subject | undefined {
  const parsed = parseSubject(about);
  if (parsed?.kind === 'copy') {
    const copies = indexDesign(design).databases.get(parsed.name)?.copies ?? [];
    const volume = copies.find(({ value }) => value.server === parsed.second)?.value.volume;
    if (volume !== undefined) return subject.volume(parsed.second ?? '', volume);
  }
  return selectorIn(design, about);
}

/** The selector in its one form; undefined where the design has nothing of that name that can fail. */
export function selectorIn(design: Design, selector: Subject): Subject | undefined {
  try {
    return readSelector(design, selector);
  } catch (error) {
    if (error instanceof FailureError) return undefined;
    throw error;
  }
}

/** Events without what the design does not have, which an edit may have taken away, and what that is. */
export function knownEvents(
  design: Design,
  events: readonly FailoverEvent[],
): { readonly events: readonly FailoverEvent[]; readonly unknown: readonly Subject[] } {
  const unknown: Subject[] = [];
  const known = events.flatMap((event): FailoverEvent[] => {
    const { kind, subjects } = eventParts(event);
    const left = subjects.filter((each) => {
      const isKnown = selectorIn(design, each) !== undefined;
      if (!isKnown) unknown.push(each);
      return isKnown;
    });
    if (left.length === subjects.length) return [event];
    return left.length === 0 ? [] : eventsOf(kind, left);
  });
  return { events: unknown.length === 0 ? events : known, unknown };
}

/** Whether failures happen one after the other, votes following each, or all in one blow. */
export type Order = 'succession' | 'atOnce';

/**
 * What is played: the events as they are, or everything that is out of service after them as one event, and what people
 * and responders do about it after that.
 */
export function inOrder(design: Design, events: readonly FailoverEvent[], order: Order): readonly FailoverEvent[] {
  if (order === 'succession') return events;
  const failed = [...failedAfter(design, events)];
  const blow: readonly FailureEvent[] = failed.length === 0 ? [] : [{ fail: failed }];
  return [...blow, ...events.filter((event) => !('fail' in event || 'heal' in event))];
}

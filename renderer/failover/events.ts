import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { FailureError, readSelector, type FailureEvent } from '../../planner/simulate/failover/index.ts';

/** What happens in an event, and to what. */
export function eventParts(event: FailureEvent): {
  readonly isFailure: boolean;
  readonly subjects: readonly Subject[];
} {
  return 'fail' in event ? { isFailure: true, subjects: event.fail } : { isFailure: false, subjects: event.heal };
}

/** What is out of service by itself after events in order, in the selectors' one form. */
export function failedAfter(design: Design, events: readonly FailureEvent[]): ReadonlySet<Subject> {
  const failed = new Set<Subject>();
  for (const event of events) {
    const { isFailure, subjects } = eventParts(event);
    for (const each of subjects.map((text) => readSelector(design, text))) {
      if (isFailure) failed.add(each);
      else failed.delete(each);
    }
  }
  return failed;
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
  events: readonly FailureEvent[],
): { readonly events: readonly FailureEvent[]; readonly unknown: readonly Subject[] } {
  const unknown: Subject[] = [];
  const known = events.flatMap((event): FailureEvent[] => {
    const { isFailure, subjects } = eventParts(event);
    const left = subjects.filter((each) => {
      const isKnown = selectorIn(design, each) !== undefined;
      if (!isKnown) unknown.push(each);
      return isKnown;
    });
    if (left.length === subjects.length) return [event];
    return left.length === 0 ? [] : [isFailure ? { fail: left } : { heal: left }];
  });
  return { events: unknown.length === 0 ? events : known, unknown };
}

/** Whether failures happen one after the other, votes following each, or all in one blow. */
export type Order = 'succession' | 'atOnce';

/** What is played: the events as they are, or everything that is out of service after them as one event. */
export function inOrder(design: Design, events: readonly FailureEvent[], order: Order): readonly FailureEvent[] {
  if (order === 'succession') return events;
  const failed = [...failedAfter(design, events)];
  return failed.length === 0 ? [] : [{ fail: failed }];
}

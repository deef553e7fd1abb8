import { pointer, type Pointer } from '../../design/pointer.ts';
import { excerpt, type Problem } from '../../design/problem.ts';
import { parseSubject } from '../../design/subject.ts';
import type { Design, ScenarioEvent } from '../../design/types.ts';
import { FailureError, readSelector } from '../failover/index.ts';

/** Kinds of event that happen to one kind of thing only. */
const onlyTo: Partial<Record<NonNullable<ScenarioEvent['kind']>, readonly string[]>> = {
  maintenance: ['server', 'datacenter', 'dag'],
  respond: ['server'],
  switchover: ['datacenter'],
  switchback: ['datacenter'],
};

/**
 * What keeps events from being played in their order: something that the design does not have, or to which the event
 * cannot happen.
 * @param at where the events stand in their file
 */
export function eventProblems(design: Design, events: readonly ScenarioEvent[], at: Pointer): Problem[] {
  return events.flatMap(({ kind = 'fail', subject: about }, i) => {
    const problem = subjectProblem(design, kind, about);
    return problem ? [{ path: `${at}${pointer(i, 'subject')}`, ...problem, found: excerpt(about) }] : [];
  });
}

/**
 * What keeps events from being played as a timeline of a design: a missing or earlier minute, something that the design
 * does not have or to which the event cannot happen, an end before the last event.
 * @param at where the events stand in their file
 */
export function timelineProblems(
  design: Design,
  events: readonly ScenarioEvent[],
  { at = pointer('events'), untilMinutes = Infinity }: { readonly at?: Pointer; readonly untilMinutes?: number } = {},
): Problem[] {
  const problems: Problem[] = [];
  let before = 0;
  for (const [i, { atMinutes }] of events.entries()) {
    const path = at + pointer(i);
    if (atMinutes === undefined) {
      problems.push({
        path,
        message: 'An event of a timeline states its minute.',
        expected: 'atMinutes, minutes after the start',
        found: 'nothing',
      });
    } else if (atMinutes < before) {
      problems.push({
        path: `${path}/atMinutes`,
        message: 'The event is earlier than the one before it.',
        expected: `${before} or more`,
        found: excerpt(atMinutes),
      });
    }
    before = Math.max(before, atMinutes ?? 0);
  }
  problems.push(...eventProblems(design, events, at));
  if (untilMinutes < before) {
    problems.push({
      path: pointer('untilMinutes'),
      message: 'The run ends before the last event.',
      expected: `${before} or more`,
      found: excerpt(untilMinutes),
    });
  }
  return problems;
}

function subjectProblem(
  design: Design,
  kind: NonNullable<ScenarioEvent['kind']>,
  about: string,
): { message: string; expected: string } | undefined {
  try {
    readSelector(design, about);
  } catch (error) {
    if (error instanceof FailureError) return { message: error.message, expected: 'a selector of the design' };
    throw error;
  }
  const kinds = onlyTo[kind];
  if (!kinds || kinds.includes(parseSubject(about)?.kind ?? '')) return undefined;
  return { message: `This cannot happen to it: ${kind} is for a ${kinds.join(' or ')}.`, expected: `${kinds[0]}:NAME` };
}

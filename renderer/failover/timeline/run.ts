import type { TimelineDurations } from '../../../schemas/generated/timeline.ts';
import type { Problem } from '../../../planner/design/problem.ts';
import type { Design, ScenarioEvent } from '../../../planner/design/types.ts';
import { eventText, listed } from '../../../planner/simulate/survivors/index.ts';
import type { FailoverOptions } from '../../../planner/simulate/failover/index.ts';
import {
  playTimeline,
  scenarioEvents,
  timelineProblems,
  type DatabaseAvailability,
  type TimelineOutcome,
} from '../../../planner/simulate/timeline/index.ts';
import type { CurvePoint, Mark } from '../../replication/curve.ts';

/** A timeline to be played on the design. */
export interface TimelineAsk {
  readonly events: readonly ScenarioEvent[];
  readonly durations: TimelineDurations;
  readonly untilMinutes?: number;
  readonly options: FailoverOptions;
}

/** What came of a timeline, as it is shown. */
export interface TimelineRun extends Pick<TimelineOutcome, 'steps' | 'endSeconds' | 'availability' | 'durations'> {
  /** The databases that were down, longest first, as many as anyone reads. */
  readonly down: readonly DatabaseAvailability[];
  readonly downCount: number;
  /** How many databases were not mounted, over hours. */
  readonly curve: readonly CurvePoint[];
  readonly notes: readonly string[];
}

/** A run, or what keeps the timeline from being played, with its place in the timeline's file: "/events/0/subject". */
export type TimelineAnswer = { readonly run: TimelineRun } | { readonly problems: readonly Problem[] };

const mostListed = 200;

export function timelineAnswer(design: Design, { options, ...timeline }: TimelineAsk): TimelineAnswer {
  const { events, untilMinutes } = timeline;
  const problems = timelineProblems(design, events, { ...(untilMinutes !== undefined && { untilMinutes }) });
  if (problems.length > 0) return { problems };
  const { steps, endSeconds, availability, durations, databases, end } = playTimeline(design, timeline, options);
  const down = databases.filter(({ downSeconds }) => downSeconds > 0).toSorted((a, b) => b.downSeconds - a.downSeconds);
  return {
    run: {
      steps,
      endSeconds,
      availability,
      durations,
      down: down.slice(0, mostListed),
      downCount: down.length,
      curve: downCurve(databases, endSeconds),
      notes: end.notes,
    },
  };
}

/** How many databases are not mounted at each time, a step at every change. @param endSeconds of the run */
export function downCurve(
  databases: readonly Pick<DatabaseAvailability, 'outages'>[],
  endSeconds: number,
): CurvePoint[] {
  const changes = new Map<number, number>([[0, 0]]);
  const change = (at: number, by: number): void => void changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { fromSeconds, toSeconds } of databases.flatMap(({ outages }) => outages)) {
    change(fromSeconds, 1);
    if (toSeconds !== null) change(toSeconds, -1);
  }
  const points: CurvePoint[] = [];
  let value = 0;
  for (const [seconds, by] of [...changes].toSorted(([a], [b]) => a - b)) {
    if (by === 0 && seconds > 0) continue;
    if (seconds > 0) points.push({ hours: seconds / 3600, value });
    value += by;
    points.push({ hours: seconds / 3600, value });
  }
  return [...points, { hours: endSeconds / 3600, value }];
}

/** The events of a timeline as moments of its curve; those of one minute together. */
export function eventMarks(events: readonly ScenarioEvent[]): readonly Mark[] {
  const texts = new Map<number, string[]>();
  for (const event of events) {
    const { atMinutes = 0 } = event;
    texts.set(atMinutes, [...(texts.get(atMinutes) ?? []), ...scenarioEvents([event]).map(eventText)]);
  }
  return [...texts].map(([minute, said]) => ({ hours: minute / 60, text: listed(said, 2) }));
}

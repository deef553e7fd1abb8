import { loadTimeline } from '../../../planner/design/load.ts';
import type { Problem } from '../../../planner/design/problem.ts';
import { timelineFile } from './events.ts';

/** What a timeline's file could not hold, such as a rate of nothing; found in the page, as the engine's worker carries no schemas. */
export function fileProblems(timeline: Parameters<typeof timelineFile>[0]): readonly Problem[] {
  const loaded = loadTimeline(timelineFile(timeline));
  return loaded.ok ? [] : loaded.problems;
}

export { diskSets, type DiskSets, type DiskSetSize, type Progress } from './diskSets.ts';
export { failureSets, mostSets, type FailureSets, type SetSize } from './failureSets.ts';
export { CancelledError, inOneGo, inParts, type PartOptions } from './inParts.ts';
export { heaviest, movesBetween, resultOf, type Move, type Result } from './result.ts';
export type { SetFigure } from './setTally.ts';
export type { FailureSetOptions } from './setWalk.ts';
export {
  failoverOutcome,
  simulateFailover,
  type DagOutcome,
  type FailoverOutcome,
  type ServerOutcome,
} from './simulateFailover.ts';
export {
  eventsText,
  eventText,
  failureName,
  failureNames,
  failureTitle,
  followsText,
  listed,
  votesText,
} from './words.ts';

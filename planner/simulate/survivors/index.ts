export { failureSets, mostSets, type FailureSets } from './failureSets.ts';
export type { SetFigure, SetSize } from './setTally.ts';
export type { FailureSetOptions } from './setWalk.ts';
export { simulateFailover, type DagOutcome, type FailoverOutcome, type ServerOutcome } from './simulateFailover.ts';

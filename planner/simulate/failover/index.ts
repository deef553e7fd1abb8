export { bestCopies, serverHealths, type CopyCandidate, type CopyState, type ServerHealth } from './bestCopy.ts';
export { copyTable, copyTables, isLagged, type CopyTable } from './copyTable.ts';
export { failureModes, failureOutcomes, worstActive, type FailureMode, type FailureOutcome } from './failureModes.ts';
export { healthyDag } from './healthyDag.ts';
export { placeDatabases, type DatabasePlacement, type Placement } from './placeDatabases.ts';
export type { DagState, FailoverOptions, Partition } from './dagRun.ts';
export {
  FailoverRun,
  playFailures,
  quorumNotes,
  type FailoverEvent,
  type FailoverState,
  type FailureEvent,
} from './playFailures.ts';
export { FailureError, failureSelectors, readSelector } from './selectors.ts';
export type { Switchover, SwitchoverStep } from './switchover.ts';

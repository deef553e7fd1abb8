export { copyTables, isLagged, type CopyTable } from './copyTable.ts';
export { failureModes, forEachFailure, worstActive, type FailureMode, type FailureOutcome } from './failureModes.ts';
export { FailureError, placeDatabases, type DatabasePlacement, type Placement } from './placeDatabases.ts';

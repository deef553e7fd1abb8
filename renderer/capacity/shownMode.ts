import { failureModes, type FailureMode } from '../../planner/sizing/index.ts';
import type { CapacityRow } from './rows.ts';

/** The failure that was chosen or else is planned for; where that leaves no server up, the next milder one that does. */
export function shownMode(
  rows: readonly CapacityRow[],
  chosen: FailureMode | undefined,
  planned: FailureMode,
): FailureMode {
  const milder = failureModes.slice(0, failureModes.indexOf(chosen ?? planned) + 1);
  return milder.findLast((mode) => rows.some(({ modes }) => modes[mode])) ?? 'normal';
}

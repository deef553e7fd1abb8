import { failureModes, type FailureMode } from '../../../planner/sizing/index.ts';
import type { CapacityRow, ModeUse } from '../rows.ts';

/** A server in the worst failure of a mode. */
export interface TableLine {
  readonly row: CapacityRow;
  readonly mode: FailureMode;
  readonly use: ModeUse;
}

/** The failures that the table shows. */
export type ShownFailures = FailureMode | 'every';

/** The servers in file order, each in every failure or in the one asked for; without those that leave it down. */
export function tableLines(rows: readonly CapacityRow[], failures: ShownFailures): TableLine[] {
  const modes = failures === 'every' ? failureModes : [failures];
  return rows.flatMap((row) =>
    modes.flatMap((mode): TableLine[] => {
      const use = row.modes[mode];
      return use ? [{ row, mode, use }] : [];
    }),
  );
}

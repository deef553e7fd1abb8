import type { TableRow } from '../rule.ts';
import { updateName, type StatedUpdate } from './exchange.ts';
import { rowInForce, textOf } from './table.ts';
import { releaseRank } from './windows.ts';

/** The bound that a release breaks, and from which update of Exchange on; no update where it is broken at every one. */
export interface BrokenLimit {
  readonly wanted: string;
  readonly update: string;
}

/**
 * Judges a Windows Server release by a column of a version's rows, as the lowest or the highest release that may be. A release that
 * every row judges alike needs no cumulative update.
 * @param update asked for, and so told where it is not stated, only if the rows differ
 */
export function brokenLimit(
  rows: readonly TableRow[],
  column: string,
  bound: 'lowest' | 'highest',
  found: string,
  update: () => StatedUpdate | undefined,
): BrokenLimit | undefined {
  const breaks = (row: TableRow | undefined): boolean => {
    const limit = textOf(row, column);
    if (limit === undefined) return false;
    return bound === 'lowest' ? releaseRank(found) < releaseRank(limit) : releaseRank(found) > releaseRank(limit);
  };
  if (!rows.some(breaks)) return undefined;
  const at = update();
  const row = at ? rowInForce(rows, at.value) : rows.every(breaks) ? rows[0] : undefined;
  const wanted = textOf(row, column);
  return wanted !== undefined && breaks(row) ? { wanted, update: at ? ` ${updateName(at.value)}` : '' } : undefined;
}

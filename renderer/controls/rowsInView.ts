/** Which rows of a long list need to be in the page; all are of one height but for a few. */
export interface RowsInView {
  readonly rows: readonly RowInView[];
  /** Height of what is left out after the last of them, px. */
  readonly below: number;
}

export interface RowInView {
  readonly index: number;
  /** Height of what is left out between it and the one before, px. */
  readonly above: number;
}

/** Rows beyond the visible ones, so that a quick scroll finds them there. */
const MARGIN = 8;

/**
 * @param count rows in all
 * @param rowHeight px
 * @param scrollTop how far the list is scrolled, px
 * @param height of the part that is visible, px
 * @param kept the row that has the focus or is the active descendant: it stays in the page wherever the list is scrolled
 * @param taller by how much the few rows are higher that are, px
 */
export function rowsInView(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
  kept?: number,
  taller: ReadonlyMap<number, number> = new Map(),
): RowsInView {
  const more = [...taller].filter(([index]) => index < count);
  const allMore = more.reduce((sum, [, extra]) => sum + extra, 0);
  // Wherever the taller ones stand, none of these rows is missing; above some stand that need not be there.
  const first = Math.min(count, Math.max(0, Math.floor((scrollTop - allMore) / rowHeight) - MARGIN));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + MARGIN);
  const indexes = Array.from({ length: end - first }, (_, i) => first + i);
  if (kept !== undefined && kept >= 0 && kept < count) {
    if (kept < first) indexes.unshift(kept);
    else if (kept >= end) indexes.push(kept);
  }
  const heightOf = (from: number, to: number): number =>
    more.reduce((sum, [index, extra]) => sum + (index >= from && index < to ? extra : 0), (to - from) * rowHeight);
  let next = 0;
  const rows = indexes.map((index) => {
    const above = heightOf(next, index);
    next = index + 1;
    return { index, above };
  });
  return { rows, below: heightOf(next, count) };
}

/** Which rows of a long list of equally high rows need to be in the page. */
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
 */
export function rowsInView(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
  kept?: number,
): RowsInView {
  const first = Math.min(count, Math.max(0, Math.floor(scrollTop / rowHeight) - MARGIN));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + MARGIN);
  const indexes = Array.from({ length: end - first }, (_, i) => first + i);
  if (kept !== undefined && kept >= 0 && kept < count) {
    if (kept < first) indexes.unshift(kept);
    else if (kept >= end) indexes.push(kept);
  }
  let next = 0;
  const rows = indexes.map((index) => {
    const above = (index - next) * rowHeight;
    next = index + 1;
    return { index, above };
  });
  return { rows, below: (count - next) * rowHeight };
}

/** Which rows of a long list of equally high rows need to be in the page. */
export interface RowsInView {
  readonly first: number;
  readonly end: number;
  /** Height of what is left out above and below, px. */
  readonly above: number;
  readonly below: number;
}

/** Rows beyond the visible ones, so that a quick scroll finds them there. */
const MARGIN = 8;

/**
 * @param count rows in all
 * @param rowHeight px
 * @param scrollTop how far the list is scrolled, px
 * @param height of the part that is visible, px
 */
export function rowsInView(count: number, rowHeight: number, scrollTop: number, height: number): RowsInView {
  const first = Math.min(count, Math.max(0, Math.floor(scrollTop / rowHeight) - MARGIN));
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + MARGIN);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}

/**
 * Where a key moves to in a grid of so many cells in so many columns; undefined for a key that moves nowhere. A single
 * row is a grid with as many columns as cells.
 */
export function roved(key: string, at: number, columns: number, count: number): number | undefined {
  const column = at % columns;
  switch (key) {
    case 'ArrowRight':
      return column < columns - 1 && at + 1 < count ? at + 1 : at;
    case 'ArrowLeft':
      return column > 0 ? at - 1 : at;
    case 'ArrowDown':
      return at + columns < count ? at + columns : at;
    case 'ArrowUp':
      return at >= columns ? at - columns : at;
    case 'Home':
      return at - column;
    case 'End':
      return Math.min(count - 1, at - column + columns - 1);
    default:
      return undefined;
  }
}

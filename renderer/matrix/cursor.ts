/** Where the keyboard stands in the matrix: row −1 is the servers' heading, column −1 the databases' names. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads, after the grid pattern of the ARIA practices; undefined for a key that does not move. */
export function moveCursor(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { row, column }: Cursor,
  extent: { readonly rows: number; readonly columns: number; readonly page: number },
): Cursor | undefined {
  const to = target(key, ctrlKey, row, column, extent);
  if (!to) return undefined;
  return { row: clamp(to.row, extent.rows), column: clamp(to.column, extent.columns) };
}

function target(
  key: string,
  ctrl: boolean,
  row: number,
  column: number,
  { rows, columns, page }: { readonly rows: number; readonly columns: number; readonly page: number },
): Cursor | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: ctrl ? 0 : row, column: -1 };
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 };
    default:
      return undefined;
  }
}

function clamp(value: number, count: number): number {
  return Math.max(-1, Math.min(count - 1, value));
}

/** Which way the cells of a column lean. */
export type Alignment = 'left' | 'right';

/** Rows of cells as lines of columns, two blanks apart; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[], alignment: readonly Alignment[], indent = ''): string[] {
  const widths = alignment.map((_, column) => Math.max(0, ...rows.map((cells) => [...(cells[column] ?? '')].length)));
  return rows.map((cells) =>
    (
      indent +
      cells
        .map((cell, column) => {
          const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
          return alignment[column] === 'right' ? blanks + cell : cell + blanks;
        })
        .join('  ')
    ).trimEnd(),
  );
}

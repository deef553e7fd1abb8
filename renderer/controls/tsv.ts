/** A cell of a table as a spreadsheet takes it; undefined for what is not known. */
export type TsvCell = string | number | undefined;

/** Rows with tabs between their cells. Numbers are plain, with a point; what is not known is empty. */
export function tsvText(rows: readonly (readonly TsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

/** Names hold no tabs or line ends, but one that begins like a formula must not become one. */
function cell(value: TsvCell): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  return /^[=+\-@]/.test(value) ? `'${value}` : value;
}

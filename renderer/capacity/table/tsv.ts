import { columns } from './columns.ts';
import type { TableLine } from './lines.ts';

/** The lines with tabs between the cells, as a spreadsheet takes them from the clipboard. Shares are fractions; what is not known is empty. */
export function tsvOf(lines: readonly TableLine[]): string {
  const cells = lines.map((line) => columns.flatMap((column) => column.cells(line)));
  return [columns.flatMap(({ heads }) => heads), ...cells].map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

/** Names hold no tabs or line ends, but one that begins like a formula must not become one. */
function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  return /^[=+\-@]/.test(value) ? `'${value}` : value;
}

import { tsvText } from '../../controls/tsv.ts';
import { columns } from './columns.ts';
import type { TableLine } from './lines.ts';

/** The lines as a spreadsheet takes them from the clipboard. Shares are fractions. */
export function tsvOf(lines: readonly TableLine[]): string {
  const cells = lines.map((line) => columns.flatMap((column) => column.cells(line)));
  return tsvText([columns.flatMap(({ heads }) => heads), ...cells]);
}

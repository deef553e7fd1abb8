import { formatNumber } from '../numbers/format.ts';
import { tsvText, type TsvCell } from '../controls/tsv.ts';

/** What stands in a cell: as it is read, and as a spreadsheet takes it. */
export interface Cell {
  readonly text: string;
  readonly value: TsvCell;
}

/** A table of figures behind a chart. */
export interface Sheet {
  readonly caption: string;
  readonly heads: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

export const words = (text: string): Cell => ({ text, value: text });
export const figure = (value: number, text: string): Cell => ({ text, value });
export const number = (value: number): Cell => figure(value, formatNumber(value));
export const unknown = (text: string): Cell => ({ text, value: undefined });

export const wordHead = (label: string) => ({ label, isNumber: false });
export const figureHead = (label: string) => ({ label, isNumber: true });

/** Tables below one another, each under its caption. */
export function sheetsTsv(sheets: readonly Sheet[]): string {
  return sheets
    .map(({ caption, heads, rows }) =>
      tsvText([[caption], heads.map(({ label }) => label), ...rows.map((row) => row.map(({ value }) => value))]),
    )
    .join('\n');
}

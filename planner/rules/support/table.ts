import type { TableRow } from '../rule.ts';

/** The rows of a table for an Exchange version. */
export function rowsFor(table: readonly TableRow[], version: string): readonly TableRow[] {
  return table.filter((row) => row['exchange'] === version);
}

/**
 * The row of a version's rows that is in force: the one with the highest `fromCumulativeUpdate` that the given update has reached.
 * Undefined where there is none.
 */
export function rowInForce(rows: readonly TableRow[], update: number): TableRow | undefined {
  const from = (row: TableRow): number => Number(row['fromCumulativeUpdate'] ?? 0);
  return rows
    .filter((row) => from(row) <= update)
    .reduce<TableRow | undefined>((best, row) => (best && from(best) > from(row) ? best : row), undefined);
}

/** A text cell of a row; undefined where the row has none. */
export function textOf(row: TableRow | undefined, column: string): string | undefined {
  const cell = row?.[column];
  return typeof cell === 'string' ? cell : undefined;
}

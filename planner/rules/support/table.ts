import type { TableRow } from '../rule.ts';

/**
 * The row of a table by cumulative update that is in force: of the rows for a version, the one with the highest `fromCumulativeUpdate`
 * that the given update has reached. Undefined where the table has none.
 */
export function rowInForce(table: readonly TableRow[], version: string, update: number): TableRow | undefined {
  const from = (row: TableRow): number => Number(row['fromCumulativeUpdate'] ?? 0);
  return table
    .filter((row) => row['exchange'] === version && from(row) <= update)
    .reduce<TableRow | undefined>((best, row) => (best && from(best) > from(row) ? best : row), undefined);
}

/** A text cell of a row; undefined where the row has none. */
export function textOf(row: TableRow | undefined, column: string): string | undefined {
  const cell = row?.[column];
  return typeof cell === 'string' ? cell : undefined;
}

import type { Column, ColumnId } from './columns.ts';
import type { TableLine } from './lines.ts';

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

// Names with numbers in their numbers' order: EX2 before EX10.
const names = new Intl.Collator('en', { numeric: true });

/** The lines by a column; what is not known comes last either way, and lines that are equal stay as they were. */
export function sortLines(lines: readonly TableLine[], { value }: Column, descending: boolean): TableLine[] {
  const sign = descending ? -1 : 1;
  return lines.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : names.compare(String(a), String(b)));
  });
}

/** How a press on a column's head sorts: numbers from the most, names from the first; a second press the other way round. */
export function nextSorting(sorting: Sorting, { id, isNumber }: Column): Sorting {
  return { column: id, descending: sorting.column === id ? !sorting.descending : isNumber };
}

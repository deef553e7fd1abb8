import { excerpt } from '../../design/problem.ts';
import { problemAt, type FileProblem } from './place.ts';
import type { Row } from './table.ts';

/** How a cell's text becomes a value, and what a reader should have found there. */
export interface CellType<T> {
  readonly parse: (text: string) => T | undefined;
  readonly expected: string;
}

/** Reads typed cells and gathers a problem for each that does not hold what it should. */
export class CellReader {
  readonly problems: FileProblem[] = [];

  /** The cell's value; a blank or absent cell is undefined and no problem. */
  optional<T>(row: Row, column: string, type: CellType<T>): T | undefined {
    const text = row.cell(column);
    if (text === '') return undefined;
    const value = type.parse(text);
    if (value === undefined)
      this.#report(row, column, `${column} does not read as ${type.expected}.`, type.expected, excerpt(text));
    return value;
  }

  /** The cell's value; a blank cell is a problem too. */
  required<T>(row: Row, column: string, type: CellType<T>): T | undefined {
    if (row.cell(column) === '') {
      this.#report(row, column, `${column} is blank.`, type.expected, 'nothing');
      return undefined;
    }
    return this.optional(row, column, type);
  }

  /** The cell's value where it is one of the known names, spelt as they are. */
  reference(row: Row, column: string, known: ReadonlyMap<string, string>, kind: string): string | undefined {
    const text = this.required(row, column, anyText);
    if (text === undefined) return undefined;
    const name = known.get(nameKey(text));
    if (name === undefined) {
      this.#report(row, column, `${column} names ${text}, which the export does not list.`, kind, excerpt(text));
    }
    return name;
  }

  #report(row: Row, column: string, message: string, expected: string, found: string): void {
    this.problems.push(problemAt(row.place(column), message, expected, found));
  }
}

/** Any text that is not blank. */
export const anyText: CellType<string> = { parse: (text) => text, expected: 'a name' };

/** Names of servers and databases match whatever their case, as in Exchange. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { excerpt } from '../../design/problem.ts';
import { problemAt, type FileProblem, type Place } from './place.ts';

/** One row of a table. A column is looked up whatever its case. */
export interface Row {
  /** The cell's text, "" where the column or the cell is absent. */
  cell(column: string): string;
  /** Where the cell stands, or where the row begins when it has no such cell. */
  place(column: string): Place;
}

/** A CSV file as the calculator writes it: a header, a version row, then one row a thing. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

interface Cell {
  readonly text: string;
  /** The line on which the cell ends. */
  readonly lastLine: number;
}

const versionRowMarks: ReadonlySet<string> = new Set(['versionnumber', 'schemaversion']);

/**
 * Reads a CSV file: any line endings, a byte order mark, quoted line breaks, spaces after commas; the version row is
 * left out where there is one (facts sizing C4).
 * @returns the table, with a problem for text that is not CSV and for each required column that the header lacks
 */
export function readTable(
  file: string,
  text: string,
  requiredColumns: readonly string[],
): { table: Table; problems: FileProblem[] } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const top: Place = { file, line: 1, column: 1 };
  let records: Cell[][];
  try {
    records = parseCells(lines.join('\n'));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = { ...top, line: Number(error['lines'] ?? 1) };
    return {
      table: { file, header: [], rows: [] },
      problems: [problemAt(place, 'This is not a CSV file.', 'comma-separated values', csvFault(error))],
    };
  }
  const [header = [], ...body] = records;
  const columns = new Map(header.map((cell, i) => [cell.text.toLowerCase(), i]));
  const problems = requiredColumns
    .filter((column) => !columns.has(column.toLowerCase()))
    .map((column) => problemAt(top, `The column ${column} is missing.`, `a column ${column}`, headerExcerpt(header)));
  const rows = body
    .filter((cells, i) => i > 0 || !versionRowMarks.has(cells[0]?.text.toLowerCase() ?? ''))
    .map((cells) => makeRow(file, cells, columns, lines));
  return { table: { file, header: header.map((cell) => cell.text), rows }, problems };
}

function parseCells(text: string): Cell[][] {
  return parse(text, {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    cast: (value, context) => ({ text: value, lastLine: context.lines }),
  }) as unknown as Cell[][];
}

function csvFault(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark that is never closed';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quotation mark inside an unquoted value';
    default:
      return error.message;
  }
}

function headerExcerpt(header: readonly Cell[]): string {
  return header.length === 0 ? 'an empty file' : excerpt(header.map((cell) => cell.text).join(','));
}

function makeRow(file: string, cells: readonly Cell[], columns: ReadonlyMap<string, number>, lines: string[]): Row {
  const indexOf = (column: string) => columns.get(column.toLowerCase()) ?? -1;
  return {
    cell: (column) => cells[indexOf(column)]?.text ?? '',
    place: (column) => ({ file, ...locate(cells, indexOf(column), lines) }),
  };
}

/** Finds a cell again in the text: the parser tells its line only, and where a quoted cell ends. */
function locate(cells: readonly Cell[], index: number, lines: readonly string[]): { line: number; column: number } {
  let line = 0;
  let from = 0;
  let start = 0;
  for (const cell of cells.slice(0, Math.max(index, 0) + 1)) {
    const breaks = cell.text.split('\n');
    const firstLine = cell.lastLine - breaks.length + 1;
    if (firstLine !== line) from = 0;
    line = firstLine;
    start = Math.max((lines[line - 1] ?? '').indexOf(breaks[0] ?? '', from), from);
    from = start + (breaks[0] ?? '').length;
  }
  return { line: Math.max(line, 1), column: start + 1 };
}

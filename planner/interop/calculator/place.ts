import type { Problem } from '../../design/problem.ts';

/** A place in a text file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A problem in a text file. Its `path` is "": a CSV file has no JSON Pointer. */
export interface FileProblem extends Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A problem at a place of a file. */
export function problemAt(place: Place, message: string, expected: string, found: string): FileProblem {
  return { path: '', message, expected, found, ...place };
}

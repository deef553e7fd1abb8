/** Something in a file that the engine cannot represent. */
export interface Problem {
  /** JSON Pointer of the place; "" for the whole file. */
  readonly path: string;
  /** One sentence that says what is wrong and, where it helps, what to do. */
  readonly message: string;
  /** What belongs there. */
  readonly expected: string;
  /** What stands there, shortened. */
  readonly found: string;
  /** Where a syntax error stands, both from 1; other problems are found by their path. */
  readonly line?: number;
  readonly column?: number;
}

export type Loaded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

const LONGEST_EXCERPT = 60;

/** A value as it would stand in the file, shortened to one line. */
export function excerpt(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT - 1)}…` : text;
}

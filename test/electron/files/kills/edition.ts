const LINE = 64;

/** The editor saves every third edition; the others are only kept in the recovery journal. */
export const SAVED_EVERY = 3;

/** The text of the n-th edition of a document: every edition has other lines, and another length (64 to 256 KiB). */
export function editionText(n: number): string {
  const lines = 1024 * (1 + (n % 4));
  return `edition ${n}\n`.padStart(LINE, '.').repeat(lines);
}

/** Which edition a text is. @throws Error for a text that is not the whole of one */
export function editionOf(text: string): number {
  const n = Number(/edition (\d+)\n/.exec(text)?.[1]);
  if (Number.isNaN(n) || text !== editionText(n))
    throw new Error(`torn: ${text.length} characters, ${text.slice(0, LINE)}`);
  return n;
}

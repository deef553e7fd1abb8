import { go, snapshot } from 'fuzzysort';
import type { Entry } from './entries.ts';

/** An entry that was found, with the letters of its label that the query named. */
export interface Found {
  readonly entry: Entry;
  readonly letters: ReadonlySet<number>;
}

/** Below this a match is a coincidence of letters; 1 is the name itself. */
const leastScore = 0.3;
/** Disks and copies are many and named after what holds them, which is meant more often. */
const weightOfPart = 0.9;
const parts: ReadonlySet<string> = new Set(['Disk', 'Copy']);
const noLetters: ReadonlySet<number> = new Set();

/** A search over entries: every word of the query, in any order, by its letters in their order, best first. */
export function searchOf(entries: readonly Entry[]): (query: string, most: number) => readonly Found[] {
  const prepared = snapshot(entries, { keys: [({ label }) => label, kindOf] });
  const places = new Map(entries.map((entry, i) => [entry, i]));
  return (query, most) => {
    if (query.trim() === '') return entries.slice(0, most).map((entry) => ({ entry, letters: noLetters }));
    const found = go(query, prepared, {
      limit: most,
      threshold: leastScore,
      scoreFn: ({ score, obj }) =>
        score * (parts.has(kindOf(obj)) ? weightOfPart : 1) - (places.get(obj) ?? 0) * Number.EPSILON * 16,
    });
    return found.map((result) => ({ entry: result.obj, letters: new Set(result[0]?.indexes) }));
  };
}

/** A kind is searched for, too: "01 server". A command's note is its shortcut, which is not. */
function kindOf(entry: Entry): string {
  return entry.kind === 'object' ? entry.note : '';
}

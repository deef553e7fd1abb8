import type { Edit } from '../../planner/design/edit.ts';
import { pointer } from '../../planner/design/pointer.ts';

/**
 * The edits that make one design of another, by what they share: designs are never mutated, so that a part which is the same
 * object is the same. Undefined where that takes more than so many edits.
 */
export function editsBetween(before: object, after: object, most: number): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const visit = (a: object, b: object, path: string): void => {
    const old = a as Record<string, unknown>;
    for (const [key, value] of Object.entries(b)) {
      if (edits.length > most) return;
      // What an object inherits, such as its prototype, is not a part of the design.
      const kept = Object.hasOwn(a, key) ? old[key] : undefined;
      if (kept === value) continue;
      const at = path + pointer(key);
      if (areAlike(kept, value)) visit(kept as object, value as object, at);
      else edits.push({ op: 'set', path: at, value });
    }
    for (const key of Object.keys(a)) {
      if (!Object.hasOwn(b, key)) edits.push({ op: 'remove', path: path + pointer(key) });
    }
  };
  visit(before, after, '');
  return edits.length > most ? undefined : edits;
}

/** Whether two values can be made of one another member by member: both objects, or lists of one length. */
function areAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return Array.isArray(a) ? Array.isArray(b) && a.length === b.length : !Array.isArray(b);
}

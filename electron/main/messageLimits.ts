/** Twice what a design may be long in characters leaves no room for a second text; a menu has at most a few thousand parts. */
const LONGEST_TEXTS = 64 * 1024 * 1024 + 256 * 1024;
const MOST_PARTS = 5000;
const DEEPEST = 8;

/**
 * Why a message is too big or no plain data; undefined where it is neither. It is asked before the schema, so that a monstrous
 * message costs little; only objects, arrays, strings, finite numbers, booleans and nothing are plain data.
 */
export function excessOf(message: unknown): string | undefined {
  let parts = 0;
  let characters = 0;

  function visit(value: unknown, depth: number): string | undefined {
    if (++parts > MOST_PARTS) return `it has more than ${MOST_PARTS} parts`;
    if (depth > DEEPEST) return `it is nested more than ${DEEPEST} deep`;
    if (typeof value === 'string') {
      characters += value.length;
      return characters > LONGEST_TEXTS ? `its texts are longer than ${LONGEST_TEXTS} characters` : undefined;
    }
    if (value === null || value === undefined || typeof value === 'boolean' || Number.isFinite(value)) return undefined;
    if (Array.isArray(value)) return visitAll(value, depth);
    if (!isPlainObject(value)) return 'it holds what is no plain data';
    return visitAll(Object.keys(value), depth) ?? visitAll(Object.values(value), depth);
  }

  function visitAll(values: readonly unknown[], depth: number): string | undefined {
    if (values.length > MOST_PARTS) return `it has more than ${MOST_PARTS} parts`;
    for (const value of values) {
      const excess = visit(value, depth + 1);
      if (excess) return excess;
    }
    return undefined;
  }

  return visit(message, 0);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

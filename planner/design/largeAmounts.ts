import { pointer, type Pointer } from './pointer.ts';
import { excerpt, type Problem } from './problem.ts';

/** Whole numbers are exact up to here, and the product of several such is still a number. */
const largestAmount = 1e15;

/** The numbers of a file that are too large to calculate with. Extensions are not looked at; under `mailboxes` stand the names of tiers. */
export function largeAmounts(value: unknown, path: Pointer = ''): Problem[] {
  if (typeof value === 'number' && Number.isFinite(value) && value > largestAmount) {
    return [tooLarge(path, value)];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key.startsWith('x-') && !path.endsWith('/mailboxes') ? [] : largeAmounts(inner, path + pointer(key)),
  );
}

/** The problem of one such number. */
export function tooLarge(path: Pointer, found: number): Problem {
  return { path, message: 'This is too large to calculate with.', expected: 'at most 1e15', found: excerpt(found) };
}

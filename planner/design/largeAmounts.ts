import { pointer, type Pointer } from './pointer.ts';
import { excerpt, type Problem } from './problem.ts';

/** Whole numbers are exact up to here, and the product of several such is still a number. */
export const largestAmount = 1e15;

/** The numbers of a file that are too large to calculate with. Extensions are not looked at; under `mailboxes` stand the names of tiers. */
export function largeAmounts(value: unknown): Problem[] {
  const problems: Problem[] = [];
  const steps: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node === 'number' && Number.isFinite(node) && node > largestAmount) {
      problems.push(tooLarge(pointer(...steps), node));
    }
    if (typeof node !== 'object' || node === null) return;
    const areNames = steps.at(-1) === 'mailboxes';
    for (const [key, inner] of Object.entries(node)) {
      if (key.startsWith('x-') && !areNames) continue;
      steps.push(key);
      visit(inner);
      steps.pop();
    }
  };
  visit(value);
  return problems;
}

/** The problem of one such number. */
export function tooLarge(path: Pointer, found: number): Problem {
  return { path, message: 'This is too large to calculate with.', expected: 'at most 1e15', found: excerpt(found) };
}

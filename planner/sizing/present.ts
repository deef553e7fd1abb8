import type { Figure } from './figure.ts';
import { NotStated } from './formula.ts';

/** Of some figures of one scope those that it has and whose inputs are stated. */
export function present<S>(figures: readonly ((scope: S) => Figure | undefined)[], scope: S): Figure[] {
  const found: Figure[] = [];
  for (const make of figures) {
    const figure = whereStated(make, scope);
    if (figure) found.push(figure);
  }
  return found;
}

/** A value, or undefined where something that it needs is not stated. */
export function whereStated<S, T>(make: (of: S) => T, of: S): T | undefined {
  try {
    return make(of);
  } catch (error) {
    if (error instanceof NotStated) return undefined;
    throw error;
  }
}

import type { Figure } from './figure.ts';
import { NotStated } from './formula.ts';

/** Of some figures of one scope those that it has and whose inputs are stated. */
export function present<S>(figures: readonly ((scope: S) => Figure | undefined)[], scope: S): Figure[] {
  return figures.flatMap((make) => whereStated(() => make(scope)) ?? []);
}

/** A value, or undefined where something that it needs is not stated. */
export function whereStated<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotStated) return undefined;
    throw error;
  }
}

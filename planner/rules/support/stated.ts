import type { Placed } from '../../design/index.ts';
import type { Design } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';

/** Tells nobody: for what a rule can do without. */
export const silent: Reporter = { report: () => undefined, notStated: () => undefined };

/** The whole design as a place, so that its own lists read like any other's. */
export function whole(design: Design): Placed<Design> {
  return { value: design, path: '' };
}

/** A property's value; one that is absent is told to the reporter as not stated. */
export function stated<T extends object, K extends keyof T & string>(
  at: Placed<T>,
  property: K,
  reporter: Reporter,
): T[K] | undefined {
  const value = at.value[property];
  if (value === undefined) reporter.notStated(`${at.path}/${property}`);
  return value;
}

/** An object inside another with its place; undefined, and told as not stated, where it is absent. */
export function part<T extends object, K extends keyof T & string>(
  at: Placed<T>,
  property: K,
  reporter: Reporter,
): Placed<NonNullable<T[K]>> | undefined {
  const value = stated(at, property, reporter);
  return value === undefined || value === null ? undefined : { value, path: `${at.path}/${property}` };
}

type Item<L> = NonNullable<L> extends readonly (infer I)[] ? I : never;

/** The items of a list with their places; none, and told as not stated, where the list is absent. An empty list is stated. */
export function items<T extends object, K extends keyof T & string>(
  at: Placed<T>,
  property: K,
  reporter: Reporter,
): Placed<Item<T[K]>>[] {
  const list = stated(at, property, reporter) as readonly Item<T[K]>[] | undefined;
  return (list ?? []).map((value, i) => ({ value, path: `${at.path}/${property}/${i}` }));
}

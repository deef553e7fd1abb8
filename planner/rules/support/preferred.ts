import type { PlacedCopy, PlacedDatabase } from '../../design/index.ts';
import type { Reporter } from '../rule.ts';
import { stated } from './stated.ts';

/**
 * The copy that is active in the normal state: the one with the lowest activation preference. Undefined where a copy does not state
 * its preference, which is told, or there is no copy.
 */
export function preferredCopy(database: PlacedDatabase, reporter: Reporter): PlacedCopy | undefined {
  const preferences = database.copies.map((copy) => stated(copy, 'activationPreference', reporter) ?? NaN);
  const lowest = Math.min(...preferences);
  return database.copies[preferences.indexOf(lowest)];
}

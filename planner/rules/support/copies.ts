import { formatCount } from '../../design/format.ts';
import { indexDesign, type PlacedCopy, type PlacedDatabase } from '../../design/index.ts';
import type { Design } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';
import { stated } from './stated.ts';

/**
 * A database's copies apart: highly available ones, and lagged ones (a replay lag above 0). Undefined where a copy does not state its
 * lag, which is told.
 */
export function byLag(
  database: PlacedDatabase,
  reporter: Reporter,
): { readonly available: readonly PlacedCopy[]; readonly lagged: readonly PlacedCopy[] } | undefined {
  const lags = database.copies.map((copy) => stated(copy, 'replayLagHours', reporter));
  if (lags.includes(undefined)) return undefined;
  return {
    available: database.copies.filter((_, i) => lags[i] === 0),
    lagged: database.copies.filter((_, i) => lags[i] !== 0),
  };
}

/** The datacenter of each copy's server, in the order of the copies; undefined where one is not stated, which is told. */
export function copyDatacenters(
  design: Design,
  copies: readonly PlacedCopy[],
  reporter: Reporter,
): readonly string[] | undefined {
  const { servers } = indexDesign(design);
  const datacenters = copies.map((copy) => {
    const server = servers.get(copy.value.server);
    return server && stated(server, 'datacenter', reporter);
  });
  return datacenters.every((name) => name !== undefined) ? datacenters : undefined;
}

/** How often each value stands in a list. */
export function tally<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The value that stands most often in a list; undefined where no single one does. */
export function commonest<T>(values: readonly T[]): T | undefined {
  const counts = [...tally(values)];
  const most = Math.max(...counts.map(([, count]) => count));
  const [first, ...others] = counts.filter(([, count]) => count === most);
  return others.length > 0 ? undefined : first?.[0];
}

/** How a list divides where no single value stands most often in it: "4 are A; 4 are B"; undefined where one does, or none stands in it. */
export function division(values: readonly string[], verb: string): string | undefined {
  if (values.length === 0 || commonest(values) !== undefined) return undefined;
  return [...tally(values)].map(([value, count]) => `${formatCount(count)} ${verb} ${value}`).join('; ');
}

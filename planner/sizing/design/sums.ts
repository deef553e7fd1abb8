import type { Database } from '../../design/types.ts';
import { given, type Figure, type Quantity } from '../figure.ts';
import { NotStated } from '../formula.ts';
import type { TierScope } from '../tier/scope.ts';
import type { Sheet } from './sheet.ts';

/** A figure that several things have. */
export interface Shared {
  readonly figure: Figure<number>;
  readonly count: number;
}

/** Equal figures together. */
export interface Alike {
  readonly counts: readonly Quantity<number>[];
  readonly each: readonly Figure<number>[];
}

/** The mailboxes of some databases by tier. @param where where they stand, for the reader */
export function byTier(databases: readonly Database[], where: string): Quantity<number>[] {
  return [...mailboxesByTier(databases)].map(([name, count]) => given(count, 'mailboxes', where, name));
}

/** What one mailbox costs in the tier of each. @throws NotStated where a tier is not in the design */
export function costsOf(
  { tiers }: Sheet,
  mailboxes: readonly Quantity<number>[],
  cost: (tier: TierScope) => Figure<number>,
): Figure<number>[] {
  return mailboxes.map(({ of }) => {
    const tier = tiers.get(of ?? '');
    if (!tier) throw new NotStated('/mailboxTiers');
    return cost(tier);
  });
}

/** Figures that are equal, together, with how many they are: two lists for Σ(counts × each). @param of what they are of */
export function alike(figures: readonly Shared[], of: string): Alike {
  const groups = new Map<number, { count: number; figure: Figure<number> }>();
  for (const { figure, count } of figures) {
    const group = groups.get(figure.value);
    if (group) group.count += count;
    else groups.set(figure.value, { count, figure });
  }
  const all = [...groups.values()];
  return {
    counts: all.map(({ count, figure }) => {
      const first = figure.subject.slice(figure.subject.indexOf(':') + 1);
      return given(count, of, 'for which it is the same', first);
    }),
    each: all.map(({ figure }) => figure),
  };
}

/** Σ(counts × costs). */
export function weigh(counts: readonly number[], costs: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + count * (costs[i] ?? 0), 0);
}

/** Mailboxes of some databases by tier. */
export function mailboxesByTier(databases: readonly Database[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mailboxes = {} } of databases) {
    for (const tier in mailboxes) counts.set(tier, (counts.get(tier) ?? 0) + (mailboxes[tier] ?? 0));
  }
  return counts;
}

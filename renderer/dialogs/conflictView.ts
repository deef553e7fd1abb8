import { loadDesign } from '../../planner/design/load.ts';
import type { Problem } from '../../planner/design/problem.ts';
import type { Conflict } from '../state/dialogs.svelte.ts';
import { difference, rowKey, type Group } from './difference.ts';

/** What a file that changed on disk and the design that changed here have to do with each other. */
export type ConflictView =
  | { readonly kind: 'unreadable'; readonly problems: readonly Problem[] }
  /** Both hold the same design; only how it is written differs. */
  | { readonly kind: 'same' }
  | {
      readonly kind: 'different';
      readonly theirs: readonly Group[];
      readonly mine: readonly Group[];
      /** What both sides changed, by `rowKey`. */
      readonly contested: ReadonlySet<string>;
    };

/** What either side changed since both were the same. */
export function conflictView({ base, mine, theirs }: Conflict): ConflictView {
  const loaded = loadDesign(theirs);
  if (!loaded.ok) return { kind: 'unreadable', problems: loaded.problems };
  if (difference(mine, loaded.value).length === 0) return { kind: 'same' };
  const from = loadDesign(base);
  const origin = from.ok ? from.value : mine;
  const sides = { theirs: difference(origin, loaded.value), mine: difference(origin, mine) };
  const ours = new Set(keysOf(sides.mine));
  return { kind: 'different', ...sides, contested: new Set(keysOf(sides.theirs).filter((key) => ours.has(key))) };
}

function keysOf(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ subject, rows }) => rows.map((row) => rowKey(subject, row)));
}

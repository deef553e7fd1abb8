import type { Subject } from '../design/subject.ts';
import type { Badges } from './badges.ts';
import type { Draft } from './draft.ts';

/** Marks a place that has findings; x and y are the middle of the mark. */
export function drawBadge(
  { draft, badges }: { readonly draft: Draft; readonly badges: Badges },
  about: Subject,
  x: number,
  y: number,
  size = 12,
): void {
  const badge = badges.get(about);
  if (!badge) return;
  const look =
    badge === 'error' ? ({ marker: 'cross', role: 'red' } as const) : ({ marker: 'triangle', role: 'amber' } as const);
  draft.marker('badges', { x, y, size, ...look });
}

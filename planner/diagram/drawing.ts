import type { Subject } from '../design/subject.ts';
import type { Design } from '../design/types.ts';
import type { ServerLoad } from '../sizing/serverLoad.ts';
import type { Badge } from './badges.ts';
import type { CardSize } from './cardSize.ts';
import type { Disk } from './disks.ts';
import type { Draft } from './draft.ts';

/** What every part of a drawing is given. */
export interface Drawing {
  readonly design: Design;
  readonly draft: Draft;
  readonly size: CardSize;
  readonly disks: ReadonlyMap<string, readonly Disk[]>;
  readonly badges: ReadonlyMap<Subject, Badge>;
  /** By server name; empty where loads were not given. */
  readonly loads: ReadonlyMap<string, ServerLoad>;
  /** The fraction of the processor that the worst case may take. */
  readonly cpuLimit: number;
}

/** Marks a place that has findings; x and y are the middle of the mark. */
export function drawBadge({ draft, badges }: Drawing, about: Subject, x: number, y: number, size = 12): void {
  const badge = badges.get(about);
  if (!badge) return;
  const look =
    badge === 'error' ? ({ marker: 'cross', role: 'red' } as const) : ({ marker: 'triangle', role: 'amber' } as const);
  draft.marker('badges', { x, y, size, ...look });
}

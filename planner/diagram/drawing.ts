import type { Design } from '../design/types.ts';
import type { ServerLoad } from '../sizing/serverLoad.ts';
import type { Badges } from './badges.ts';
import type { CardSize } from './cardSize.ts';
import type { Disk } from './disks.ts';
import type { Draft } from './draft.ts';
import type { Fates } from './fates.ts';
import type { LinkUse } from './linkUse.ts';

/** What every part of a drawing is given. */
export interface Drawing {
  readonly design: Design;
  readonly draft: Draft;
  readonly size: CardSize;
  readonly disks: ReadonlyMap<string, readonly Disk[]>;
  readonly badges: Badges;
  readonly serverBadges: ReadonlyMap<string, Badges>;
  /** By server name; empty where loads were not given. */
  readonly loads: ReadonlyMap<string, ServerLoad>;
  /** The fraction of the processor that the worst case may take. */
  readonly cpuLimit: number;
  /** How the links fare; empty where that was not given. */
  readonly linkUses: readonly LinkUse[];
  /** Where failures are played. */
  readonly fates: Fates | undefined;
}

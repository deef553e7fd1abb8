import type { Server } from '../design/types.ts';
import type { Badges } from './badges.ts';
import { drawCard, type Card, type CardLook } from './drawCard.ts';
import type { Disk } from './disks.ts';
import { isSameFate } from './fates.ts';

const kept = new WeakMap<Server, { readonly look: CardLook; readonly card: Card }>();

/** The card of a server as it was drawn last, where nothing that it shows has changed since; an edit changes few. */
export function keptCard(server: Server, look: CardLook): Card {
  const known = kept.get(server);
  if (known && isSameLook(known.look, look)) return known.card;
  const card = drawCard(server, look);
  kept.set(server, { look, card });
  return card;
}

function isSameLook(a: CardLook, b: CardLook): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.cpu === b.cpu &&
    a.cpuLimit === b.cpuLimit &&
    a.hasLoads === b.hasLoads &&
    a.size.width === b.size.width &&
    a.size.height === b.size.height &&
    a.size.diskColumns === b.size.diskColumns &&
    a.size.nameWidth === b.size.nameWidth &&
    areSameDisks(a.disks, b.disks) &&
    areSameBadges(a.badges, b.badges) &&
    isSameFate(a.fate, b.fate)
  );
}

function areSameDisks(a: readonly Disk[], b: readonly Disk[]): boolean {
  return a === b || (a.length === b.length && a.every((disk, i) => isSameDisk(disk, b[i])));
}

function isSameDisk(a: Disk, b: Disk | undefined): boolean {
  return (
    a === b ||
    (a.kind === b?.kind &&
      a.volume?.name === b.volume?.name &&
      a.copies.length === b.copies.length &&
      a.copies.every(
        ({ value, database }, i) => value === b.copies[i]?.value && database.name === b.copies[i].database.name,
      ))
  );
}

function areSameBadges(a: Badges, b: Badges): boolean {
  return a === b || (a.size === b.size && [...a].every(([about, badge]) => b.get(about) === badge));
}

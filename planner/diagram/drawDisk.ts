import type { PlacedCopy } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Badges } from './badges.ts';
import { disk as lengths } from './cardSize.ts';
import { copyCells } from './copyCells.ts';
import { details } from './detail.ts';
import type { Disk } from './disks.ts';
import type { Draft, OpenHit } from './draft.ts';
import { drawBadge } from './drawBadge.ts';
import { isEmptied, type Fate } from './fates.ts';
import { activatedLook, copyLook, diskLook, emptiedLook, failedLook, type Swatch } from './looks.ts';
import type { Bounds } from './scene.ts';

interface Pens {
  readonly draft: Draft;
  readonly badges: Badges;
  /** Of the server, where failures are played. */
  readonly fate: Fate | undefined;
}

/** One disk: a block of its copies, or the outline of a disk that carries none. */
export function drawDisk(pens: Pens, server: string, disk: Disk, x: number, y: number, parent: OpenHit): void {
  const { draft, fate } = pens;
  const bounds = { x, y, width: lengths.width, height: lengths.height };
  const hit = disk.volume
    ? draft.hit(subject.volume(server, disk.volume.name), bounds, parent, details.server)
    : parent;
  const isLost = disk.volume !== undefined && fate?.lostDisks.has(disk.volume.name) === true;
  if (isLost || isEmptied(fate)) {
    const look = isLost ? failedLook : emptiedLook;
    draft.rect('bays', inset(bounds, 0.5), { radius: lengths.radius, strokeWidth: 1, ...look });
    if (isLost) {
      const middle = { x: x + lengths.width / 2, y: y + lengths.height / 2 };
      draft.marker('badges', { ...middle, size: 12, marker: 'cross', role: 'red' });
    }
    for (const { copy, bounds: cell } of cellsOf(disk, x, y))
      draft.hit(subject.copy(copy.database.name, copy.value.server), cell, hit, details.copy);
  } else if (disk.copies.length === 0) {
    draft.rect('bays', inset(bounds, 0.5), { radius: lengths.radius, strokeWidth: 1, ...diskLook[disk.kind] });
  } else {
    const isTaking = disk.copies.some(({ database }) => fate?.activated.has(database.name));
    draft.rect('disks', bounds, { radius: lengths.radius, fill: isTaking ? activatedLook.fill : 'preference2' });
    drawCopies(pens, disk, x, y, hit);
  }
  if (disk.volume) drawBadge(pens, hit.subject, x + lengths.width - 1, y + 1, 5);
}

function drawCopies(pens: Pens, disk: Disk, x: number, y: number, parent: OpenHit): void {
  const { draft, fate } = pens;
  for (const { copy, bounds, gap } of cellsOf(disk, x, y)) {
    const { value, database } = copy;
    const isActivated = fate?.activated.has(database.name) === true;
    const isLost = fate?.lostCopies.has(database.name) === true;
    const look: Swatch = isLost ? failedLook : isActivated ? activatedLook : copyLook(value);
    const { fill, hatched, stroke, dashed } = look;
    const shape = { radius: 1.2, strokeWidth: 0.5, fill, hatched, stroke, dashed, block: { x, y, gap } };
    draft.rect('copies', stroke ? inset(bounds, 0.25) : bounds, shape);
    const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
    if (isActivated) draft.marker('activations', { ...middle, size: 4.4, marker: 'dot', role: 'panel' });
    if (isLost) draft.marker('badges', { ...middle, size: 5, marker: 'cross', role: 'red' });
    const hit = draft.hit(subject.copy(database.name, value.server), bounds, parent, details.copy);
    drawBadge(pens, hit.subject, bounds.x + bounds.width - 1.5, bounds.y + bounds.height - 1.5, 2.4);
  }
}

/** A disk's copies and where each stands. */
function cellsOf({ copies }: Disk, x: number, y: number): { copy: PlacedCopy; bounds: Bounds; gap: number }[] {
  const { cells, gap } = copyCells(copies.length, x, y);
  return copies.flatMap((copy, i) => (cells[i] ? [{ copy, bounds: cells[i], gap }] : []));
}

function inset({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

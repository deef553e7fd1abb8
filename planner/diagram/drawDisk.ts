import { subject } from '../design/subject.ts';
import type { Badges } from './badges.ts';
import { disk as lengths } from './cardSize.ts';
import { copyCells } from './copyCells.ts';
import { details } from './detail.ts';
import type { Disk } from './disks.ts';
import type { Draft, OpenHit } from './draft.ts';
import { drawBadge } from './drawBadge.ts';
import { copyLook, diskLook } from './looks.ts';
import type { Bounds } from './scene.ts';

interface Pens {
  readonly draft: Draft;
  readonly badges: Badges;
}

/** One disk: a block of its copies, or the outline of a disk that carries none. */
export function drawDisk(pens: Pens, server: string, disk: Disk, x: number, y: number, parent: OpenHit): void {
  const { draft } = pens;
  const bounds = { x, y, width: lengths.width, height: lengths.height };
  const hit = disk.volume
    ? draft.hit(subject.volume(server, disk.volume.name), bounds, parent, details.server)
    : parent;
  if (disk.copies.length === 0) {
    draft.rect('bays', inset(bounds, 0.5), { radius: lengths.radius, strokeWidth: 1, ...diskLook[disk.kind] });
  } else {
    draft.rect('disks', bounds, { radius: lengths.radius, fill: 'preference2' });
    drawCopies(pens, disk, x, y, hit);
  }
  if (disk.volume) drawBadge(pens, hit.subject, x + lengths.width - 1, y + 1, 5);
}

function drawCopies(pens: Pens, { copies }: Disk, x: number, y: number, parent: OpenHit): void {
  const { cells, gap } = copyCells(copies.length, x, y);
  const block = { x, y, gap };
  for (const [i, { value: copy, database }] of copies.entries()) {
    const bounds = cells[i];
    if (!bounds) continue;
    const { fill, hatched, stroke } = copyLook(copy);
    const shape = { radius: 1.2, strokeWidth: 0.5, fill, hatched, stroke, block };
    pens.draft.rect('copies', stroke ? inset(bounds, 0.25) : bounds, shape);
    const hit = pens.draft.hit(subject.copy(database.name, copy.server), bounds, parent, details.copy);
    drawBadge(pens, hit.subject, bounds.x + bounds.width - 1.5, bounds.y + bounds.height - 1.5, 2.4);
  }
}

function inset({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

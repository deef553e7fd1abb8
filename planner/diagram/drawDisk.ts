import type { PlacedCopy } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { DatabaseCopy, Server } from '../design/types.ts';
import { disk as lengths } from './cardSize.ts';
import { details } from './detail.ts';
import type { Disk } from './disks.ts';
import { drawBadge, type Drawing } from './drawing.ts';
import type { OpenHit } from './draft.ts';
import { textWidth } from './measure.ts';
import { lagText } from './legend.ts';
import { copyInk, copyLook, diskLook, lagOf } from './looks.ts';
import type { Block, Bounds } from './scene.ts';

const cellGap = 1;
const emptyLabels = { data: 'empty', unassigned: '', spare: 'spare', restore: 'restore', system: 'system' } as const;

/** One disk: a block of its copies, or the outline of a disk that carries none. */
export function drawDisk(drawing: Drawing, server: Server, disk: Disk, x: number, y: number, parent: OpenHit): void {
  const { draft } = drawing;
  const bounds = { x, y, width: lengths.width, height: lengths.height };
  const hit = disk.volume
    ? draft.hit(subject.volume(server.name, disk.volume.name), bounds, parent, details.server)
    : parent;
  if (disk.copies.length === 0) {
    draft.rect('bays', inset(bounds, 0.5), { radius: lengths.radius, strokeWidth: 1, ...diskLook[disk.kind] });
  } else {
    draft.rect('disks', bounds, { radius: lengths.radius, fill: 'preference2' });
    drawCopies(drawing, disk.copies, bounds, hit);
  }
  const label = { size: 3.2, role: 'ink2' } as const;
  if (disk.copies.length === 0) {
    const middle = { x: x + lengths.width / 2, y: y + lengths.height / 2 + 1.1, anchor: 'middle' } as const;
    draft.text('volumeNames', emptyLabels[disk.kind], { ...label, ...middle, maxWidth: lengths.width - 2 });
  }
  if (!disk.volume) return;
  draft.text('volumeNames', disk.volume.name, {
    ...label,
    x,
    y: y + lengths.height + 4.4,
    maxWidth: lengths.width + 2,
  });
  drawBadge(drawing, hit.subject, x + lengths.width - 1, y + 1, 5);
}

/** Copies in reading order; up to four stand two by two, more in the squarest grid that holds them. */
function drawCopies(drawing: Drawing, copies: readonly PlacedCopy[], bounds: Bounds, parent: OpenHit): void {
  const columns = copies.length <= 4 ? 2 : Math.ceil(Math.sqrt(copies.length));
  const rows = copies.length <= 4 ? 2 : Math.ceil(copies.length / columns);
  const width = (bounds.width - (columns - 1) * cellGap) / columns;
  const height = (bounds.height - (rows - 1) * cellGap) / rows;
  const block = { x: bounds.x, y: bounds.y, gap: cellGap };
  for (const [i, copy] of copies.entries()) {
    const x = bounds.x + (i % columns) * (width + cellGap);
    const y = bounds.y + Math.floor(i / columns) * (height + cellGap);
    drawCopy(drawing, copy, { x, y, width, height }, block, parent);
  }
}

function drawCopy(
  drawing: Drawing,
  { value: copy, database }: PlacedCopy,
  bounds: Bounds,
  block: Block,
  parent: OpenHit,
): void {
  const { draft } = drawing;
  const { x, y, width, height } = bounds;
  const { fill, hatched, stroke } = copyLook(copy);
  const shape = { radius: 1.2, strokeWidth: 0.5, fill, hatched, stroke, block };
  draft.rect('copies', stroke ? inset(bounds, 0.25) : bounds, shape);
  const hit = draft.hit(subject.copy(database.name, copy.server), bounds, parent, details.copy);
  drawBadge(drawing, hit.subject, x + width - 1.5, y + height - 1.5, 2.4);
  writeCopy(drawing, copy, database.name, bounds);
}

/** The activation preference, alone or, up close, with the database's name and the copy's state. */
function writeCopy({ draft }: Drawing, copy: DatabaseCopy, database: string, { x, y, width, height }: Bounds): void {
  const role = copyInk(copy);
  const preference = copy.activationPreference === undefined ? '?' : String(copy.activationPreference);
  const size = Math.min(7, height * 0.56, width * 0.8);
  draft.text('preferences', preference, {
    x: x + width / 2,
    y: y + height / 2 + size * 0.36,
    size,
    weight: 600,
    role,
    anchor: 'middle',
    maxWidth: width,
  });
  const small = Math.min(2.1, height / 6);
  const left = x + 0.9;
  const maxWidth = width - 1.6;
  const wanted = textWidth(database, small, 600);
  const fitting = Math.max(small * 0.6, Math.min(small, (0.98 * small * maxWidth) / wanted));
  const bottom = y + height;
  draft.text('databases', preference, { x: left, y: y + small * 2, size: small * 1.8, weight: 600, role, maxWidth });
  draft.text('databases', database, { x: left, y: bottom - small * 1.7, size: fitting, weight: 600, role, maxWidth });
  draft.text('databases', stateOf(copy), { x: left, y: bottom - small * 0.5, size: small * 0.8, role, maxWidth });
}

function stateOf(copy: DatabaseCopy): string {
  if (lagOf(copy) > 0) return `lag ${lagText(lagOf(copy))}`;
  return copy.activationPreference === 1 ? 'active' : 'passive';
}

function inset({ x, y, width, height }: Bounds, by: number): Bounds {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

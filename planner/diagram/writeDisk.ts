import type { DatabaseCopy } from '../design/types.ts';
import { disk as lengths } from './cardSize.ts';
import { copyCells } from './copyCells.ts';
import type { Disk } from './disks.ts';
import type { Draft } from './draft.ts';
import { isEmptied, type Fate } from './fates.ts';
import { lagText } from './legend.ts';
import { copyInk, lagOf } from './looks.ts';
import { textWidth } from './measure.ts';
import type { Bounds } from './scene.ts';

const emptyLabels = { data: 'empty', unassigned: '', spare: 'spare', restore: 'restore', system: 'system' } as const;

/** What is read of a disk from near: its name, and of each copy preference, database and state. */
export function writeDisk(draft: Draft, { kind, volume, copies }: Disk, x: number, y: number, fate?: Fate): void {
  const { cells } = copyCells(copies.length, x, y);
  for (const [i, { value, database }] of copies.entries()) {
    const cell = cells[i];
    if (!cell || isEmptied(fate) || fate?.lostCopies.has(database.name) || fate?.lostDisks.has(volume?.name ?? ''))
      continue;
    const isActivated = fate?.activated.has(database.name) === true;
    const isActive = fate ? fate.active.has(database.name) : value.activationPreference === 1 && lagOf(value) === 0;
    writeCopy(draft, value, database.name, cell, { isActive, isActivated });
  }
  const label = { size: 3.2, role: 'ink2' } as const;
  if (copies.length === 0) {
    const middle = { x: x + lengths.width / 2, y: y + lengths.height / 2 + 1.1, anchor: 'middle' } as const;
    draft.text('volumeNames', emptyLabels[kind], { ...label, ...middle, maxWidth: lengths.width - 2 });
  }
  if (!volume) return;
  draft.text('volumeNames', volume.name, { ...label, x, y: y + lengths.height + 4.4, maxWidth: lengths.width + 2 });
}

/** The activation preference, alone or, up close, with the database's name and the copy's state. */
function writeCopy(
  draft: Draft,
  copy: DatabaseCopy,
  database: string,
  { x, y, width, height }: Bounds,
  { isActive, isActivated }: { readonly isActive: boolean; readonly isActivated: boolean },
): void {
  const role = copyInk(copy, isActivated);
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
  draft.text('databases', stateOf(copy, isActive), {
    x: left,
    y: bottom - small * 0.5,
    size: small * 0.8,
    role,
    maxWidth,
  });
}

function stateOf(copy: DatabaseCopy, isActive: boolean): string {
  if (lagOf(copy) > 0) return `${isActive ? 'active, ' : ''}lag ${lagText(lagOf(copy))}`;
  return isActive ? 'active' : 'passive';
}

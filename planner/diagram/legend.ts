import { formatNumber } from '../design/format.ts';
import type { Design } from '../design/types.ts';
import type { Disk } from './disks.ts';
import type { LegendEntry } from './scene.ts';
import { copyLook, diskLook, lagOf } from './looks.ts';

/** Explains the looks that this drawing uses, and no others. */
export function legendOf(design: Design, disks: readonly Disk[]): LegendEntry[] {
  const copies = disks.flatMap((disk) => disk.copies.map(({ value }) => value));
  const preferences = [...new Set(copies.filter((copy) => lagOf(copy) === 0).map((copy) => copy.activationPreference))];
  const stated = preferences.filter((preference) => preference !== undefined).toSorted((a, b) => a - b);
  const entries: LegendEntry[] = stated
    .filter((preference) => preference <= 3)
    .map((preference) => ({
      label: preference === 1 ? '1 active' : String(preference),
      swatch: copyLook({ server: '', activationPreference: preference }),
    }));
  if (stated.some((preference) => preference > 3)) {
    entries.push({ label: '4 and up', swatch: copyLook({ server: '', activationPreference: 4 }) });
  }
  if (preferences.includes(undefined))
    entries.push({ label: 'preference not stated', swatch: copyLook({ server: '' }) });
  const lagged = copies.filter((copy) => lagOf(copy) > 0);
  if (lagged[0]) entries.push({ label: laggedLabel(lagged), swatch: copyLook(lagged[0]) });
  const kinds = new Set(disks.map(({ kind }) => kind));
  if (kinds.has('spare')) entries.push({ label: 'spare', swatch: diskLook.spare });
  if (kinds.has('restore')) entries.push({ label: 'restore', swatch: diskLook.restore });
  if (kinds.has('system')) entries.push({ label: systemLabel(design), swatch: diskLook.system });
  return entries;
}

function laggedLabel(lagged: readonly { activationPreference?: number; replayLagHours?: number }[]): string {
  const preferences = new Set(lagged.map(({ activationPreference }) => activationPreference));
  const lags = new Set(lagged.map(({ replayLagHours }) => replayLagHours));
  const [preference] = preferences;
  const [hours] = lags;
  const number = preferences.size === 1 && preference !== undefined ? `${preference} ` : '';
  return `${number}lagged${lags.size === 1 && hours !== undefined ? ` ${lagText(hours)}` : ''}`;
}

/** A replay lag in words: "7 d", "36 h". */
export function lagText(hours: number): string {
  return hours % 24 === 0 ? `${formatNumber(hours / 24)} d` : `${formatNumber(hours)} h`;
}

function systemLabel(design: Design): string {
  const levels = new Set((design.hardware ?? []).flatMap(({ systemDisks }) => systemDisks?.raid ?? []));
  const [level] = levels;
  if (levels.size !== 1 || level === undefined || level === 'none') return 'system';
  return `system, ${level.replace('RAID', 'RAID-')}`;
}

import type { Server } from '../design/types.ts';
import type { Disk } from './disks.ts';
import { textWidth } from './measure.ts';

/** Lengths of the drawing, in scene units; the grid is 4. */
export const disk = { width: 18, height: 26, pitchX: 22, pitchY: 35, radius: 2 } as const;
export const card = {
  padding: 10,
  header: 32,
  gap: 8,
  radius: 8,
  nameSize: 12,
  percentWidth: 38,
  barWidth: 64,
} as const;
const shortestName = 48;
const longestName = 132;
const fewestDiskColumns = 8;

/** How large every server card of a drawing is; all are equal, so that the drawing is a grid. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
  /** Disks side by side. */
  readonly diskColumns: number;
  /** Room for the name before the load bar. */
  readonly nameWidth: number;
}

/** The smallest card that takes the most disks and the longest name of the design, at about twice as wide as high. */
export function cardSize(servers: readonly { server: Server; disks: readonly Disk[] }[]): CardSize {
  const most = Math.max(0, ...servers.map(({ disks }) => disks.length));
  const names = servers.map(({ server }) => textWidth(server.name, card.nameSize, 600));
  const nameWidth = Math.min(longestName, Math.max(shortestName, ...names)) + card.gap;
  const rows = Math.max(1, Math.round(most / Math.max(fewestDiskColumns, Math.sqrt(4 * most))));
  const diskColumns = Math.max(fewestDiskColumns, Math.ceil(most / rows));
  const disksWidth = diskColumns * disk.pitchX - (disk.pitchX - disk.width);
  return {
    width: 2 * card.padding + Math.max(disksWidth, nameWidth + card.barWidth + card.percentWidth),
    height: card.header + rows * disk.pitchY - (disk.pitchY - disk.height) + card.padding + 2,
    diskColumns,
    nameWidth,
  };
}

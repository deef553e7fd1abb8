import { formatNumber } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Link } from '../design/types.ts';
import { drawBadge } from './drawBadge.ts';
import type { Drawing } from './drawing.ts';
import type { Draft, OpenHit } from './draft.ts';
import { peakShare, shareText, type LinkUse } from './linkUse.ts';
import { textWidth } from './measure.ts';
import type { Role } from './palette.ts';
import type { Bounds } from './scene.ts';

const bar = 6;
/** Heights of the half of a bar that is one direction: one that carries its load, and one that does not. */
const lane = { fine: 4, over: 8 } as const;

/**
 * The link between two datacenters that stand side by side: a bar, its round trip above, its bandwidth below. Where its load is known the
 * bar is two gauges, each filled from the sending side as far as its peak takes of what gets through; red and thick where that is not enough.
 */
export function drawLink(
  drawing: Drawing,
  left: Bounds & { name: string },
  right: Bounds & { name: string },
  parent: OpenHit | undefined,
): void {
  const { draft, design, badges } = drawing;
  const link = (design.links ?? []).find(({ from, to }) => joins(from, to, left.name, right.name));
  const from = left.x + left.width;
  const width = right.x - from;
  const middle = left.y + Math.min(left.height, right.height) / 2;
  draft.beginTile({ x: from, y: middle - 24, width, height: 78 });
  const text = { x: from + width / 2, anchor: 'middle', maxWidth: width - 4 } as const;
  if (!link) {
    draft.line(
      'lines',
      [
        [from, middle],
        [right.x, middle],
      ],
      { stroke: 'lineStrong', strokeWidth: 1.5, dashed: true },
    );
    draft.text('text', 'not stated', { ...text, y: middle - 8, size: 11, role: 'ink3' });
    return;
  }
  const about = subject.link(link.from, link.to);
  const isCut = [about, subject.link(link.to, link.from)].some((selector) => drawing.fates?.failed.has(selector));
  const { fill, soft, ink } = linkLooks[(drawing.fates ? undefined : badges.get(about)) ?? 'fine'];
  const gauges = gaugesOf(drawing.linkUses, left.name, right.name);
  if (isCut) drawCut(draft, from, right.x, middle);
  else if (gauges.length === 0) draft.rect('panels', { x: from, y: middle - bar / 2, width, height: bar }, { fill });
  for (const gauge of isCut ? [] : gauges) drawGauge(draft, gauge, { x: from, y: middle, width }, fill);
  const shares = gauges.map(({ share }) => share);
  if (!isCut && shares.length > 0) drawShare(draft, Math.max(...shares), text, middle);
  const roundTrip = link.roundTripMs === undefined ? '' : `${formatNumber(link.roundTripMs)} ms`;
  const above = isCut
    ? ({ words: 'cut', weight: 600, role: 'red' } as const)
    : ({ words: roundTrip, role: 'ink2' } as const);
  draft.text('text', above.words, { ...text, ...above, y: middle - 12, size: 11.5 });
  draft.text('overview', above.words, { ...text, ...above, y: middle - 12, size: 20 });
  const bandwidth = bandwidthOf(link);
  if (bandwidth !== '') {
    const pill = Math.min(width - 4, textWidth(bandwidth, 11.5, 600) + 14);
    draft.rect('tracks', { x: text.x - pill / 2, y: middle + 11, width: pill, height: 21 }, { radius: 6, fill: soft });
    const inPill = { ...text, y: middle + 25.5, maxWidth: pill - 4 };
    draft.text('text', bandwidth, { ...inPill, size: 11.5, weight: 600, role: ink });
  }
  draft.hit(about, { x: from, y: middle - 24, width, height: 76 }, parent);
  drawBadge(drawing, about, text.x, middle, 14);
}

interface Gauge {
  readonly isRightwards: boolean;
  readonly share: number;
}

/** Both directions of a link, as far as it is known how they fare. */
function gaugesOf(uses: readonly LinkUse[], left: string, right: string): Gauge[] {
  return uses.flatMap((use) => {
    const share = peakShare(use);
    if (share === undefined || !joins(use.from, use.to, left, right)) return [];
    return { isRightwards: use.from === left, share };
  });
}

/** One direction: rightwards above the middle, leftwards below it. */
function drawGauge(
  draft: Draft,
  { isRightwards, share }: Gauge,
  { x, y, width }: { x: number; y: number; width: number },
  fill: Role,
): void {
  const isOver = share > 1;
  const height = isOver ? lane.over : lane.fine;
  const top = isRightwards ? y - 0.5 - height : y + 0.5;
  draft.rect('panels', { x, y: top, width, height }, { fill: 'track', stroke: 'lineStrong', strokeWidth: 0.5 });
  if (share === 0) return;
  const filled = Math.max(2, Math.min(1, share) * width);
  const place = { x: isRightwards ? x : x + width - filled, y: top, width: filled, height };
  draft.rect('cards', place, { fill: isOver ? 'red' : fill });
}

/** What the peak takes of what gets through, below the bandwidth; at every scale where that is too much. */
function drawShare(
  draft: Draft,
  share: number,
  text: { readonly x: number; readonly anchor: 'middle'; readonly maxWidth: number },
  middle: number,
): void {
  const look = share > 1 ? ({ role: 'red', weight: 600 } as const) : ({ role: 'ink2' } as const);
  draft.text('text', Number.isFinite(share) ? `peak ${shareText(share)}` : shareText(share), {
    ...text,
    ...look,
    y: middle + 46,
    size: 11,
  });
  if (share > 1) draft.text('overview', shareText(share), { ...text, ...look, y: middle + 32, size: 20 });
}

function drawCut(draft: Draft, from: number, to: number, y: number): void {
  const points = [
    [from, y],
    [to, y],
  ] as const;
  draft.line('lines', points, { stroke: 'red', strokeWidth: 2, dashed: true });
  draft.marker('badges', { x: (from + to) / 2, y, size: 14, marker: 'cross', role: 'red' });
}

const linkLooks = {
  fine: { fill: 'preference2', soft: 'accentSoft', ink: 'accent' },
  warning: { fill: 'amber', soft: 'amberSoft', ink: 'amber' },
  error: { fill: 'red', soft: 'redSoft', ink: 'red' },
} as const;

function joins(from: string, to: string, a: string, b: string): boolean {
  return (from === a && to === b) || (from === b && to === a);
}

function bandwidthOf({ bandwidthMbps }: Link): string {
  if (bandwidthMbps === undefined) return '';
  return bandwidthMbps >= 1000 ? `${formatNumber(bandwidthMbps / 1000)} Gbps` : `${formatNumber(bandwidthMbps)} Mbps`;
}

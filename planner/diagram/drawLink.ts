import { formatNumber } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Link } from '../design/types.ts';
import { drawBadge } from './drawBadge.ts';
import type { Drawing } from './drawing.ts';
import type { Draft, OpenHit } from './draft.ts';
import { textWidth } from './measure.ts';
import type { Bounds } from './scene.ts';

const bar = 6;

/** The link between two datacenters that stand side by side: a bar, its round trip above, its bandwidth below. */
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
  draft.beginTile({ x: from, y: middle - 24, width, height: 56 });
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
  if (isCut) drawCut(draft, from, right.x, middle);
  else draft.rect('panels', { x: from, y: middle - bar / 2, width, height: bar }, { fill });
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
  draft.hit(about, { x: from, y: middle - 24, width, height: 58 }, parent);
  drawBadge(drawing, about, text.x, middle, 14);
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

import { formatNumber } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Link } from '../design/types.ts';
import { drawBadge } from './drawBadge.ts';
import type { Drawing } from './drawing.ts';
import type { OpenHit } from './draft.ts';
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
  const { fill, soft, ink } = linkLooks[badges.get(about) ?? 'fine'];
  draft.rect('panels', { x: from, y: middle - bar / 2, width, height: bar }, { fill });
  const roundTrip = link.roundTripMs === undefined ? '' : `${formatNumber(link.roundTripMs)} ms`;
  draft.text('text', roundTrip, { ...text, y: middle - 12, size: 11.5, role: 'ink2' });
  draft.text('overview', roundTrip, { ...text, y: middle - 12, size: 20, role: 'ink2' });
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

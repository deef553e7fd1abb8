import type { Marker, Tile } from '../../planner/diagram/index.ts';
import type { Brush } from './paintRects.ts';

/** The pixels that a mark of 12 units or more never falls below, so that findings are seen from afar. */
const smallestMark = 8;
const largeMark = 12;
const largestPixels = 22;

export function paintMarkers(brush: Brush, tiles: readonly Tile[]): void {
  for (const tile of tiles) for (const shape of tile.shapes) if (shape.kind === 'marker') paintMarker(brush, shape);
}

function paintMarker({ context, palette, view }: Brush, { marker, x, y, size, role }: Marker): void {
  const pixels = Math.min(largestPixels, Math.max(size * view.k, size >= largeMark ? smallestMark : 0));
  if (pixels < 3) return;
  const half = pixels / 2;
  context.save();
  context.translate(x * view.k + view.x, y * view.k + view.y);
  context.fillStyle = palette[role];
  context.setLineDash([]);
  context.beginPath();
  if (marker === 'triangle') {
    context.moveTo(0, -half);
    context.lineTo(half * 1.1, half);
    context.lineTo(-half * 1.1, half);
    context.closePath();
  } else {
    context.arc(0, 0, half, 0, 2 * Math.PI);
  }
  context.fill();
  if (marker === 'cross') {
    const arm = half * 0.45;
    context.beginPath();
    context.moveTo(-arm, -arm);
    context.lineTo(arm, arm);
    context.moveTo(arm, -arm);
    context.lineTo(-arm, arm);
    context.strokeStyle = palette.panel;
    context.lineWidth = pixels / 8;
    context.lineCap = 'round';
    context.stroke();
  }
  context.restore();
}

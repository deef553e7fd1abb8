import type { Bounds, Palette, Rect, Tile } from '../../planner/diagram/index.ts';
import type { View } from './view.ts';

/** What the painters share during one frame. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly hatch: CanvasPattern | null;
  readonly view: View;
  /** The part of the scene that is on the screen. */
  readonly part: Bounds;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

type Look = Pick<Rect, 'fill' | 'hatched' | 'stroke' | 'strokeWidth' | 'dashed'>;
interface Group {
  readonly look: Look;
  readonly rects: Rect[];
}

const groupsByTile = new WeakMap<Tile, ReadonlyMap<string, Group>>();

/** Rectangles of one look, whatever their tile, are one path: a canvas is fast when its colours change seldom. */
export function paintRects(brush: Brush, tiles: readonly Tile[]): void {
  const looks = new Map<string, { look: Look; lists: (readonly Rect[])[] }>();
  for (const tile of tiles) {
    for (const [key, { look, rects }] of groupsOf(tile)) {
      const entry = looks.get(key);
      if (entry) entry.lists.push(rects);
      else looks.set(key, { look, lists: [rects] });
    }
  }
  for (const { look, lists } of looks.values()) paintGroup(brush, look, lists);
}

function groupsOf(tile: Tile): ReadonlyMap<string, Group> {
  let groups = groupsByTile.get(tile);
  if (!groups) groupsByTile.set(tile, (groups = group(tile)));
  return groups;
}

function group(tile: Tile): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const shape of tile.shapes) {
    if (shape.kind !== 'rect') continue;
    const key = `${shape.fill ?? ''} ${shape.stroke ?? ''} ${shape.strokeWidth ?? 1} ${shape.hatched ? 'h' : ''} ${shape.dashed ? 'd' : ''}`;
    const existing = groups.get(key);
    if (existing) existing.rects.push(shape);
    else groups.set(key, { look: shape, rects: [shape] });
  }
  return groups;
}

function paintGroup(
  { context, palette, hatch, view, part, ratio }: Brush,
  look: Look,
  lists: readonly (readonly Rect[])[],
): void {
  const strokeWidth = look.stroke
    ? Math.max(1 / ratio, Math.min((look.strokeWidth ?? 1) * view.k, (look.strokeWidth ?? 1) * 1.5))
    : 0;
  context.beginPath();
  for (const rects of lists)
    for (const rect of rects) if (isIn(part, rect)) trace(context, rect, view, ratio, look.stroke ? strokeWidth : 0);
  if (look.fill) {
    context.fillStyle = palette[look.fill];
    context.fill();
  }
  if (look.hatched && hatch) {
    context.fillStyle = hatch;
    context.fill();
  }
  if (look.stroke) {
    context.strokeStyle = palette[look.stroke];
    context.lineWidth = strokeWidth;
    context.setLineDash(look.dashed ? [3 * Math.max(0.7, view.k), 2 * Math.max(0.7, view.k)] : []);
    context.stroke();
  }
}

/** Adds a rectangle to the path, its edges on device pixels; strokes stand on the middle of a pixel. */
function trace(context: CanvasRenderingContext2D, rect: Rect, view: View, ratio: number, strokeWidth: number): void {
  const offset = strokeWidth > 0 && Math.round(strokeWidth * ratio) % 2 === 1 ? 0.5 / ratio : 0;
  const [left, right] = edges(rect.x, rect.width, rect.block?.x, rect.block?.gap, view.k, view.x, ratio);
  const [top, bottom] = edges(rect.y, rect.height, rect.block?.y, rect.block?.gap, view.k, view.y, ratio);
  const width = Math.max(1 / ratio, right - left);
  const height = Math.max(1 / ratio, bottom - top);
  const radius = (rect.radius ?? 0) * view.k;
  if (radius < 1) context.rect(left + offset, top + offset, width, height);
  else context.roundRect(left + offset, top + offset, width, height, Math.min(radius, width / 2, height / 2));
}

/** Both edges on pixels; within a block counted from its corner, with a gap of at least a pixel. */
function edges(
  start: number,
  length: number,
  corner: number | undefined,
  gap = 0,
  k: number,
  shift: number,
  ratio: number,
): [number, number] {
  const snap = (value: number) => Math.round(value * ratio) / ratio;
  if (corner === undefined) return [snap(start * k + shift), snap((start + length) * k + shift)];
  const from = snap(corner * k + shift);
  const space = Math.max(1 / ratio, snap(gap * k));
  return [from + snap((start - corner) * k), from + snap((start + length + gap - corner) * k) - space];
}

export function isIn(part: Bounds, { x, y, width, height }: Bounds): boolean {
  return x < part.x + part.width && x + width > part.x && y < part.y + part.height && y + height > part.y;
}

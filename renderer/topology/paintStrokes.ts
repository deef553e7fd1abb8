import type { Text, Tile } from '../../planner/diagram/index.ts';
import type { Brush } from './paintRects.ts';

/** Smaller text is grey noise, and costs time. */
const smallestText = 4.5;
/** The middle of a capital above the baseline, in ems. */
const capMiddle = 0.364;
/** Headings stop growing here, so that zooming in shows more and not only larger. */
const largestText = 30;

export function paintLines({ context, palette, view: { k, x, y }, ratio }: Brush, tiles: readonly Tile[]): void {
  const snap = (value: number) => Math.round(value * ratio) / ratio;
  for (const tile of tiles) {
    for (const shape of tile.shapes) {
      if (shape.kind !== 'line') continue;
      context.beginPath();
      for (const [px, py] of shape.points) context.lineTo(snap(px * k + x), snap(py * k + y));
      context.strokeStyle = palette[shape.stroke];
      context.lineWidth = Math.max(1 / ratio, Math.min(shape.strokeWidth * k, shape.strokeWidth * 1.5));
      context.setLineDash(shape.dashed ? [4, 3] : []);
      context.stroke();
    }
  }
}

/** Text one weight, size and colour at a time, as far as it is large enough to read. */
export function paintTexts(brush: Brush, tiles: readonly Tile[]): void {
  const looks = new Map<string, Text[]>();
  for (const tile of tiles) {
    for (const shape of tile.shapes) {
      if (shape.kind !== 'text' || shape.size * brush.view.k < smallestText || !isNear(brush, shape)) continue;
      const key = `${shape.weight} ${shape.size} ${shape.role} ${shape.anchor}`;
      const texts = looks.get(key);
      if (texts) texts.push(shape);
      else looks.set(key, [shape]);
    }
  }
  for (const texts of looks.values()) paintOneLook(brush, texts);
}

function paintOneLook({ context, palette, view: { k, x, y } }: Brush, texts: readonly Text[]): void {
  const [first] = texts;
  if (!first) return;
  const pixels = Math.min(first.size * k, largestText);
  const rise = (first.size * k - pixels) * capMiddle;
  context.font = `${first.weight} ${pixels}px Inter, system-ui, sans-serif`;
  context.textAlign = first.anchor === 'middle' ? 'center' : first.anchor;
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette[first.role];
  for (const text of texts) context.fillText(text.text, text.x * k + x, text.y * k + y - rise);
}

/** Whether a text may touch the screen; its width is taken from its letters, generously. */
function isNear({ part }: Brush, { x, y, size, text }: Text): boolean {
  const reach = size * (text.length + 1);
  return x + reach > part.x && x - reach < part.x + part.width && y + size > part.y && y - size < part.y + part.height;
}

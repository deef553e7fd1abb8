import type { Bounds, Palette } from '../../planner/diagram/index.ts';
import type { Size, View } from '../topology/view.ts';

/** A stream of logs between two places, in scene units. */
export interface DrawnStream {
  readonly from: Bounds;
  readonly to: Bounds;
  readonly databases: number;
  readonly lagged: boolean;
}

/** What stays in the light, the thing itself among it, and what flows between. */
export interface DrawnFocus {
  readonly lit: readonly Bounds[];
  readonly about: readonly Bounds[];
  readonly streams: readonly DrawnStream[];
}

const veil = 0.8;
/** What is lit is never smaller than this, in pixels, so that it is seen from afar. */
const leastPixels = 5;
const arrow = 7;
/** Pixels; an arrow ends within what is larger. */
const largestBypassed = 60;

/** Paints on a canvas of its own over the drawing: a veil with holes, the streams as arrows, a ring around the thing itself. */
export function paintFocus(
  context: CanvasRenderingContext2D,
  { lit, about, streams }: DrawnFocus,
  view: View,
  size: Size,
  palette: Palette,
): void {
  const holes = lit.map((bounds) => onScreen(bounds, view)).filter((box) => isNear(box, size));
  context.globalAlpha = veil;
  context.fillStyle = palette.panel;
  context.fillRect(0, 0, size.width, size.height);
  context.globalAlpha = 1;
  for (const { x, y, width, height } of holes) context.clearRect(x, y, width, height);
  for (const stream of streams) paintStream(context, stream, view, palette);
  context.strokeStyle = palette.accent;
  context.lineWidth = 2;
  context.setLineDash([]);
  for (const bounds of about) {
    const { x, y, width, height } = onScreen(bounds, view);
    context.strokeRect(x - 1, y - 1, width + 2, height + 2);
  }
}

function paintStream(
  context: CanvasRenderingContext2D,
  { from, to, databases, lagged }: DrawnStream,
  view: View,
  palette: Palette,
): void {
  const target = onScreen(to, view);
  const [start, centre] = [middle(onScreen(from, view)), middle(target)];
  const [dx, dy] = [centre.x - start.x, centre.y - start.y];
  const length = Math.hypot(dx, dy);
  if (length < 1) return;
  // Bent to one side, so that there and back are two lines.
  const bend = Math.min(80, length * 0.16) / length;
  const knee = { x: (start.x + centre.x) / 2 - dy * bend, y: (start.y + centre.y) / 2 + dx * bend };
  const angle = Math.atan2(centre.y - knee.y, centre.x - knee.x);
  // Before something small the arrow ends, so as not to cover it.
  const reach = Math.min(target.width, target.height);
  const short = reach < largestBypassed ? Math.min(reach * 0.75 + 2, length / 3) : 0;
  const end = { x: centre.x - short * Math.cos(angle), y: centre.y - short * Math.sin(angle) };
  context.strokeStyle = lagged ? palette.ink3 : palette.accent;
  context.fillStyle = context.strokeStyle;
  context.lineWidth = Math.min(6, 1 + Math.sqrt(databases) * 0.6);
  context.setLineDash(lagged ? [5, 4] : []);
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.quadraticCurveTo(knee.x, knee.y, end.x, end.y);
  context.stroke();
  context.setLineDash([]);
  const head = arrow + context.lineWidth;
  context.beginPath();
  context.moveTo(end.x, end.y);
  for (const side of [-0.4, 0.4])
    context.lineTo(end.x - head * Math.cos(angle + side), end.y - head * Math.sin(angle + side));
  context.closePath();
  context.fill();
}

function onScreen({ x, y, width, height }: Bounds, view: View): Bounds {
  const [wide, high] = [Math.max(leastPixels, width * view.k), Math.max(leastPixels, height * view.k)];
  const centre = { x: (x + width / 2) * view.k + view.x, y: (y + height / 2) * view.k + view.y };
  return { x: centre.x - wide / 2, y: centre.y - high / 2, width: wide, height: high };
}

const middle = ({ x, y, width, height }: Bounds) => ({ x: x + width / 2, y: y + height / 2 });

function isNear({ x, y, width, height }: Bounds, size: Size): boolean {
  return x < size.width && y < size.height && x + width > 0 && y + height > 0;
}

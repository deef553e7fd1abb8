import type { View } from '../topology/view.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A database on its way from one copy to another, in scene units. */
export interface Flight {
  readonly from: Point;
  readonly to: Point;
}

const trail = 0.18;

/**
 * Paints databases on their way: a dot and the trail behind it.
 * @param t how far they are, from 0 to 1
 */
export function paintFlights(
  context: CanvasRenderingContext2D,
  flights: readonly Flight[],
  t: number,
  { k, x, y }: View,
  color: string,
): void {
  const at = ({ from, to }: Flight, part: number): Point => ({
    x: (from.x + (to.x - from.x) * part) * k + x,
    y: (from.y + (to.y - from.y) * part) * k + y,
  });
  const [head, tail] = [eased(t), eased(Math.max(0, t - trail))];
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = 1.5;
  context.globalAlpha = 0.5;
  context.beginPath();
  for (const flight of flights) {
    const [end, start] = [at(flight, head), at(flight, tail)];
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
  }
  context.stroke();
  context.globalAlpha = 1;
  context.beginPath();
  const radius = Math.min(5, Math.max(2.5, 3 * k));
  for (const flight of flights) {
    const { x: cx, y: cy } = at(flight, head);
    context.moveTo(cx + radius, cy);
    context.arc(cx, cy, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

/** Slow at both ends. */
function eased(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2;
}

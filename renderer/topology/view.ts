import type { Bounds } from '../../planner/diagram/index.ts';

/** How the scene lies on the screen: screen = scene × k + (x, y), in CSS pixels. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const scaleLimits: [number, number] = [0.03, 24];

/** The view that shows all of `bounds` within the insets, as large as it goes up to `maxScale`. */
export function fitView(bounds: Bounds, { width, height }: Size, insets: Insets, maxScale: number): View {
  const roomX = Math.max(1, width - insets.left - insets.right);
  const roomY = Math.max(1, height - insets.top - insets.bottom);
  const wanted = Math.min(roomX / Math.max(1, bounds.width), roomY / Math.max(1, bounds.height), maxScale);
  const k = Math.min(Math.max(wanted, scaleLimits[0]), scaleLimits[1]);
  return {
    k,
    x: insets.left + roomX / 2 - (bounds.x + bounds.width / 2) * k,
    y: insets.top + roomY / 2 - (bounds.y + bounds.height / 2) * k,
  };
}

/** The part of the scene that is on the screen. */
export function visiblePart({ k, x, y }: View, { width, height }: Size): Bounds {
  return { x: -x / k, y: -y / k, width: width / k, height: height / k };
}

/** Whether nothing of `bounds` is out of sight. */
export function isWhole(view: View, bounds: Bounds, size: Size): boolean {
  const part = visiblePart(view, size);
  return (
    bounds.x >= part.x &&
    bounds.y >= part.y &&
    bounds.x + bounds.width <= part.x + part.width &&
    bounds.y + bounds.height <= part.y + part.height
  );
}

/** The same view moved as little as needed to bring `bounds` onto the screen. */
export function reveal(view: View, bounds: Bounds, size: Size, margin: number): View {
  const { k } = view;
  const left = bounds.x * k + view.x;
  const top = bounds.y * k + view.y;
  return {
    k,
    x: view.x + shift(left, left + bounds.width * k, size.width, margin),
    y: view.y + shift(top, top + bounds.height * k, size.height, margin),
  };
}

function shift(from: number, to: number, room: number, margin: number): number {
  if (from < margin) return margin - from;
  return to > room - margin ? Math.max(room - margin - to, margin - from) : 0;
}

/** A part of the scene as it lies on the screen. */
export function toScreen({ k, x, y }: View, bounds: Bounds): Bounds {
  return { x: bounds.x * k + x, y: bounds.y * k + y, width: bounds.width * k, height: bounds.height * k };
}

/** A part of the screen as it lies on the scene. */
export function fromScreen({ k, x, y }: View, part: Bounds): Bounds {
  return { x: (part.x - x) / k, y: (part.y - y) / k, width: part.width / k, height: part.height / k };
}

import type { Rectangle } from 'electron';

/** How a window stood when it was last moved or closed. */
export interface WindowState {
  /** Where it stands when it is not maximised. */
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** Where a new window goes. Without x and y it is centred. */
export interface Placement {
  readonly bounds: Partial<Rectangle>;
  readonly maximized: boolean;
}

const usual = { width: 1440, height: 900 };
/** How far a further window stands below and to the right of the one before. */
const STEP = 28;
/** How much of a title bar must lie on a display, so that the window can be seen and taken hold of. */
const grip = { width: 160, height: 32 };

/**
 * @param areas the displays without their task bars, the primary one first
 * @param beside the window that the new one is opened from
 */
export function placeWindow(
  areas: readonly Rectangle[],
  saved: WindowState | undefined,
  beside: Rectangle | undefined,
): Placement {
  if (beside) return { bounds: cascade(beside, areas), maximized: false };
  const bounds = saved && within(saved.bounds, areas);
  return { bounds: bounds ?? fitted(usual, areas[0]), maximized: saved?.maximized ?? false };
}

/** A step away from a window; where that leaves its display, back in the display's corner. */
function cascade(beside: Rectangle, areas: readonly Rectangle[]): Partial<Rectangle> {
  const area = areas.find((each) => isGrippable(beside, each)) ?? areas[0];
  const size = fitted(beside, area);
  const stepped = { ...size, x: beside.x + STEP, y: beside.y + STEP };
  if (!area || isInside(stepped, area)) return stepped;
  return { ...size, x: area.x, y: area.y };
}

/** The bounds as they were, no larger than the display that they are on; undefined where no display shows them any more. */
function within(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const area = areas.find((each) => isGrippable(bounds, each));
  return area && { ...bounds, ...fitted(bounds, area) };
}

function fitted(size: { readonly width: number; readonly height: number }, area: Rectangle | undefined) {
  if (!area) return { width: size.width, height: size.height };
  return { width: Math.min(size.width, area.width), height: Math.min(size.height, area.height) };
}

function isGrippable(bounds: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return visible >= grip.width && bounds.y >= area.y && bounds.y + grip.height <= area.y + area.height;
}

function isInside(bounds: Rectangle, area: Rectangle): boolean {
  return bounds.x + bounds.width <= area.x + area.width && bounds.y + bounds.height <= area.y + area.height;
}

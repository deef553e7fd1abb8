import {
  drawList,
  type Bounds,
  type DrawnLayer,
  type Layer,
  type Palette,
  type Scene,
} from '../../planner/diagram/index.ts';
import { paintMarkers } from './paintMarkers.ts';
import { paintRects, type Brush } from './paintRects.ts';
import { paintLines, paintTexts } from './paintStrokes.ts';
import { visiblePart, type Size, type View } from './view.ts';

/** A ring around something, over the scene. */
export interface Ring {
  readonly bounds: Bounds;
  readonly strong: boolean;
}

interface Look {
  readonly palette: Palette;
  readonly hatch: CanvasPattern | null;
  readonly rings: readonly Ring[];
  /** How much of a layer is seen, from 0 to 1; without it, what the scale draws. */
  readonly opacityOf?: ((layer: Layer) => number) | undefined;
}

/**
 * Paints the part of a scene that is on the screen. The context's own transform is the device pixel ratio; everything is
 * computed in CSS pixels, so that text and hairlines stay crisp at every zoom.
 */
export function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  view: View,
  size: Size,
  { palette, hatch, rings, opacityOf }: Look,
): void {
  const ratio = devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.direction = 'ltr';
  context.textRendering = 'geometricPrecision';
  const snapped = { k: view.k, x: Math.round(view.x * ratio) / ratio, y: Math.round(view.y * ratio) / ratio };
  const part = visiblePart(snapped, size);
  hatch?.setTransform(new DOMMatrix().translate(snapped.x, snapped.y).scale(Math.min(2, Math.max(0.75, view.k * 0.8))));
  const brush: Brush = { context, palette, hatch, view: snapped, part, ratio };
  const isShown = opacityOf && ((layer: Layer) => opacityOf(layer) > 0);
  for (const drawn of drawList(scene, view.k, part, isShown)) {
    context.globalAlpha = opacityOf?.(drawn.layer) ?? 1;
    paintLayer(brush, drawn);
  }
  context.globalAlpha = 1;
  for (const ring of rings) paintRing(brush, ring);
}

function paintLayer(brush: Brush, { tiles }: DrawnLayer): void {
  paintRects(brush, tiles);
  paintLines(brush, tiles);
  paintTexts(brush, tiles);
  paintMarkers(brush, tiles);
}

function paintRing({ context, palette, view: { k, x, y } }: Brush, { bounds, strong }: Ring): void {
  const gap = strong ? 1 : 0;
  const radius = Math.max(2, Math.min(8, 0.14 * Math.min(bounds.width, bounds.height)) * k) + gap;
  context.beginPath();
  context.roundRect(
    bounds.x * k + x - gap,
    bounds.y * k + y - gap,
    bounds.width * k + 2 * gap,
    bounds.height * k + 2 * gap,
    radius,
  );
  context.strokeStyle = strong ? palette.accent : palette.ink3;
  context.lineWidth = strong ? 2 : 1;
  context.setLineDash([]);
  context.stroke();
}

const tile = 16;

/** Diagonal stripes for the lagged copy, transparent between. */
export function hatchPattern(context: CanvasRenderingContext2D, color: string): CanvasPattern | null {
  const canvas = new OffscreenCanvas(tile, tile);
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.strokeStyle = color;
  pen.lineWidth = 1.5;
  for (let x = -tile; x <= 2 * tile; x += 4) {
    pen.moveTo(x, tile + 2);
    pen.lineTo(x + tile + 4, -2);
  }
  pen.stroke();
  return context.createPattern(canvas, 'repeat');
}

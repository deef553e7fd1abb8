import type { Palette, Scene } from '../../planner/diagram/index.ts';
import { prefersStillness } from '../theme/motion.ts';
import { createFades } from './fades.ts';
import { hatchPattern } from './hatch.ts';
import { paint, type Ring } from './paint.ts';
import type { Size, View } from './view.ts';

export interface Picture {
  readonly scene: Scene;
  readonly view: View;
  readonly size: Size;
  readonly palette: Palette;
  readonly rings: readonly Ring[];
}

/**
 * A canvas as something to draw pictures on: keeps its resolution, the palette's pattern and what comes and goes. Drawing
 * tells whether the same picture will look otherwise a frame later.
 */
export function createSurface(canvas: HTMLCanvasElement): (picture: Picture) => boolean {
  const context = canvas.getContext('2d');
  const fades = createFades(prefersStillness);
  let hatch: { palette: Palette; pattern: CanvasPattern | null } | undefined;
  return ({ scene, view, size, palette, rings }) => {
    if (!context) return false;
    const width = Math.round(size.width * devicePixelRatio);
    const height = Math.round(size.height * devicePixelRatio);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if (hatch?.palette !== palette) hatch = { palette, pattern: hatchPattern(context, palette.laggedLine) };
    const { opacityOf, isFading } = fades(scene, view.k, performance.now());
    paint(context, scene, view, size, { palette, hatch: hatch.pattern, rings, opacityOf });
    return isFading;
  };
}

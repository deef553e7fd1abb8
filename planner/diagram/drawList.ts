import { isDrawnAt } from './detail.ts';
import type { Bounds, Layer, Scene, Tile } from './scene.ts';

/** The part of a layer that is to be drawn. */
export interface DrawnLayer {
  readonly layer: Layer;
  readonly tiles: readonly Tile[];
}

/** A tile's markers and strokes reach this far beyond its bounds, in scene units. */
const overhang = 16;

/**
 * What of a scene is drawn at a scale within a part of it, in drawing order.
 * @param isShown which layers, where a surface has other layers on the screen than those of the scale
 */
export function drawList(
  scene: Scene,
  scale: number,
  part: Bounds,
  isShown: (layer: Layer) => boolean = (layer) => isDrawnAt(layer, scale),
): DrawnLayer[] {
  return scene.layers
    .filter(isShown)
    .map((layer) => ({ layer, tiles: layer.tiles.filter((tile) => overlaps(tile, part)) }))
    .filter(({ tiles }) => tiles.length > 0);
}

function overlaps(tile: Tile, part: Bounds): boolean {
  return (
    tile.x - overhang < part.x + part.width &&
    tile.x + tile.width + overhang > part.x &&
    tile.y - overhang < part.y + part.height &&
    tile.y + tile.height + overhang > part.y
  );
}

import { Draft, type LayerName, type Tiles } from './draft.ts';
import type { Bounds, Shape, Tile } from './scene.ts';

/**
 * Layers that are seen only from near, drawn when a surface first asks for one of them: of a large design no one ever looks
 * at most of it.
 */
export function closeUp(
  layers: readonly LayerName[],
  { x, y, width, height }: Bounds,
  draw: (draft: Draft) => void,
): Tiles {
  let drawn: Tiles = none;
  const shapesOf = (layer: LayerName): readonly Shape[] => {
    if (drawn === none) drawn = drawTile({ x, y, width, height }, draw);
    return drawn.get(layer)?.shapes ?? [];
  };
  return new Map(
    layers.map((layer): [LayerName, Tile] => [
      layer,
      {
        x,
        y,
        width,
        height,
        get shapes() {
          return shapesOf(layer);
        },
      },
    ]),
  );
}

const none: Tiles = new Map();

function drawTile(bounds: Bounds, draw: (draft: Draft) => void): Tiles {
  const draft = new Draft();
  draft.beginTile(bounds);
  draw(draft);
  return draft.places[0] ?? none;
}

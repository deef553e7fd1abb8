import type { Subject } from '../design/subject.ts';
import { details } from './detail.ts';
import type { Role } from './palette.ts';
import { fit, type Weight } from './measure.ts';
import type { Bounds, Detail, Hit, Layer, Line, Marker, Rect, Shape, Text, Tile } from './scene.ts';

/** The layers from the undermost, and the scales at which they are drawn. */
const layerDetails = {
  lines: details.always,
  panels: details.always,
  cards: details.always,
  heat: details.heat,
  heatText: details.heat,
  overview: details.overview,
  summary: details.summary,
  tracks: details.copy,
  bars: details.copy,
  text: details.copy,
  bays: details.server,
  disks: details.disk,
  copies: details.copy,
  activations: details.activation,
  preferences: details.preference,
  databases: details.database,
  volumeNames: details.volumeName,
  badges: details.always,
} as const satisfies Record<string, Detail>;
export type LayerName = keyof typeof layerDetails;

/** A hit box while it still takes children. */
export interface OpenHit extends Bounds, Detail {
  readonly subject: Subject;
  readonly children: OpenHit[];
}

/** What stands in one place of the drawing, layer by layer. */
export type Tiles = ReadonlyMap<LayerName, Tile>;

interface OpenTile extends Bounds {
  readonly shapes: Shape[];
}

/** Collects the shapes of a scene, by layer and, within it, by the tile that was begun last. */
export class Draft {
  readonly hits: OpenHit[] = [];
  readonly #places: Tiles[] = [];
  #begun: { readonly bounds: Bounds; readonly tiles: Map<LayerName, OpenTile> } | undefined;

  /** What is drawn from here on stands within these bounds. */
  beginTile(bounds: Bounds): void {
    const tiles = new Map<LayerName, OpenTile>();
    this.#begun = { bounds, tiles };
    this.#places.push(tiles);
  }

  /** Takes over what another draft holds, as it was drawn there. */
  include(places: readonly Tiles[]): void {
    for (const place of places) this.#places.push(place);
    this.#begun = undefined;
  }

  get places(): readonly Tiles[] {
    return this.#places;
  }

  add(layer: LayerName, shape: Shape): void {
    if (!this.#begun) throw new Error('A shape was drawn before its tile was begun.');
    const { bounds, tiles } = this.#begun;
    const tile = tiles.get(layer);
    if (tile) tile.shapes.push(shape);
    else {
      const { x, y, width, height } = bounds;
      tiles.set(layer, { x, y, width, height, shapes: [shape] });
    }
  }

  rect(layer: LayerName, bounds: Bounds, look: Omit<Rect, 'kind' | keyof Bounds>): void {
    const { x, y, width, height } = bounds;
    const { radius, fill, hatched, stroke, strokeWidth, dashed, block } = look;
    this.add(layer, { kind: 'rect', x, y, width, height, radius, fill, hatched, stroke, strokeWidth, dashed, block });
  }

  line(layer: LayerName, points: Line['points'], look: Omit<Line, 'kind' | 'points'>): void {
    this.add(layer, { kind: 'line', points, ...look });
  }

  marker(layer: LayerName, marker: Omit<Marker, 'kind'>): void {
    this.add(layer, { kind: 'marker', ...marker });
  }

  /** Writes one line of text, shortened to `maxWidth`; returns the width it takes. */
  text(
    layer: LayerName,
    text: string,
    place: {
      x: number;
      y: number;
      size: number;
      role: Role;
      maxWidth: number;
      weight?: Weight;
      anchor?: Text['anchor'];
    },
  ): number {
    const { x, y, size, role, maxWidth, weight = 400, anchor = 'start' } = place;
    const { shown, width } = fit(text, size, weight, maxWidth);
    if (shown !== '') this.add(layer, { kind: 'text', x, y, text: shown, size, weight, anchor, role });
    return width;
  }

  /** Makes a place selectable, within its parent where it has one. */
  hit(subject: Subject, bounds: Bounds, parent?: OpenHit, detail: Detail = details.always): OpenHit {
    const { x, y, width, height } = bounds;
    const { minScale, maxScale } = detail;
    const hit: OpenHit = { subject, x, y, width, height, minScale, maxScale, children: [] };
    (parent?.children ?? this.hits).push(hit);
    return hit;
  }

  finish(): { layers: Layer[]; hits: readonly Hit[] } {
    const layers = (Object.keys(layerDetails) as LayerName[]).map((name) => ({
      name,
      ...layerDetails[name],
      tiles: this.#places.flatMap((tiles) => tiles.get(name) ?? []),
    }));
    return { layers: layers.filter(({ tiles }) => tiles.length > 0), hits: this.hits };
  }
}

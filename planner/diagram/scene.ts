import type { Subject } from '../design/subject.ts';
import type { Role } from './palette.ts';

/**
 * The drawing of a design, made once for the screen and for every exported picture. Plain data: lengths are in scene
 * units (one CSS pixel at 100 %), y grows downwards, colours are roles.
 */
export interface Scene extends Bounds {
  /** The design's name. */
  readonly title: string;
  /** What the drawing shows, for someone who cannot see it. */
  readonly description: string;
  /** In drawing order, the undermost first. */
  readonly layers: readonly Layer[];
  /** What can be pointed at; a child lies above its parent. */
  readonly hits: readonly Hit[];
  readonly legend: readonly LegendEntry[];
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From which scale (inclusive) to which (exclusive) something is drawn; a scale is screen pixels per scene unit. */
export interface Detail {
  readonly minScale: number;
  readonly maxScale: number;
}

/**
 * Shapes of one kind of content. Rectangles of a layer do not overlap one another, so that a surface may draw them
 * grouped by colour; its lines lie above its rectangles, then its texts, then its markers.
 */
export interface Layer extends Detail {
  readonly name: string;
  readonly tiles: readonly Tile[];
}

/** The part of a layer that belongs to one place of the drawing; what lies outside the view is left out by the tile. */
export interface Tile extends Bounds {
  readonly shapes: readonly Shape[];
}

export type Shape = Rect | Line | Text | Marker;

export interface Rect extends Bounds {
  readonly kind: 'rect';
  readonly radius?: number | undefined;
  readonly fill?: Role | undefined;
  /** Stripes over the fill, in the role of the lagged copy's lines. */
  readonly hatched?: boolean | undefined;
  readonly stroke?: Role | undefined;
  readonly strokeWidth?: number | undefined;
  readonly dashed?: boolean | undefined;
  /** The block that it is part of, so that a screen can make all blocks look alike on whole pixels. */
  readonly block?: Block | undefined;
}

/** A block of equal rectangles: its corner, and the gap between them. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly gap: number;
}

export interface Line {
  readonly kind: 'line';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly stroke: Role;
  readonly strokeWidth: number;
  readonly dashed?: boolean;
}

export interface Text {
  readonly kind: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  /** Already shortened to its room. */
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly role: Role;
}

export interface Marker {
  readonly kind: 'marker';
  readonly marker: 'triangle' | 'cross' | 'dot';
  /** The middle. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly role: Role;
}

export interface Hit extends Bounds, Detail {
  readonly subject: Subject;
  readonly children: readonly Hit[];
}

/** Explains a look, at the scales at which it is drawn. */
export interface LegendEntry extends Detail {
  readonly label: string;
  readonly swatch: Pick<Rect, 'fill' | 'hatched' | 'stroke' | 'dashed'>;
}

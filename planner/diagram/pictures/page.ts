import type { PlayedFailures } from '../fates.ts';
import type { Hit, Layer } from '../scene.ts';
import type { Caption } from './caption.ts';
import type { Area } from './papers.ts';

/** One page of a picture, in points; plain data that every writer draws as it stands. */
export interface Page extends Area {
  readonly number: number;
  readonly count: number;
  /** The design's name. */
  readonly title: string;
  /** What of the design it shows. */
  readonly heading: string;
  /** What it shows, for someone who cannot see it. */
  readonly description: string;
  /** What came of what it shows, where it shows failures; and these. */
  readonly caption?: Caption;
  readonly failures?: PlayedFailures;
  /** In drawing order. */
  readonly groups: readonly Group[];
  /** What stands in the drawing, in the units of the scene. */
  readonly hits: readonly Hit[];
  /** The size of its smallest text, in points. */
  readonly smallestText: number;
}

/** Layers that share a place on the page: a point is `scale` × unit + (x, y). */
export interface Group {
  readonly id: 'drawing' | 'frame';
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly layers: readonly Pick<Layer, 'name' | 'tiles'>[];
}

/** How far a file is written, in pages. */
export interface PagesWritten {
  readonly done: number;
  readonly of: number;
}

import type { Detail } from './scene.ts';

/**
 * Semantic zoom: the scales (screen pixels per scene unit) between which each kind of content is drawn. A copy is 8.5
 * units wide and a disk 18, so that neither is drawn smaller than about four pixels.
 */
const diskScale = 0.22;
const copyScale = 0.47;
const volumeNameScale = 3;
const preferenceScale = 1.5;
const databaseScale = 4;
const always: Detail = { minScale: 0, maxScale: Infinity };

export const details = {
  always,
  /** Servers as one tint of their load. */
  heat: { minScale: 0, maxScale: diskScale },
  /** Large headings, where the ordinary text is too small to read. */
  overview: { minScale: 0, maxScale: copyScale },
  /** Large names and figures in the cards, above the disks. */
  summary: { minScale: diskScale, maxScale: copyScale },
  /** Anything with disks. */
  server: { minScale: diskScale, maxScale: Infinity },
  /** A disk as one block. */
  disk: { minScale: diskScale, maxScale: copyScale },
  copy: { minScale: copyScale, maxScale: Infinity },
  /** The dot of an activated copy, where no text is in it. */
  activation: { minScale: copyScale, maxScale: preferenceScale },
  /** The activation preference alone in its copy. */
  preference: { minScale: preferenceScale, maxScale: databaseScale },
  volumeName: { minScale: volumeNameScale, maxScale: Infinity },
  /** Preference, database and lag in the copy. */
  database: { minScale: databaseScale, maxScale: Infinity },
} as const satisfies Record<string, Detail>;

/** How much a picture shows, for surfaces without zoom, as the scale that shows it. */
export const pictureDetails = { servers: 0.15, disks: 0.4, copies: 1, preferences: 2, databases: 8 } as const;
export type PictureDetail = keyof typeof pictureDetails;

/** Whether something with this range is drawn at a scale. */
export function isDrawnAt(range: Detail, scale: number): boolean {
  return scale >= range.minScale && scale < range.maxScale;
}

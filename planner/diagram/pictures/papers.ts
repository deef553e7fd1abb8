/** Sheets of paper in millimetres, upright: ISO 216 and ANSI/ASME Y14.1. `free` is as large as the picture needs. */
export const papers = {
  free: undefined,
  a5: { width: 148, height: 210 },
  a4: { width: 210, height: 297 },
  a3: { width: 297, height: 420 },
  a2: { width: 420, height: 594 },
  a1: { width: 594, height: 841 },
  a0: { width: 841, height: 1189 },
  letter: { width: 215.9, height: 279.4 },
  legal: { width: 215.9, height: 355.6 },
  tabloid: { width: 279.4, height: 431.8 },
} as const;
export type PaperName = keyof typeof papers;

/** `automatic` takes whichever needs fewer pages, then whichever shows more. */
export const orientations = ['automatic', 'landscape', 'portrait'] as const;
export type Orientation = (typeof orientations)[number];

/** Width and height in points, 72 to the inch. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

export const pointsPerMm = 72 / 25.4;

/** The sheets that an orientation allows, in points; none for `free`. */
export function sheetsOf(paper: PaperName, orientation: Orientation): readonly Area[] {
  const size = papers[paper];
  if (!size) return [];
  const portrait = { width: size.width * pointsPerMm, height: size.height * pointsPerMm };
  const landscape = { width: portrait.height, height: portrait.width };
  switch (orientation) {
    case 'landscape':
      return [landscape];
    case 'portrait':
      return [portrait];
    case 'automatic':
      return [landscape, portrait];
  }
}

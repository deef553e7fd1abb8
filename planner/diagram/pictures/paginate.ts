import { isDrawnAt } from '../detail.ts';
import type { Layer, Scene } from '../scene.ts';
import type { Page } from './page.ts';
import { sheetsOf, type Area, type Orientation, type PaperName } from './papers.ts';
import type { Part, PictureSource } from './part.ts';
import { fieldsOf, titleBlock } from './titleBlock.ts';

export interface PageOptions {
  readonly paper: PaperName;
  readonly orientation: Orientation;
  /** The smallest that any text may be on the paper, in points; what does not fit then comes apart into several pages. */
  readonly smallestText: number;
}

/**
 * 5 pt. EU regulation 1169/2011, article 13, asks of printed text that an x is at least 0.9 mm high on the smallest packages;
 * Inter's is 0.546 of its size, which makes 4.7 pt.
 */
export const defaultSmallestText = 5;

/** In points. */
const margin = 28;
const gapAboveBlock = 12;
const narrowest = 460;
/** One CSS pixel to the unit: how large a picture is on paper as large as it needs. */
const freeScale = 0.75;
/** The smallest text grows up to here, so that a small picture does not fill a large sheet with huge letters. */
const largestSmallText = 11;

/** A scene at a scale that is its own. */
interface Placed {
  readonly part: Part;
  readonly scene: Scene;
  readonly scale: number;
}

/** The pages of a picture. */
export function paginate(part: Part, source: PictureSource, options: PageOptions): Page[] {
  const sheets = sheetsOf(options.paper, options.orientation);
  if (sheets.length === 0) return [freePage(part, source, options.smallestText)];
  const candidates = sheets.map((sheet) => ({ sheet, placed: placeOn(part, source, sheet, options.smallestText) }));
  const [best] = candidates.toSorted(
    (a, b) => a.placed.length - b.placed.length || (b.placed[0]?.scale ?? 0) - (a.placed[0]?.scale ?? 0),
  );
  if (!best) return [];
  return best.placed.map((placed, i) =>
    pageOf(placed, source, best.sheet, { number: i + 1, count: best.placed.length }),
  );
}

function freePage(part: Part, source: PictureSource, smallestText: number): Page {
  const scene = part.scene(1.55);
  const scale = Math.max(freeScale, smallestText / smallestIn(scene, part.scale));
  const width = Math.max(narrowest, scene.width * scale) + 2 * margin;
  const placed = { part, scene, scale };
  const sheet = { number: 1, count: 1 };
  const block = blockOf(placed, source, width - 2 * margin, sheet);
  const height = scene.height * scale + gapAboveBlock + block.height + 2 * margin;
  return pageOf(placed, source, { width, height }, sheet);
}

function placeOn(part: Part, source: PictureSource, sheet: Area, smallestText: number): Placed[] {
  const fit = (each: Part): Placed & { readonly fits: boolean; readonly tooWide: boolean } => {
    const area = drawingArea(each, source, sheet);
    const scene = each.scene(area.width / area.height);
    const smallest = smallestIn(scene, each.scale);
    const across = area.width / scene.width;
    const least = smallestText / smallest;
    const scale = Math.min(across, area.height / scene.height, Math.max(least, largestSmallText / smallest));
    return { part: each, scene, scale, fits: scale >= least - 1e-9, tooWide: across < least };
  };
  const place = (each: Part): Placed[] => {
    const fitted = fit(each);
    if (fitted.fits) return [fitted];
    if (each.parts) return each.parts.flatMap(place);
    if (fitted.tooWide && each.strips) {
      const { right } = cutRight(each.strips, (strips) => strips.every((strip) => !fit(strip).tooWide));
      if (right) return right.flatMap(place);
    }
    const slices = each.slices && cutRight(each.slices, (parts) => parts.every((slice) => fit(slice).fits));
    if (slices?.right) return slices.right.map(fit);
    return each.columns?.().flatMap(place) ?? slices?.most?.map(fit) ?? [fitted];
  };
  const placed = place(part);
  if (placed.length < 2) return placed;
  const overview = (part.overviews ?? []).map(fit).find(({ fits }) => fits);
  return overview ? [overview, ...placed] : placed;
}

/** How something is cut: into the fewest parts that are right, if any are; and into the most of which it consists. */
interface Cut {
  readonly right: readonly Part[] | undefined;
  readonly most: readonly Part[] | undefined;
}

/** Finds the cut by doubling and halving: more parts are smaller, so that what is right stays so with more of them. */
function cutRight(
  cut: (count: number) => readonly Part[] | undefined,
  isRight: (parts: readonly Part[]) => boolean,
): Cut {
  const isEnough = (count: number): boolean => {
    const parts = cut(count);
    return !parts || isRight(parts);
  };
  let [low, high] = [1, 2];
  while (!isEnough(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return { right: cut(high), most: low > 1 ? cut(low) : undefined };
}

/** What a sheet leaves for the drawing. */
function drawingArea(part: Part, source: PictureSource, sheet: Area): Area {
  const width = sheet.width - 2 * margin;
  // The legend is taken as the whole drawing's: that of a part is never longer.
  const block = blockOf({ part, scene: part.scene(1), scale: 1 }, source, width, { number: 10, count: 10 });
  return { width, height: Math.max(1, sheet.height - 2 * margin - block.height - gapAboveBlock) };
}

function blockOf(
  { part, scene }: Placed,
  source: PictureSource,
  width: number,
  sheet: { number: number; count: number },
) {
  const legend = scene.legend.filter((entry) => isDrawnAt(entry, part.scale));
  return titleBlock(
    source.design.name,
    fieldsOf(source.design, part.heading, source.verdict, sheet),
    legend,
    width,
    part.caption,
  );
}

function pageOf(
  placed: Placed,
  source: PictureSource,
  { width, height }: Area,
  sheet: { number: number; count: number },
): Page {
  const { part, scene, scale } = placed;
  const block = blockOf(placed, source, width - 2 * margin, sheet);
  const blockTop = height - margin - block.height;
  const room = blockTop - gapAboveBlock - margin;
  return {
    ...sheet,
    width,
    height,
    title: source.design.name,
    heading: part.heading,
    description: scene.description,
    groups: [
      {
        id: 'drawing',
        scale,
        x: (width - scene.width * scale) / 2 - scene.x * scale,
        y: margin + Math.max(0, (room - scene.height * scale) / 2) - scene.y * scale,
        layers: layersAt(scene, part.scale),
      },
      { id: 'frame', scale: 1, x: 0, y: 0, layers: block.draw(margin, blockTop) },
    ],
    ...(part.failures && { failures: part.failures }),
    ...(part.caption && { caption: part.caption }),
    hits: scene.hits,
    smallestText: smallestIn(scene, part.scale) * scale,
  };
}

function layersAt({ layers }: Scene, scale: number): Layer[] {
  return layers.filter((layer) => isDrawnAt(layer, scale));
}

/** The size of a scene's smallest text at a level of detail, in units. */
function smallestIn(scene: Scene, scale: number): number {
  let smallest = Infinity;
  for (const { tiles } of layersAt(scene, scale))
    for (const { shapes } of tiles)
      for (const shape of shapes) if (shape.kind === 'text' && shape.size < smallest) smallest = shape.size;
  return smallest === Infinity ? 12 : smallest;
}

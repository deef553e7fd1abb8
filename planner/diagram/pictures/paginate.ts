import { inOneGo } from '../../simulate/survivors/index.ts';
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

/** How a part is drawn on its page. */
interface Placed {
  readonly part: Part;
  /** What its drawing is asked to come near to, width to height. */
  readonly aspect: number;
  readonly scale: number;
}

/** How far the search for pages has come. */
export interface PagesFound {
  /** Drawings that were made to see what fits; how many it takes shows only at the end. */
  readonly tried: number;
}

/** The pages of a picture. */
export function paginate(part: Part, source: PictureSource, options: PageOptions): Page[] {
  return inOneGo(paginateInParts(part, source, options));
}

/** The pages of a picture, found with a pause after each drawing that is made. */
export function* paginateInParts(
  part: Part,
  source: PictureSource,
  options: PageOptions,
): Generator<PagesFound, Page[]> {
  const sheets = sheetsOf(options.paper, options.orientation);
  const placing = new Placing(source, options.smallestText);
  yield placing.found;
  if (sheets.length === 0) return [freePage(part, source, options.smallestText)];
  const candidates: { readonly sheet: Area; readonly placed: readonly Placed[] }[] = [];
  for (const sheet of sheets) candidates.push({ sheet, placed: yield* placing.on(sheet, part) });
  const [best] = candidates.toSorted(
    (a, b) => a.placed.length - b.placed.length || (b.placed[0]?.scale ?? 0) - (a.placed[0]?.scale ?? 0),
  );
  if (!best) return [];
  const pages: Page[] = [];
  for (const [i, placed] of best.placed.entries()) {
    const scene = placed.part.scene(placed.aspect);
    pages.push(pageOf(placed, scene, source, best.sheet, { number: i + 1, count: best.placed.length }));
    yield placing.found;
  }
  return pages;
}

function freePage(part: Part, source: PictureSource, smallestText: number): Page {
  const aspect = 1.55;
  const scene = part.scene(aspect);
  const scale = Math.max(freeScale, smallestText / smallestIn(scene, part.scale));
  const width = Math.max(narrowest, scene.width * scale) + 2 * margin;
  const sheet = { number: 1, count: 1 };
  const block = blockOf(part, scene.legend, source, width - 2 * margin, sheet);
  const height = scene.height * scale + gapAboveBlock + block.height + 2 * margin;
  return pageOf({ part, aspect, scale }, scene, source, { width, height }, sheet);
}

/** Where a part comes to stand on a sheet of its own. */
interface Fitted extends Placed {
  readonly fits: boolean;
  readonly tooWide: boolean;
}

/**
 * The search for what goes on which page. Of the drawings that it makes it keeps the measures only: those of a large
 * environment, tried on each kind of sheet, would take gigabytes together.
 */
class Placing {
  #tried = 0;
  readonly #legends = new WeakMap<Part, Scene['legend']>();
  readonly #source: PictureSource;
  readonly #smallestText: number;

  constructor(source: PictureSource, smallestText: number) {
    this.#source = source;
    this.#smallestText = smallestText;
  }

  get found(): PagesFound {
    return { tried: this.#tried };
  }

  /** The pages of a part on one kind of sheet. */
  *on(sheet: Area, part: Part): Generator<PagesFound, readonly Placed[]> {
    const placed = yield* this.#place(part, sheet);
    if (placed.length < 2) return placed;
    for (const each of part.overviews ?? []) {
      const overview = yield* this.#fit(each, sheet);
      if (overview.fits) return [overview, ...placed];
    }
    return placed;
  }

  *#place(part: Part, sheet: Area): Generator<PagesFound, readonly Placed[]> {
    const fitted = yield* this.#fit(part, sheet);
    if (fitted.fits) return [fitted];
    if (part.parts) return yield* this.#placeAll(part.parts, sheet);
    if (fitted.tooWide && part.strips) {
      const { right } = yield* cutRight(part.strips, (strips) => this.#all(strips, sheet, ({ tooWide }) => !tooWide));
      if (right) return yield* this.#placeAll(right, sheet);
    }
    const slices = part.slices && (yield* cutRight(part.slices, (cut) => this.#all(cut, sheet, ({ fits }) => fits)));
    if (slices?.right) return yield* this.#fitAll(slices.right, sheet);
    const columns = part.columns?.();
    if (columns) return yield* this.#placeAll(columns, sheet);
    return slices?.most ? yield* this.#fitAll(slices.most, sheet) : [fitted];
  }

  *#placeAll(parts: readonly Part[], sheet: Area): Generator<PagesFound, readonly Placed[]> {
    const all: Placed[] = [];
    for (const part of parts) all.push(...(yield* this.#place(part, sheet)));
    return all;
  }

  *#fitAll(parts: readonly Part[], sheet: Area): Generator<PagesFound, readonly Placed[]> {
    const all: Placed[] = [];
    for (const part of parts) all.push(yield* this.#fit(part, sheet));
    return all;
  }

  *#all(parts: readonly Part[], sheet: Area, isRight: (fitted: Fitted) => boolean): Generator<PagesFound, boolean> {
    for (const part of parts) if (!isRight(yield* this.#fit(part, sheet))) return false;
    return true;
  }

  *#fit(part: Part, sheet: Area): Generator<PagesFound, Fitted> {
    const area = this.#drawingArea(part, sheet);
    const aspect = area.width / area.height;
    const scene = part.scene(aspect);
    const smallest = smallestIn(scene, part.scale);
    const across = area.width / scene.width;
    const least = this.#smallestText / smallest;
    const scale = Math.min(across, area.height / scene.height, Math.max(least, largestSmallText / smallest));
    this.#tried += 1;
    yield this.found;
    return { part, aspect, scale, fits: scale >= least - 1e-9, tooWide: across < least };
  }

  /** What a sheet leaves for the drawing. */
  #drawingArea(part: Part, sheet: Area): Area {
    const width = sheet.width - 2 * margin;
    let legend = this.#legends.get(part);
    if (!legend) {
      // The legend is taken as the whole drawing's: that of a part is never longer.
      legend = part.scene(1).legend;
      this.#legends.set(part, legend);
    }
    const block = blockOf(part, legend, this.#source, width, { number: 10, count: 10 });
    return { width, height: Math.max(1, sheet.height - 2 * margin - block.height - gapAboveBlock) };
  }
}

/** How something is cut: into the fewest parts that are right, if any are; and into the most of which it consists. */
interface Cut {
  readonly right: readonly Part[] | undefined;
  readonly most: readonly Part[] | undefined;
}

/** Finds the cut by doubling and halving: more parts are smaller, so that what is right stays so with more of them. */
function* cutRight<Step>(
  cut: (count: number) => readonly Part[] | undefined,
  isRight: (parts: readonly Part[]) => Generator<Step, boolean>,
): Generator<Step, Cut> {
  function* isEnough(count: number): Generator<Step, boolean> {
    const parts = cut(count);
    return !parts || (yield* isRight(parts));
  }
  let [low, high] = [1, 2];
  while (!(yield* isEnough(high))) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (yield* isEnough(middle)) high = middle;
    else low = middle;
  }
  return { right: cut(high), most: low > 1 ? cut(low) : undefined };
}

function blockOf(
  part: Part,
  legend: Scene['legend'],
  source: PictureSource,
  width: number,
  sheet: { number: number; count: number },
) {
  return titleBlock(
    source.design.name,
    fieldsOf(source.design, part.heading, source.verdict, sheet),
    legend.filter((entry) => isDrawnAt(entry, part.scale)),
    width,
    part.caption,
  );
}

function pageOf(
  { part, scale }: Placed,
  scene: Scene,
  source: PictureSource,
  { width, height }: Area,
  sheet: { number: number; count: number },
): Page {
  const block = blockOf(part, scene.legend, source, width - 2 * margin, sheet);
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

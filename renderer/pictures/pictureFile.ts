import {
  drawioInParts,
  pageToSvg,
  type Page,
  type PagesWritten,
  type PaletteName,
} from '../../planner/diagram/index.ts';
import { fontFaces } from '../../planner/diagram/pictures/fontFaces.ts';
import { withDesign, withResolution } from '../../planner/diagram/pictures/pngChunks.ts';
import { designMetadata } from '../../planner/interop/embeddedDesign.ts';
import { writeDesign } from '../../planner/design/write.ts';
import type { Design } from '../../planner/design/types.ts';
import { CancelledError, inParts, type PartOptions } from '../../planner/simulate/survivors/index.ts';
import { HostError } from '../host/host.ts';

export type PictureFormat = 'svg' | 'png' | 'pdf' | 'drawio';

/** How a picture is written to a file. */
export interface FileOptions {
  readonly theme: PaletteName;
  /** Pixels per inch of a PNG. */
  readonly resolution: number;
  /** Whether SVG and PNG carry the design, so that it opens again from them. */
  readonly embedDesign: boolean;
}

export const mediaTypes: Readonly<Record<PictureFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  drawio: 'application/vnd.jgraph.mxfile',
};

/** As many pixels a side, and in all, as browsers draw. */
const mostPixels = { side: 16_384, all: 134_217_728 } as const;

/** The page as SVG with its typeface, as it is exported and previewed. */
export function svgOf(page: Page, design: Design, { theme, embedDesign }: FileOptions): string {
  const metadata = embedDesign ? { metadata: designMetadata(writeDesign(design)) } : {};
  return pageToSvg(page, { theme, fontFaces: fontFaces(page), ...metadata });
}

/** The page as PNG, drawn by the browser. @throws HostError where the browser cannot draw as many pixels */
export async function pngOf(page: Page, design: Design, options: FileOptions): Promise<Uint8Array> {
  const [width, height] = [page.width, page.height].map((points) => Math.ceil((points * options.resolution) / 72)) as [
    number,
    number,
  ];
  if (Math.max(width, height) > mostPixels.side || width * height > mostPixels.all) {
    throw new HostError(
      `The PNG would be ${width} × ${height} pixels, more than can be drawn. Choose a lower resolution or less detail.`,
    );
  }
  const image = await loadImage(svgOf(page, design, { ...options, embedDesign: false }));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const png = withResolution(new Uint8Array(await blob.arrayBuffer()), options.resolution);
  return options.embedDesign ? withDesign(png, new TextEncoder().encode(writeDesign(design))) : png;
}

/**
 * A picture's pages as the content of one file, written in parts; SVG and PNG hold the page that is shown.
 * @throws CancelledError once the signal of `parts` is aborted; HostError where the browser cannot draw a PNG
 */
export async function pictureFile(
  format: PictureFormat,
  pages: readonly Page[],
  shown: Page,
  design: Design,
  options: FileOptions,
  parts: PartOptions<PagesWritten>,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'svg':
    case 'png': {
      await parts.pause();
      if (parts.signal?.aborted) throw new CancelledError();
      return format === 'svg' ? svgOf(shown, design, options) : pngOf(shown, design, options);
    }
    case 'pdf': {
      const { pagesToPdf } = await import('../../planner/diagram/pictures/pagesToPdf.ts');
      const { author, date } = design.document ?? {};
      return pagesToPdf(pages, { theme: options.theme, author, date }, parts);
    }
    case 'drawio':
      return inParts(drawioInParts(pages, design, options.theme), parts);
  }
}

async function loadImage(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } catch (error) {
    throw new HostError('The browser could not draw the picture. Export it as SVG or PDF.', { cause: error });
  } finally {
    URL.revokeObjectURL(address);
  }
}

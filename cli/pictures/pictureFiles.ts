import type { Design } from '../../planner/design/types.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { pagesToDrawio, pageToSvg, type Page, type PaletteName } from '../../planner/diagram/index.ts';
import { fontFaces, missingCharacters } from '../../planner/diagram/pictures/fontFaces.ts';
import { pagesToPdf } from '../../planner/diagram/pictures/pagesToPdf.ts';
import { withDesign, withResolution } from '../../planner/diagram/pictures/pngChunks.ts';
import { designMetadata } from '../../planner/interop/embeddedDesign.ts';
import { callError } from '../callError.ts';
import { renderPng } from './renderPng.ts';

export type PictureFormat = 'svg' | 'png' | 'pdf' | 'drawio';

export interface PictureFile {
  readonly content: string | Uint8Array;
}

interface Options {
  readonly to: PictureFormat;
  readonly theme: PaletteName;
  readonly resolution: number;
  readonly embedDesign?: boolean;
}

/** As many pixels as browsers and image programs take of one picture, a side and in all. */
const mostPixels = { side: 16_384, all: 134_217_728 } as const;

/** The files of a picture: one per page, of a PDF one for all. */
export async function makePictures(
  pages: readonly Page[],
  design: Design,
  { to, theme, resolution, embedDesign }: Options,
): Promise<{ readonly files: readonly PictureFile[]; readonly missing: readonly string[] }> {
  const missing = missingCharacters(pages);
  const { document } = design;
  const embedded = embedDesign ? writeDesign(design) : undefined;
  const metadata = embedded === undefined ? {} : { metadata: designMetadata(embedded) };
  switch (to) {
    case 'svg':
      return {
        missing,
        files: pages.map((page) => ({ content: pageToSvg(page, { theme, fontFaces: fontFaces(page), ...metadata }) })),
      };
    case 'pdf':
      return {
        missing,
        files: [{ content: await pagesToPdf(pages, { theme, author: document?.author, date: document?.date }) }],
      };
    case 'png': {
      const files: PictureFile[] = [];
      for (const page of pages) {
        const png = await pageToPng(page, theme, resolution);
        files.push({ content: embedded === undefined ? png : withDesign(png, Buffer.from(embedded)) });
      }
      return { missing, files };
    }
    case 'drawio':
      return { missing: [], files: [{ content: pagesToDrawio(pages, design, theme) }] };
  }
}

async function pageToPng(page: Page, theme: PaletteName, resolution: number): Promise<Uint8Array> {
  const [width, height] = [page.width, page.height].map((points) => Math.ceil((points * resolution) / 72)) as [
    number,
    number,
  ];
  if (Math.max(width, height) > mostPixels.side || width * height > mostPixels.all) {
    throw callError(
      '',
      `The PNG would be ${width} × ${height} pixels, which few programs open.`,
      `at most ${mostPixels.side} a side: a lower --resolution, smaller --paper or a coarser --detail`,
      `--resolution ${resolution}`,
    );
  }
  return withResolution(await renderPng(pageToSvg(page, { theme }), resolution), resolution);
}

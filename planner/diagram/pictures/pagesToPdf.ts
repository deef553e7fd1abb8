import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { inOneGo, inParts, type PartOptions } from '../../simulate/survivors/index.ts';
import { textWidth } from '../measure.ts';
import { palettes, type Palette, type PaletteName } from '../palette.ts';
import type { Line, Marker, Rect, Shape, Text } from '../scene.ts';
import type { Group, Page, PagesWritten } from './page.ts';
import { typeface } from './typeface.ts';

export interface PdfOptions {
  readonly theme: PaletteName;
  readonly author?: string | undefined;
  /** The design's date, YYYY-MM-DD. A PDF has to have one: where it is not stated it is 1970-01-01, never that of today. */
  readonly date?: string | undefined;
}

/** What every shape is drawn with. */
interface Pen {
  readonly document: PDFDocument;
  readonly palette: Palette;
  readonly hatch: ReturnType<PDFDocument['pattern']>;
}

const kinds = ['rect', 'line', 'text', 'marker'] as const satisfies readonly Shape['kind'][];

/**
 * Pages as one PDF: vectors, real text, Inter embedded as far as it is used. The same pages and options give the same bytes.
 * With `parts` it pauses before each page.
 * @throws CancelledError once the signal of `parts` is aborted
 */
export async function pagesToPdf(
  pages: readonly Page[],
  options: PdfOptions,
  parts?: PartOptions<PagesWritten>,
): Promise<Uint8Array> {
  const written = writtenPages(pages, options);
  return parts ? inParts(written, parts) : inOneGo(written);
}

function* writtenPages(
  pages: readonly Page[],
  { theme, author, date }: PdfOptions,
): Generator<PagesWritten, Promise<Uint8Array>> {
  const [first] = pages;
  const document = new PDFDocument({
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    info: {
      Title: first?.title ?? '',
      Subject: first?.heading ?? '',
      ...(author !== undefined && { Author: author }),
      Creator: 'Dagwright',
      Producer: 'Dagwright',
      CreationDate: dateOf(date),
    },
  });
  const bytes = toBytes(document);
  for (const weight of [400, 600] as const) document.registerFont(String(weight), typeface[weight]);
  const palette = palettes[theme];
  const pen: Pen = { document, palette, hatch: hatchOf(document) };
  for (const [done, page] of pages.entries()) {
    yield { done, of: pages.length };
    document.addPage({ size: [page.width, page.height], margin: 0 });
    document.rect(0, 0, page.width, page.height).fill(palette.background);
    for (const group of page.groups) drawGroup(pen, group);
  }
  yield { done: pages.length, of: pages.length };
  document.end();
  return bytes;
}

function dateOf(date = ''): Date {
  const created = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(created.getTime()) ? new Date(0) : created;
}

/** Diagonal stripes; a pattern lies on the page, whatever the scale of what it fills. */
function hatchOf(document: PDFDocument): Pen['hatch'] {
  return document.pattern([0, 0, 3, 3], 3, 3, '0.9 w 0 0 m 3 3 l S -1 2 m 1 4 l S 2 -1 m 4 1 l S');
}

function drawGroup(pen: Pen, { scale, x, y, layers }: Group): void {
  const { document } = pen;
  document.save().translate(x, y).scale(scale);
  for (const { tiles } of layers)
    for (const kind of kinds)
      for (const { shapes } of tiles) for (const shape of shapes) if (shape.kind === kind) drawShape(pen, shape);
  document.restore();
}

function drawShape(pen: Pen, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
      return drawRect(pen, shape);
    case 'line':
      return drawLine(pen, shape);
    case 'text':
      return drawText(pen, shape);
    case 'marker':
      return drawMarker(pen, shape);
  }
}

function drawRect({ document, palette, hatch }: Pen, rect: Rect): void {
  const { x, y, width, height, radius = 0, fill, stroke, strokeWidth = 1, dashed } = rect;
  const trace = (): PDFDocument =>
    radius > 0 ? document.roundedRect(x, y, width, height, radius) : document.rect(x, y, width, height);
  if (fill) trace().fill(palette[fill]);
  if (rect.hatched) trace().fill([hatch, palette.laggedLine]);
  if (!stroke) return;
  if (dashed) document.dash(3, { space: 2 });
  trace().lineWidth(strokeWidth).stroke(palette[stroke]);
  if (dashed) document.undash();
}

function drawLine({ document, palette }: Pen, { points, stroke, strokeWidth, dashed }: Line): void {
  const [first, ...more] = points;
  if (!first) return;
  if (dashed) document.dash(4, { space: 3 });
  document.moveTo(...first);
  for (const point of more) document.lineTo(...point);
  document.lineWidth(strokeWidth).lineJoin('round').stroke(palette[stroke]);
  if (dashed) document.undash();
}

function drawText({ document, palette }: Pen, { x, y, text, size, weight, anchor, role }: Text): void {
  const before = anchor === 'start' ? 0 : textWidth(text, size, weight) / (anchor === 'middle' ? 2 : 1);
  document
    .font(String(weight))
    .fontSize(size)
    .fillColor(palette[role])
    .text(text, x - before, y, { lineBreak: false, baseline: 'alphabetic', features: [] });
}

function drawMarker({ document, palette }: Pen, { marker, x, y, size, role }: Marker): void {
  const half = size / 2;
  switch (marker) {
    case 'dot':
      document.circle(x, y, half).fill(palette[role]);
      return;
    case 'triangle':
      document
        .moveTo(x, y - half)
        .lineTo(x + half * 1.1, y + half)
        .lineTo(x - half * 1.1, y + half)
        .closePath()
        .fill(palette[role]);
      return;
    case 'cross': {
      const arm = half * 0.45;
      document.circle(x, y, half).fill(palette[role]);
      document
        .moveTo(x - arm, y - arm)
        .lineTo(x + arm, y + arm)
        .moveTo(x + arm, y - arm)
        .lineTo(x - arm, y + arm);
      document
        .lineWidth(size / 8)
        .lineCap('round')
        .stroke(palette.panel);
      document.lineCap('butt');
    }
  }
}

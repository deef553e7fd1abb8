import { palettes, type PaletteName, type Role } from '../palette.ts';
import type { Layer, Line, Marker, Rect, Shape, Text } from '../scene.ts';
import type { Group, Page } from './page.ts';
import { pointsPerMm } from './papers.ts';
import { escapeXml } from './xml.ts';

export interface SvgOptions {
  readonly theme: PaletteName;
  /** `@font-face` rules that carry the typeface; without them the viewer's own Inter, or the next best, is taken. */
  readonly fontFaces?: string;
  /** What goes into the picture's metadata, as XML. */
  readonly metadata?: string;
}

const fontFamily = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/**
 * A page as a picture of its own: as large as the paper, real text, no script, no outside reference. The same page and options
 * give the same bytes.
 */
export function pageToSvg(page: Page, { theme, fontFaces = '', metadata }: SvgOptions): string {
  const [width, height] = [round(page.width), round(page.height)];
  const mm = (points: number): string => `${round(points / pointsPerMm)}mm`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(width)}" height="${mm(height)}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="${escapeXml(fontFamily)}">`,
    `<title id="title">${escapeXml(page.title)}</title>`,
    `<desc id="description">${escapeXml(`${page.heading}. ${page.description}`)}</desc>`,
    ...(metadata === undefined ? [] : [metadata]),
    ...definitions(theme, fontFaces),
    `<rect class="f-background" width="${width}" height="${height}"/>`,
    ...page.groups.flatMap(groupToSvg),
    '</svg>',
    '',
  ].join('\n');
}

function definitions(theme: PaletteName, fontFaces: string): string[] {
  const palette = palettes[theme];
  const rules = (Object.entries(palette) as [Role, string][]).map(
    ([role, color]) => `.f-${role}{fill:${color}}.s-${role}{stroke:${color}}`,
  );
  return [
    '<defs>',
    `<style>${fontFaces}${rules.join('')}.none{fill:none}</style>`,
    '<pattern id="hatch" width="3.2" height="3.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    `<rect width="1.1" height="3.2" fill="${palette.laggedLine}"/>`,
    '</pattern>',
    '</defs>',
  ];
}

function groupToSvg({ id, scale, x, y, layers }: Group): string[] {
  const place = [
    ...(x === 0 && y === 0 ? [] : [`translate(${round(x)} ${round(y)})`]),
    ...(scale === 1 ? [] : [`scale(${fine(scale)})`]),
  ];
  const transform = place.length > 0 ? ` transform="${place.join(' ')}"` : '';
  return [`<g id="${id}"${transform}>`, ...layers.flatMap((layer) => layerToSvg(id, layer)), '</g>'];
}

function layerToSvg(group: Group['id'], { name, tiles }: Pick<Layer, 'name' | 'tiles'>): string[] {
  const shapes = tiles.flatMap((tile) => tile.shapes);
  if (shapes.length === 0) return [];
  const ordered = (['rect', 'line', 'text', 'marker'] as const).flatMap((kind) =>
    shapes.filter((shape) => shape.kind === kind),
  );
  return [`<g id="${group}-${name}">`, ...ordered.map(shapeToSvg), '</g>'];
}

function shapeToSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return rectToSvg(shape);
    case 'line':
      return lineToSvg(shape);
    case 'text':
      return textToSvg(shape);
    case 'marker':
      return markerToSvg(shape);
  }
}

function rectToSvg(rect: Rect): string {
  const box = `x="${round(rect.x)}" y="${round(rect.y)}" width="${round(rect.width)}" height="${round(rect.height)}"${rect.radius ? ` rx="${rect.radius}"` : ''}`;
  const fill = rect.fill ? `f-${rect.fill}` : 'none';
  const stroke = rect.stroke ? ` s-${rect.stroke}` : '';
  const line = rect.stroke
    ? ` stroke-width="${rect.strokeWidth ?? 1}"${rect.dashed ? ' stroke-dasharray="3 2"' : ''}`
    : '';
  const solid = `<rect class="${fill}${stroke}" ${box}${line}/>`;
  return rect.hatched ? `${solid}<rect fill="url(#hatch)" ${box}/>` : solid;
}

function lineToSvg({ points, stroke, strokeWidth, dashed }: Line): string {
  const list = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polyline class="none s-${stroke}" stroke-width="${strokeWidth}" stroke-linejoin="round"${dashed ? ' stroke-dasharray="4 3"' : ''} points="${list}"/>`;
}

function textToSvg({ x, y, text, size, weight, anchor, role }: Text): string {
  const place = `x="${round(x)}" y="${round(y)}" font-size="${round(size)}"`;
  const bold = weight === 600 ? ' font-weight="600"' : '';
  const end = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="f-${role}" ${place}${bold}${end}>${escapeXml(text)}</text>`;
}

function markerToSvg({ marker, x, y, size, role }: Marker): string {
  const half = size / 2;
  switch (marker) {
    case 'dot':
      return `<circle class="f-${role}" cx="${round(x)}" cy="${round(y)}" r="${round(half)}"/>`;
    case 'triangle':
      return `<path class="f-${role}" d="M${round(x)} ${round(y - half)}L${round(x + half * 1.1)} ${round(y + half)}H${round(x - half * 1.1)}Z"/>`;
    case 'cross': {
      const arm = half * 0.45;
      const cross = `M${round(x - arm)} ${round(y - arm)}l${round(2 * arm)} ${round(2 * arm)}m0 ${round(-2 * arm)}l${round(-2 * arm)} ${round(2 * arm)}`;
      return `<circle class="f-${role}" cx="${round(x)}" cy="${round(y)}" r="${round(half)}"/><path class="none s-panel" stroke-width="${round(size / 8)}" stroke-linecap="round" d="${cross}"/>`;
    }
  }
}

/** A scale multiplies coordinates of four digits. */
function fine(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Two decimals are finer than any screen, and keep the file small. */
function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

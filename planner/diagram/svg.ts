import { isDrawnAt, pictureDetails, type PictureDetail } from './detail.ts';
import { fit, shorten, textWidth } from './measure.ts';
import { palettes, type PaletteName, type Role } from './palette.ts';
import type { Layer, LegendEntry, Line, Marker, Rect, Scene, Shape, Text } from './scene.ts';

export interface SvgOptions {
  /** Default `print`, the light colours on white paper. */
  readonly theme?: PaletteName;
  /** How much of each server is shown; default `preferences`. */
  readonly detail?: PictureDetail;
}

const margin = 24;
const titleHeight = 52;
const legendHeight = 40;
const fontFamily = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/**
 * The drawing as a picture of its own: title line above, legend below, real text, no script, no outside reference.
 * The same scene and options give the same bytes.
 */
export function sceneToSvg(scene: Scene, { theme = 'print', detail = 'preferences' }: SvgOptions = {}): string {
  const scale = pictureDetails[detail];
  const legend = scene.legend.filter((entry) => isDrawnAt(entry, scale));
  const width = round(Math.max(scene.width, legendWidth(legend), 320) + 2 * margin);
  const height = round(titleHeight + scene.height + legendHeight + 2 * margin);
  const left = round((width - scene.width) / 2 - scene.x);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="${escape(fontFamily)}">`,
    `<title id="title">${escape(scene.title)}</title>`,
    `<desc id="description">${escape(scene.description)}</desc>`,
    ...definitions(theme),
    `<rect class="f-background" width="${width}" height="${height}"/>`,
    ...titleLine(scene, width),
    `<g transform="translate(${left} ${round(margin + titleHeight - scene.y)})">`,
    ...scene.layers.filter((layer) => isDrawnAt(layer, scale)).flatMap(layerToSvg),
    '</g>',
    `<g id="legend" transform="translate(${margin} ${round(height - margin - 14)})">`,
    ...legendToSvg(legend),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function definitions(theme: PaletteName): string[] {
  const palette = palettes[theme];
  const rules = (Object.entries(palette) as [Role, string][]).map(
    ([role, color]) => `.f-${role}{fill:${color}}.s-${role}{stroke:${color}}`,
  );
  return [
    '<defs>',
    `<style>${rules.join('')}.none{fill:none}</style>`,
    '<pattern id="hatch" width="3.2" height="3.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    `<rect width="1.1" height="3.2" fill="${palette.laggedLine}"/>`,
    '</pattern>',
    '</defs>',
  ];
}

function titleLine({ title, subtitle }: Scene, width: number): string[] {
  const room = width - 2 * margin;
  const note = fit(subtitle, 12, 400, room * 0.6);
  const name = shorten(title, 18, 600, room - note.width - 16);
  const look = { kind: 'text', y: margin + 18 } as const;
  return [
    textToSvg({ ...look, x: margin, text: name, size: 18, weight: 600, anchor: 'start', role: 'ink' }),
    textToSvg({ ...look, x: width - margin, text: note.shown, size: 12, weight: 400, anchor: 'end', role: 'ink3' }),
  ];
}

function layerToSvg({ name, tiles }: Layer): string[] {
  const shapes = tiles.flatMap((tile) => tile.shapes);
  if (shapes.length === 0) return [];
  const ordered = (['rect', 'line', 'text', 'marker'] as const).flatMap((kind) =>
    shapes.filter((shape) => shape.kind === kind),
  );
  return [`<g id="${name}">`, ...ordered.map(shapeToSvg), '</g>'];
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
  return `<text class="f-${role}" ${place}${bold}${end}>${escape(text)}</text>`;
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

const swatch = { width: 10, height: 14, gap: 6, entryGap: 18, size: 12 } as const;

function legendToSvg(legend: readonly LegendEntry[]): string[] {
  let x = 0;
  return legend.flatMap(({ label, swatch: look }) => {
    const parts = [
      rectToSvg({
        kind: 'rect',
        x,
        y: 0,
        width: swatch.width,
        height: swatch.height,
        radius: 2,
        strokeWidth: 1,
        ...look,
      }),
      textToSvg({
        kind: 'text',
        x: x + swatch.width + swatch.gap,
        y: 11,
        text: label,
        size: swatch.size,
        weight: 400,
        anchor: 'start',
        role: 'ink2',
      }),
    ];
    x += entryWidth(label);
    return parts;
  });
}

function legendWidth(legend: readonly LegendEntry[]): number {
  return legend.reduce((sum, { label }) => sum + entryWidth(label), 0);
}

function entryWidth(label: string): number {
  return swatch.width + swatch.gap + textWidth(label, swatch.size, 400) + swatch.entryGap;
}

/** Two decimals are finer than any screen, and keep the file small. */
function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 cannot hold. */
// eslint-disable-next-line security/detect-unsafe-regex -- one class of characters; nothing to go back to.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for XML; characters that it forbids become the replacement character. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '').replace(forbidden, '\u{FFFD}');
}

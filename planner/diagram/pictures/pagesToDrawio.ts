import { formatNumber } from '../../design/format.ts';
import { indexDesign } from '../../design/index.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { DatabaseCopy, Design } from '../../design/types.ts';
import { inOneGo } from '../../simulate/survivors/index.ts';
import { headingOf } from '../drawNotes.ts';
import { copyInk, copyLook } from '../looks.ts';
import { palettes, type Palette, type PaletteName, type Role } from '../palette.ts';
import { textWidth } from '../measure.ts';
import type { Bounds, Hit, Line as SceneLine, Shape as SceneShape } from '../scene.ts';
import { witnessSites, witnessTitle } from '../witnessSites.ts';
import { failureMarks, type Mark } from './drawioMarks.ts';
import type { Page, PagesWritten } from './page.ts';
import { escapeXml } from './xml.ts';

/** How a shape of draw.io looks: its label, and its style as draw.io writes it. */
interface Shape {
  readonly label: string;
  readonly style: Style;
  /** What is read when the pointer rests on it. */
  readonly tooltip?: string;
}
type Style = Readonly<Record<string, string | number>>;

/** Where a page is written: its cells so far, and the shapes that connectors hold on to. */
interface Sheet {
  readonly cells: string[];
  readonly design: Design;
  readonly palette: Palette;
  /** What failures have made of a thing, where they are drawn. */
  readonly markOf: (about: Subject) => Mark | undefined;
  /** The ids of the datacenters' shapes, by name. */
  readonly datacenters: Map<string, string>;
  readonly witnesses: string[];
  readonly links: Hit[];
  readonly nextId: () => string;
}

const margin = 40;
const titleHeight = 40;

/**
 * Pages as a file for diagrams.net: what can be pointed at on the screen is a shape within the shape that it stands in (pair,
 * datacenter, DAG, server, disk, copy), links and the ways to the witness are connectors. A chart is
 * drawn shape by shape. Labels are plain text, never HTML.
 */
export function pagesToDrawio(pages: readonly Page[], design: Design, theme: PaletteName): string {
  return inOneGo(drawioInParts(pages, design, theme));
}

/** The same file, written with a pause before each page. */
export function* drawioInParts(
  pages: readonly Page[],
  design: Design,
  theme: PaletteName,
): Generator<PagesWritten, string> {
  const diagrams: string[] = [];
  for (const [done, page] of pages.entries()) {
    yield { done, of: pages.length };
    diagrams.push(diagram(page, design, palettes[theme]).join('\n'));
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="Dagwright" type="device" compressed="false">',
    ...diagrams,
    '</mxfile>',
    '',
  ].join('\n');
}

function diagram(page: Page, design: Design, palette: Palette): string[] {
  const bounds = boundsOf(page.hits);
  let count = 0;
  const sheet: Sheet = {
    cells: [],
    design,
    palette,
    markOf: page.failures ? failureMarks(design, page.failures, palette) : () => undefined,
    datacenters: new Map(),
    witnesses: [],
    links: [],
    nextId: () => `page${page.number}-${++count}`,
  };
  const [width, height] = [bounds.width + 2 * margin, bounds.height + titleHeight + 2 * margin];
  addVertex(
    sheet,
    '1',
    { x: margin, y: margin, width: bounds.width, height: titleHeight - 10 },
    {
      label: titleOf(page),
      style: { ...text, fontSize: 16, fontStyle: 1, fontColor: palette.ink },
    },
  );
  const origin = { x: bounds.x - margin, y: bounds.y - margin - titleHeight };
  if (isChart(page)) addShapes(sheet, page, origin);
  for (const hit of page.hits) addHit(sheet, hit, '1', origin);
  addConnectors(sheet);
  return [
    `<diagram id="page${page.number}" name="${attribute(page.heading)}">`,
    `<mxGraphModel grid="0" guides="1" connect="1" arrows="0" fold="0" page="1" pageScale="1" pageWidth="${round(width)}" pageHeight="${round(height)}" background="${palette.background}">`,
    '<root>',
    '<mxCell id="0"/>',
    '<mxCell id="1" parent="0"/>',
    ...sheet.cells,
    '</root>',
    '</mxGraphModel>',
    '</diagram>',
  ];
}

/** The name of what is drawn, and what came of it. */
function titleOf({ title, heading, caption }: Page): string {
  if (!caption) return `${title}: ${heading}`;
  const figures = caption.figures.map(({ label, value }) => `${label} ${value}`);
  return `${title}: ${heading}\n${[caption.text, ...figures].join('; ')}`;
}

const text: Style = { shape: 'text', strokeColor: 'none', fillColor: 'none', align: 'left', verticalAlign: 'middle' };
const topLeft: Style = { align: 'left', verticalAlign: 'top', spacingLeft: 6, spacingTop: 2 };
const container: Style = { container: 1, collapsible: 0, recursiveResize: 0, expand: 0 };

/** Whether nothing on a page is a thing that could be moved about: links, but not what they join. */
function isChart({ hits }: Page): boolean {
  return hits.every(({ subject, children }) => parseSubject(subject)?.kind === 'link' && children.length === 0);
}

/** Draws a chart as it stands: every rectangle, line and text by itself. */
function addShapes(sheet: Sheet, { groups }: Page, origin: { x: number; y: number }): void {
  const shapes = groups
    .filter(({ id }) => id === 'drawing')
    .flatMap(({ layers }) => layers.flatMap(({ tiles }) => tiles.flatMap((tile) => tile.shapes)));
  for (const shape of shapes) addShape(sheet, shape, origin);
}

function addShape(sheet: Sheet, shape: SceneShape, origin: { x: number; y: number }): void {
  const { palette } = sheet;
  const from = (x: number, y: number, width: number, height: number): Bounds => ({
    x: x - origin.x,
    y: y - origin.y,
    width,
    height,
  });
  const add = (place: Bounds, label: string, style: Style): void => void addVertex(sheet, '1', place, { label, style });
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, fill, stroke } = shape;
      const style = {
        fillColor: fill ? palette[fill] : 'none',
        strokeColor: stroke ? palette[stroke] : 'none',
        ...(shape.hatched ? { fillStyle: 'hatch' } : {}),
      };
      return add(from(x, y, width, height), '', style);
    }
    case 'text': {
      const { x, y, size, weight, anchor, role } = shape;
      const width = textWidth(shape.text, size, weight) + 4;
      const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
      const align = { start: 'left', middle: 'center', end: 'right' }[anchor];
      const style = { ...text, align, fontSize: size, fontStyle: weight === 600 ? 1 : 0, fontColor: palette[role] };
      return add(from(left, y - size, width, size * 1.4), shape.text, { ...style, spacing: 0 });
    }
    case 'marker': {
      const { x, y, size, role } = shape;
      const style = { shape: 'ellipse', fillColor: palette[role], strokeColor: 'none' };
      return add(from(x - size / 2, y - size / 2, size, size), '', style);
    }
    case 'line':
      addLine(sheet, shape, origin);
  }
}

function addLine(
  { cells, nextId, palette }: Sheet,
  { points, stroke, strokeWidth, dashed }: SceneLine,
  origin: { x: number; y: number },
): void {
  const style = { endArrow: 'none', strokeColor: palette[stroke], strokeWidth, ...(dashed ? { dashed: 1 } : {}) };
  const point = ([x, y]: readonly [number, number], as: string): string =>
    `<mxPoint x="${round(x - origin.x)}" y="${round(y - origin.y)}"${as}/>`;
  const ends = [points.at(0), points.at(-1)].map((end, i) =>
    end ? point(end, ` as="${i === 0 ? 'sourcePoint' : 'targetPoint'}"`) : '',
  );
  const between = points.slice(1, -1).map((each) => point(each, ''));
  const bends = between.length > 0 ? `<Array as="points">${between.join('')}</Array>` : '';
  cells.push(
    `<mxCell id="${nextId()}" value="" style="${attribute(styleText(style))}" edge="1" parent="1"><mxGeometry relative="1" as="geometry">${ends.join('')}${bends}</mxGeometry></mxCell>`,
  );
}

/** Adds what stands in a place and all that stands in it. Children are placed from the corner of their parent. */
function addHit(sheet: Sheet, hit: Hit, parent: string, origin: { x: number; y: number }): void {
  const parsed = parseSubject(hit.subject);
  if (parsed?.kind === 'link') {
    sheet.links.push(hit);
    return;
  }
  const shape = marked(shapeOf(sheet, hit), sheet.markOf(hit.subject));
  const id = addVertex(sheet, parent, { ...hit, x: hit.x - origin.x, y: hit.y - origin.y }, shape);
  if (parsed?.kind === 'datacenter') sheet.datacenters.set(parsed.name, id);
  if (parsed?.kind === 'witness') sheet.witnesses.push(id);
  for (const child of hit.children) addHit(sheet, child, id, hit);
}

function marked(shape: Shape, mark: Mark | undefined): Shape {
  if (!mark) return shape;
  const label = mark.word === undefined ? shape.label : `${shape.label}, ${mark.word}`;
  return { ...shape, label, style: { ...shape.style, ...mark.style } };
}

function shapeOf({ design, palette }: Sheet, { subject, children }: Hit): Shape {
  const { kind, name = '', second = '' } = parseSubject(subject) ?? {};
  const index = indexDesign(design);
  const look = (fill: Role | undefined, stroke: Role | undefined): Style => ({
    fillColor: fill ? palette[fill] : 'none',
    strokeColor: stroke ? palette[stroke] : 'none',
  });
  const plain = { ...look(undefined, undefined), ...topLeft, fontColor: palette.ink2 };
  switch (kind) {
    case 'pair': {
      if (children.length > 0) return { label: '', tooltip: name, style: { ...plain, ...container } };
      const hosts = index.pairs.get(name)?.value.namespaces?.map(({ host }) => host) ?? [];
      return {
        label: [...new Set(hosts)].join(', '),
        tooltip: name,
        style: { ...text, whiteSpace: 'wrap', fontColor: palette.ink, fontSize: 11 },
      };
    }
    case 'note': {
      const note = design.notes?.[Number(name) - 1];
      return {
        label: note ? `${headingOf(note)}\n${note.text}` : '',
        style: {
          rounded: 1,
          ...look('accentSoft', 'lineStrong'),
          ...topLeft,
          whiteSpace: 'wrap',
          fontColor: palette.ink,
        },
      };
    }
    case 'datacenter':
      return {
        label: name,
        style: {
          rounded: 1,
          arcSize: 12,
          absoluteArcSize: 1,
          ...look('panel', 'lineStrong'),
          ...topLeft,
          ...container,
          spacingLeft: 10,
          spacingTop: 8,
          fontSize: 15,
          fontStyle: 1,
          fontColor: palette.ink,
        },
      };
    case 'dag':
      return {
        label: name,
        style: { ...plain, ...(children.length > 0 ? container : {}), fontSize: 11, fontStyle: 1 },
      };
    case 'server':
      return {
        label: name,
        style: {
          rounded: 1,
          arcSize: 8,
          absoluteArcSize: 1,
          ...look('panel', 'line'),
          ...topLeft,
          ...container,
          fontSize: 12,
          fontStyle: 1,
          fontColor: palette.ink,
        },
      };
    case 'volume':
      return {
        label: second,
        tooltip: second,
        style: {
          rounded: 1,
          arcSize: 2,
          absoluteArcSize: 1,
          ...look('panel', 'lineStrong'),
          ...container,
          strokeWidth: 0.5,
          fontSize: 3,
          fontColor: palette.ink2,
          verticalLabelPosition: 'bottom',
          verticalAlign: 'top',
          spacing: 0,
        },
      };
    case 'copy': {
      const copy: DatabaseCopy = index.databases.get(name)?.copies.find(({ value }) => value.server === second)
        ?.value ?? { server: second };
      const { fill, stroke } = copyLook(copy);
      const preference = copy.activationPreference ?? '?';
      return {
        label: `${preference}\n${name}`,
        tooltip: `${name} on ${second}, activation preference ${preference}${copy.replayLagHours ? `, lagged ${formatNumber(copy.replayLagHours)} h` : ''}`,
        style: {
          rounded: 1,
          arcSize: 2,
          absoluteArcSize: 1,
          ...look(fill, stroke),
          ...(copy.replayLagHours ? { dashed: 1, strokeColor: palette.laggedLine, strokeWidth: 0.5 } : {}),
          fontSize: 2,
          fontColor: palette[copyInk(copy)],
          spacing: 0,
        },
      };
    }
    case 'witness': {
      const dag = index.dags.get(name)?.value;
      const [site] = dag ? witnessSites({ pair: undefined, dags: [dag], columns: [] }) : [];
      return {
        label: site ? witnessTitle(site) : 'Witness',
        style: {
          rounded: 1,
          arcSize: 10,
          absoluteArcSize: 1,
          ...look('panel', 'lineStrong'),
          fontSize: 12,
          fontStyle: 1,
          fontColor: palette.ink,
        },
      };
    }
    default:
      return { label: name, style: { ...text, fontColor: palette.ink, fontSize: 10 } };
  }
}

function addVertex({ cells, nextId }: Sheet, parent: string, bounds: Bounds, { label, style, tooltip }: Shape): string {
  const id = nextId();
  const geometry = `<mxGeometry x="${round(bounds.x)}" y="${round(bounds.y)}" width="${round(bounds.width)}" height="${round(bounds.height)}" as="geometry"/>`;
  const cell = `<mxCell style="${attribute(styleText(style))}" vertex="1" parent="${parent}"`;
  cells.push(
    `<UserObject label="${attribute(label)}"${tooltip ? ` tooltip="${attribute(tooltip)}"` : ''} id="${id}">${cell}>${geometry}</mxCell></UserObject>`,
  );
  return id;
}

/** A link joins its datacenters; a witness is joined to every datacenter of its drawing. */
function addConnectors(sheet: Sheet): void {
  const { design, palette, datacenters, witnesses, links } = sheet;
  for (const { subject } of links) {
    const { name = '', second = '' } = parseSubject(subject) ?? {};
    const link = design.links?.find(({ from, to }) => from === name && to === second);
    const facts = [
      link?.roundTripMs === undefined ? '' : `${formatNumber(link.roundTripMs)} ms`,
      link?.bandwidthMbps === undefined ? '' : `${formatNumber(link.bandwidthMbps)} Mbps`,
    ];
    const mark = sheet.markOf(subject) ?? sheet.markOf(`link:${second}/${name}`);
    const label = [...(mark?.word === undefined ? [] : [mark.word]), ...facts.filter((fact) => fact !== '')].join(', ');
    const style = { strokeColor: palette.preference2, strokeWidth: 4, fontColor: palette.ink2, ...mark?.style };
    addEdge(sheet, label, datacenters.get(name), datacenters.get(second), style);
  }
  for (const witness of witnesses)
    for (const datacenter of datacenters.values())
      addEdge(sheet, '', witness, datacenter, { strokeColor: palette.lineStrong, edgeStyle: 'orthogonalEdgeStyle' });
}

function addEdge(
  { cells, nextId }: Sheet,
  label: string,
  from: string | undefined,
  to: string | undefined,
  style: Style,
): void {
  if (from === undefined || to === undefined) return;
  const text = attribute(styleText({ ...style, endArrow: 'none' }));
  cells.push(
    `<mxCell id="${nextId()}" value="${attribute(label)}" style="${text}" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
  );
}

/** "html=0" keeps draw.io from reading labels as HTML. */
function styleText(style: Style): string {
  return Object.entries({ ...style, html: 0 })
    .map(([key, value]) => `${key}=${value}`)
    .join(';')
    .concat(';');
}

/** Text in an attribute; a line break would be read as a space there. */
function attribute(value: string): string {
  return escapeXml(value).replaceAll('\n', '&#10;');
}

/** The smallest box around places. */
function boundsOf(hits: readonly Bounds[]): Bounds {
  if (hits.length === 0) return { x: 0, y: 0, width: 400, height: 0 };
  const x = Math.min(...hits.map((hit) => hit.x));
  const y = Math.min(...hits.map((hit) => hit.y));
  return {
    x,
    y,
    width: Math.max(...hits.map((hit) => hit.x + hit.width)) - x,
    height: Math.max(...hits.map((hit) => hit.y + hit.height)) - y,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

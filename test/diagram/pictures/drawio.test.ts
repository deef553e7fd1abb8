import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../planner/design/types.ts';
import { pagesToDrawio } from '../../../planner/diagram/index.ts';
import { oddDesigns } from '../oddDesigns.ts';
import { exampleDesign, pagesOf, type PictureOf } from './pictureOf.ts';

interface Cell {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string | undefined;
  readonly parent: string | undefined;
  readonly style: string;
  readonly ends: readonly [string, string] | undefined;
  readonly size: Readonly<Record<string, number>>;
}

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
type Attributes = Record<string, string | undefined>;
interface Raw extends Attributes {
  readonly mxCell?: never;
}

/** The cells of every diagram, as a parser that is not ours reads them. */
function cellsOf(xml: string): Cell[][] {
  const parsed = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    processEntities: true,
  }).parse(xml) as {
    mxfile: { diagram: { mxGraphModel: { root: { mxCell?: Raw | Raw[]; UserObject?: Raw | Raw[] } } }[] };
  };
  return list(parsed.mxfile.diagram).map(({ mxGraphModel: { root } }) => [
    ...list(root.UserObject).map((object): Cell => {
      const cell = object.mxCell as unknown as Attributes & { mxGeometry: Record<string, string> };
      return {
        id: object['id'] ?? '',
        label: object['label'] ?? '',
        tooltip: object['tooltip'],
        parent: cell['parent'],
        style: cell['style'] ?? '',
        ends: undefined,
        size: Object.fromEntries(Object.entries(cell.mxGeometry).map(([key, value]) => [key, Number(value)])),
      };
    }),
    ...list(root.mxCell).map((cell): Cell => ({
      id: cell['id'] ?? '',
      label: cell['value'] ?? '',
      tooltip: undefined,
      parent: cell['parent'],
      style: cell['style'] ?? '',
      ends: cell['edge'] === '1' ? [cell['source'] ?? '', cell['target'] ?? ''] : undefined,
      size: {},
    })),
  ]);
}

const drawioOf = (design: Design, options: PictureOf = {}) => pagesToDrawio(pagesOf(design, options), design, 'print');

describe('a draw.io file', () => {
  const contoso = exampleDesign('contoso');
  const cells = cellsOf(drawioOf(contoso))[0] ?? [];
  const byId = new Map(cells.map((cell) => [cell.id, cell]));

  it('holds every server and every copy as a shape of its own', () => {
    const labels = cells.map(({ label }) => label);
    for (let i = 1; i <= 16; i++)
      expect(labels.filter((label) => label === `EX${String(i).padStart(2, '0')}`)).toHaveLength(1);
    const tooltips = new Set(cells.map(({ tooltip }) => tooltip?.split(',')[0]));
    const copies = (contoso.dags ?? []).flatMap(({ databases = [] }) =>
      databases.flatMap(({ name, copies: own = [] }) => own.map(({ server }) => `${name} on ${server}`)),
    );
    expect(copies).toHaveLength(896);
    expect(copies.filter((copy) => !tooltips.has(copy))).toEqual([]);
  });

  it('puts copies in disks, disks in servers, servers in datacenters, so that they move together', () => {
    const copy = cells.find(({ tooltip }) => tooltip?.startsWith('DB001 on EX01'));
    const chain: string[] = [];
    for (let cell = copy && byId.get(copy.parent ?? ''); cell; cell = byId.get(cell.parent ?? ''))
      chain.push(cell.label);
    expect(chain.slice(0, 3)).toEqual(['ExVol01', 'EX01', 'East']);
    for (const { parent, style } of cells.filter(
      (cell) => cell.parent !== undefined && !['0', '1'].includes(cell.parent),
    ))
      expect(byId.get(parent ?? '')?.style, style).toContain('container=1');
  });

  it('keeps every shape within the one that holds it', () => {
    for (const { parent, size, label } of cells) {
      const outer = byId.get(parent ?? '')?.size;
      if (!outer?.['width'] || !size['width']) continue;
      expect((size['x'] ?? 0) + size['width'], label).toBeLessThanOrEqual(outer['width'] + 0.05);
      expect((size['y'] ?? 0) + (size['height'] ?? 0), label).toBeLessThanOrEqual((outer['height'] ?? 0) + 0.05);
    }
  });

  it('joins the datacenters and the witness by connectors that hold on to them', () => {
    const ends = cells.flatMap((cell) => (cell.ends ? [cell.ends.map((end) => byId.get(end)?.label)] : []));
    expect(ends).toEqual([
      ['East', 'West'],
      ['Witness FSW01', 'East'],
      ['Witness FSW01', 'West'],
    ]);
  });

  it('has ids that are used once and parents that are there', () => {
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    expect(cells.filter(({ parent }) => parent !== undefined && !byId.has(parent))).toEqual([]);
  });

  it('has a diagram per page', () => {
    expect(cellsOf(drawioOf(exampleDesign('environment'), { paper: 'a4' }))).toHaveLength(5);
  });

  it.each(['server:EX01', 'copy-layout:DAG1'])('is made of %s too', (scene) => {
    expect(XMLValidator.validate(drawioOf(contoso, { scene }))).toBe(true);
  });

  it.each(Object.entries(oddDesigns))('is well-formed for odd designs: %s', (_, design) => {
    const xml = drawioOf(design);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toMatch(/NaN|undefined|Infinity|<script|html=1/);
  });

  it('has the same bytes for the same design', () => {
    expect(drawioOf(exampleDesign('contoso'))).toBe(drawioOf(contoso));
  });
});

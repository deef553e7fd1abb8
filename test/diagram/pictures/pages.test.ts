import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../planner/design/types.ts';
import {
  choosePicture,
  papers,
  picturesOf,
  pictureDetails,
  type Page,
  type PaperName,
  type PictureDetail,
} from '../../../planner/diagram/index.ts';
import { textWidth } from '../../../planner/diagram/measure.ts';
import type { Bounds, Hit, Text } from '../../../planner/diagram/index.ts';
import { oddDesigns } from '../oddDesigns.ts';
import { sampleDesign } from '../sampleDesign.ts';
import { numbersIn, overlap } from '../shapes.ts';
import { allRulesMet, exampleDesign, pagesOf, type PictureOf } from './pictureOf.ts';

const contoso = exampleDesign('contoso');
const environment = exampleDesign('environment');
const details = Object.keys(pictureDetails) as PictureDetail[];
const sizes = (Object.keys(papers) as PaperName[]).filter((paper) => paper !== 'free');

interface Written extends Bounds {
  readonly text: string;
  readonly size: number;
}

/** Every text of a page with the room it takes, in points; from the baseline up to the height of a capital. */
function textsOn({ groups }: Page): Written[] {
  return groups.flatMap(({ scale, x, y, layers }) =>
    layers
      .flatMap(({ tiles }) => tiles.flatMap(({ shapes }) => shapes))
      .filter((shape): shape is Text => shape.kind === 'text')
      .map((shape) => {
        const width = textWidth(shape.text, shape.size, shape.weight);
        const before = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? width / 2 : width;
        return {
          text: shape.text,
          size: shape.size * scale,
          x: x + (shape.x - before) * scale,
          y: y + (shape.y - 0.727 * shape.size) * scale,
          width: width * scale,
          height: 0.727 * shape.size * scale,
        };
      }),
  );
}

/** Texts that lie on one another. */
function collisions(texts: readonly Written[]): string[] {
  const sorted = texts.toSorted((a, b) => a.y - b.y);
  const found: string[] = [];
  for (const [i, a] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (!b || b.y >= a.y + a.height) break;
      if (overlap(a, b)) found.push(`${a.text} | ${b.text}`);
    }
  }
  return found;
}

function subjectsOn(pages: readonly Page[]): Set<string> {
  const subjects = new Set<string>();
  const visit = (hits: readonly Hit[]) => {
    for (const hit of hits) {
      subjects.add(hit.subject);
      visit(hit.children);
    }
  };
  for (const page of pages) visit(page.hits);
  return subjects;
}

const serversOf = ({ dags = [] }: Design) =>
  dags.flatMap(({ servers = [] }) => servers.map(({ name }) => `server:${name}`));
const copiesOf = ({ dags = [] }: Design) =>
  dags.flatMap(({ databases = [] }) =>
    databases.flatMap(({ name, copies = [] }) => copies.map(({ server }) => `copy:${name}/${server}`)),
  );

const cases: [string, Design, PictureOf][] = [
  ...details.flatMap((detail): [string, Design, PictureOf][] => [
    [`contoso, ${detail}, free`, contoso, { detail }],
    [`contoso, ${detail}, A3`, contoso, { detail, paper: 'a3' }],
    [`environment, ${detail}, A4`, environment, { detail, paper: 'a4' }],
  ]),
  ...sizes.map((paper): [string, Design, PictureOf] => [`contoso, ${paper}`, contoso, { paper }]),
  ['a server’s disks, A5', contoso, { scene: 'server:EX01', paper: 'a5' }],
  ['a server’s disks, free', contoso, { scene: 'server:EX01' }],
  ['a copy layout, A4', contoso, { scene: 'copy-layout:DAG1', paper: 'a4' }],
  ['a copy layout, A5', contoso, { scene: 'copy-layout:DAG1', paper: 'a5' }],
  ['a copy layout, free', environment, { scene: 'copy-layout:DAG2' }],
  ['one pair, letter', contoso, { scene: 'pair', paper: 'letter' }],
  ['one DAG, A4 upright', environment, { scene: 'dag:DAG3', paper: 'a4', orientation: 'portrait' }],
];

describe('the pages of a picture', () => {
  it.each(cases)('have no text that is cut off or lies on another: %s', (_, design, options) => {
    for (const page of pagesOf(design, options)) {
      const texts = textsOn(page);
      expect(
        texts.filter(({ x, y, width, height }) => x < 0 || y < 0 || x + width > page.width || y + height > page.height),
      ).toEqual([]);
      expect(collisions(texts)).toEqual([]);
    }
  });

  const legible = cases.filter(([name]) => name !== 'environment, databases, A4');
  it.each(legible)('have no text below the smallest size: %s', (_, design, options) => {
    for (const page of pagesOf(design, options)) {
      const drawn = page.groups.filter(({ id }) => id === 'drawing');
      const smallest = Math.min(...textsOn({ ...page, groups: drawn }).map(({ size }) => size));
      expect(smallest).toBeCloseTo(page.smallestText, 6);
      expect(smallest).toBeGreaterThan(4.999);
    }
  });

  it.each([
    ['contoso', contoso],
    ['environment', environment],
  ])('together show every server and copy, however small the paper: %s', (_, design) => {
    const subjects = subjectsOn(pagesOf(design, { paper: 'a5' }));
    expect([...serversOf(design), ...copiesOf(design)].filter((about) => !subjects.has(about))).toEqual([]);
    const copies = subjectsOn(
      (design.dags ?? []).flatMap(({ name }) => pagesOf(design, { scene: `copy-layout:${name}`, paper: 'a5' })),
    );
    expect(copiesOf(design).filter((about) => !copies.has(about))).toEqual([]);
  });

  it('are as large as the paper, in the orientation that needs fewer of them', () => {
    const sizeOf = (options: PictureOf) =>
      pagesOf(contoso, options).map(({ width, height }) => [Math.round(width), Math.round(height)]);
    expect(sizeOf({ paper: 'a4' })).toEqual([[842, 595]]);
    expect(sizeOf({ paper: 'letter', orientation: 'portrait' })[0]).toEqual([612, 792]);
    expect(sizeOf({ paper: 'free' })).toHaveLength(1);
  });

  it('begin with an overview where the picture comes apart, and are numbered', () => {
    const pages = pagesOf(environment, { paper: 'a4' });
    expect(pages.map(({ heading }) => heading)).toEqual([
      'Whole environment, overview',
      'DAG1',
      'DAG2',
      'DAG3',
      'DAG4',
    ]);
    expect(pages.map(({ number, count }) => `${number}/${count}`)).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
    expect(textsOn(pages[1] as Page).map(({ text }) => text)).toContain('2 of 5');
  });

  it('say which servers and databases they show where a DAG comes apart', () => {
    const large = sampleDesign({ serversPerDatacenter: 30, databases: 120 });
    const servers = pagesOf(large, { paper: 'a4', scene: 'dag:DAG1', orientation: 'landscape' }).map(
      ({ heading }) => heading,
    );
    expect(servers[0]).toBe('DAG1, overview');
    expect(servers[1]).toMatch(/^DAG1, EX01 to EX\d\d and EX31 to EX\d\d \(\d+ servers\)$/);
    const databases = pagesOf(contoso, { paper: 'a4', scene: 'copy-layout:DAG1' }).map(({ heading }) => heading);
    expect(databases[0]).toMatch(/^Copy layout of DAG1, DB001 to DB0\d\d$/);
  });

  it('stay one where the drawing does not come apart any further, and say how small its text is', () => {
    const [page, ...more] = pagesOf(contoso, { paper: 'a5', scene: 'server:EX01', smallestText: 40 }).slice(0, 1);
    expect(more).toEqual([]);
    expect(page?.smallestText).toBeLessThan(40);
  });

  it.each(Object.entries(oddDesigns))('are drawn for odd designs: %s', (_, design) => {
    for (const { names } of picturesOf(design)) {
      for (const scene of names) {
        const pages = pagesOf(design, { scene, paper: 'a4' });
        expect(pages.length).toBeGreaterThan(0);
        expect(numbersIn(pages).filter((value) => !Number.isFinite(value) && value !== Infinity)).toEqual([]);
      }
    }
  });

  it('for any size of design and paper', () => {
    fc.assert(
      fc.property(
        fc.record({
          dags: fc.integer({ min: 1, max: 3 }),
          serversPerDatacenter: fc.integer({ min: 2, max: 6 }),
          rounds: fc.integer({ min: 1, max: 4 }),
        }),
        fc.constantFrom(...sizes),
        fc.constantFrom(...details),
        fc.double({ min: 3, max: 9, noNaN: true }),
        ({ rounds, ...size }, paper, detail, smallestText) => {
          const design = sampleDesign({ ...size, databases: rounds * 4 * size.serversPerDatacenter });
          const pages = pagesOf(design, { paper, detail, smallestText, judged: false });
          const subjects = subjectsOn(pages);
          expect(serversOf(design).filter((about) => !subjects.has(about))).toEqual([]);
          for (const page of pages) expect(collisions(textsOn(page))).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('a title block', () => {
  it('says name, customer, author, date, ruleset and verdict', () => {
    const [page] = pagesOf(contoso, { paper: 'a4' });
    const texts = page ? textsOn(page).map(({ text }) => text) : [];
    expect(texts).toEqual(
      expect.arrayContaining(['Contoso', 'Whole environment', 'Messaging team', '2026-03-31', 'pa-2016', allRulesMet]),
    );
  });

  it('leaves out what is not stated', () => {
    const [page] = pagesOf({ format: 'dagwright/1', name: 'A' }, { judged: false });
    expect(page?.groups[1] && textsOn({ ...page, groups: [page.groups[1]] }).map(({ text }) => text)).toEqual([
      'A',
      'Whole environment',
    ]);
  });

  it('wraps its fields on narrow paper', () => {
    const [page] = pagesOf(
      { ...contoso, name: 'A name that goes on and on '.repeat(20).trim() },
      { paper: 'a5', orientation: 'portrait' },
    );
    expect(page && collisions(textsOn(page))).toEqual([]);
    expect(page && Math.max(...textsOn(page).map(({ x, width }) => x + width))).toBeLessThan(page?.width ?? 0);
  });
});

describe('the name of a picture', () => {
  it.each([
    ['environment', 'environment'],
    ['dag:DAG1', 'dag:DAG1'],
    ['dag', 'dag:DAG1'],
    ['copy-layout', 'copy-layout:DAG1'],
    ['server:EX16', 'server:EX16'],
    ['replication', 'replication:East/West'],
  ])('%s stands for %s', (name, stands) => {
    expect(choosePicture(contoso, name)).toMatchObject({ ok: true, name: stands });
  });

  it.each([
    ['', /no such picture/, /environment, pair:NAME, dag:NAME, server:NAME, copy-layout:NAME, replication:NAME/],
    ['rack:R1', /no such picture/, /environment/],
    ['environment:x', /takes no name/, /^environment$/],
    ['server', /Which one/, /server:EX01, server:EX02.*…/],
    ['server:EX99', /no server of this name/, /server:EX01/],
    ['dag:', /no DAG of this name/, /dag:DAG1/],
    ['copy-layout:toString', /no DAG of this name/, /copy-layout:DAG1/],
    ['replication:East/Nowhere', /no pair of datacenters of this name/, /replication:East\/West/],
  ])('%s is refused', (name, message, expected) => {
    const chosen = choosePicture(contoso, name);
    expect(chosen.ok).toBe(false);
    if (!chosen.ok) {
      expect(chosen.message).toMatch(message);
      expect(chosen.expected).toMatch(expected);
    }
  });

  it('is listed only where the design has such a thing', () => {
    expect(picturesOf({ format: 'dagwright/1', name: 'A' }).map(({ kind }) => kind.id)).toEqual(['environment']);
    expect(picturesOf(contoso).map(({ names }) => names.length)).toEqual([1, 1, 1, 16, 1, 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { loadDesign } from '../../../planner/design/load.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import type { Design, ScenarioEvent } from '../../../planner/design/types.ts';
import { choosePicture, pagesToDrawio, picturesOf, type Page, type Shape } from '../../../planner/diagram/index.ts';
import { exampleDesign, pagesOf } from './pictureOf.ts';

const contoso = exampleDesign('contoso');

function keeping(scenarios: Readonly<Record<string, readonly ScenarioEvent[]>>, design = contoso): Design {
  const kept = {
    ...design,
    scenarios: Object.entries(scenarios).map(([name, events]) => ({ name, events: [...events] })),
  };
  const loaded = loadDesign(writeDesign(kept));
  if (!loaded.ok) throw new Error('The design with scenarios does not load.');
  return loaded.value;
}

const design = keeping({
  'Two servers': [{ subject: 'server:EX03' }, { subject: 'server:EX04' }],
  'No quorum': ['East', 'West'].map((name) => ({ atMinutes: 0, subject: `datacenter:${name}` })),
  Partition: [{ subject: 'link:East/West' }, { subject: 'volume:EX01/ExVol01' }],
  Healed: [{ subject: 'server:EX03' }, { kind: 'recover', subject: 'server:EX03' }],
  'By hand': [{ kind: 'switchover', subject: 'datacenter:East' }],
  Gone: [{ subject: 'server:EX03' }, { subject: 'server:EX99' }],
});

const shapesOn = ({ groups }: Page, id: 'drawing' | 'frame'): Shape[] =>
  groups
    .filter((group) => group.id === id)
    .flatMap(({ layers }) => layers.flatMap(({ tiles }) => tiles.flatMap(({ shapes }) => shapes)));
const textsOn = (page: Page, id: 'drawing' | 'frame'): string[] =>
  shapesOn(page, id).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const marksOn = (page: Page, id: 'drawing' | 'frame', marker: string): number =>
  shapesOn(page, id).filter((shape) => shape.kind === 'marker' && shape.marker === marker).length;
const copiesOn = (page: Page): number =>
  shapesOn(page, 'drawing').filter((shape) => shape.kind === 'rect' && shape.fill === 'ok').length;
const picture = (name: string, from = design): Page => {
  const [page] = pagesOf(from, { scene: `scenario:${name}`, judged: false });
  if (!page) throw new Error('A picture has a page.');
  return page;
};

describe('the picture of a failure scenario', () => {
  it('is one of the design’s pictures for each scenario that it keeps', () => {
    expect(picturesOf(design).find(({ kind }) => kind.id === 'scenario')?.names).toEqual([
      'scenario:Two servers',
      'scenario:No quorum',
      'scenario:Partition',
      'scenario:Healed',
      'scenario:By hand',
      'scenario:Gone',
    ]);
    expect(picturesOf(contoso).some(({ kind }) => kind.id === 'scenario')).toBe(false);
  });

  it.each([
    ['Two servers', 'EX03 fails, then EX04 fails', ['0 of 224', '0', '28', '56.8 %', '15, 8 needed'], 28],
    [
      'Partition',
      'Link East – West fails, then disk ExVol01 of EX01 fails',
      ['0 of 224', '1', '113', '74.6 %', '9, 5 needed'],
      113,
    ],
    ['Healed', 'EX03 fails, then EX03 heals', ['0 of 224', '0', '0', '50.3 %', '17, 9 needed'], 0],
    ['By hand', 'East is given up by hand', ['0 of 224', '0', '112', '73 %', '9, 5 needed'], 112],
    [
      'No quorum',
      'East and West fail at once',
      ['224 of 224', '0', '0', 'no server left', '0, 9 needed: quorum lost'],
      0,
    ],
  ])(
    'says what happened in %s and what came of it, and draws every copy that took over',
    (name, told, values, activated) => {
      const page = picture(name);
      const texts = textsOn(page, 'frame');
      expect(page.heading).toBe(`Scenario ${name} · Whole environment`);
      expect(texts).toContain(told);
      expect(page.caption?.figures.map(({ value }) => value)).toEqual(values);
      expect(texts).toEqual(expect.arrayContaining(values));
      expect(copiesOn(page)).toBe(activated);
      expect(page.description).toContain(told);
    },
  );

  it('marks what is out of service as the failover view does, and says so in the legend', () => {
    const page = picture('Partition');
    expect(textsOn(page, 'drawing').filter((text) => text === 'no quorum')).toHaveLength(8);
    expect(textsOn(page, 'drawing')).toContain('cut');
    // Eight servers, the link and the disk.
    expect(marksOn(page, 'drawing', 'cross')).toBe(10);
    expect(textsOn(page, 'frame')).toEqual(expect.arrayContaining(['failed or without quorum', 'activated']));
    expect(textsOn(picture('By hand'), 'frame')).toContain('without quorum');
  });

  it('marks overloaded servers in the drawing, the legend and the caption', () => {
    const tight = { ...design, sizing: { ...design.sizing, cpuLimitFraction: 0.52 } };
    const page = picture('Two servers', tight);
    expect(marksOn(page, 'drawing', 'triangle')).toBe(8);
    expect(textsOn(page, 'frame')).toContain('CPU above 52 %');
    expect(marksOn(page, 'frame', 'triangle')).toBe(1);
    expect(textsOn(picture('Two servers'), 'frame').some((text) => text.startsWith('CPU above'))).toBe(false);
  });

  it('carries caption and marks onto every page that it comes apart into', () => {
    const environment = keeping({ Two: [{ subject: 'server:EX03' }] }, exampleDesign('environment'));
    for (const paper of ['a4', 'a5'] as const) {
      const pages = pagesOf(environment, { scene: 'scenario:Two', paper, judged: false });
      expect(pages.length).toBeGreaterThan(4);
      for (const page of pages) {
        expect(textsOn(page, 'frame')).toContain('EX03 fails');
        expect(page.heading.startsWith('Scenario Two · ')).toBe(true);
      }
    }
  });

  it('writes a long story on several lines, none of it cut off', () => {
    const events = Array.from({ length: 14 }, (_, i) => ({ subject: `server:EX${String(i + 1).padStart(2, '0')}` }));
    const [page] = pagesOf(keeping({ Many: events }), { scene: 'scenario:Many', paper: 'a5', judged: false });
    const texts = page ? textsOn(page, 'frame') : [];
    const from = texts.findIndex((text) => text.startsWith('EX01 fails'));
    const to = texts.findIndex((text) => text.endsWith('EX14 fails'));
    expect(to).toBeGreaterThan(from);
    expect(texts.slice(from, to + 1).join(' ')).toBe(
      events.map(({ subject }) => `${subject.slice(7)} fails`).join(', then '),
    );
  });

  it('is refused with the place of the event where it cannot be played, and by name where it is not kept', () => {
    expect(choosePicture(design, 'scenario:Gone')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/Gone cannot be drawn: .*EX99.*\(\/scenarios\/5\/events\/1\/subject, /) as string,
    });
    expect(choosePicture(design, 'scenario:Nope')).toMatchObject({
      ok: false,
      message: 'The design has no scenario of this name.',
    });
    expect(choosePicture(contoso, 'scenario')).toMatchObject({ ok: false });
  });

  it('is in draw.io what it is on paper: dead things dashed and named, copies that took over green', () => {
    const xml = pagesToDrawio([picture('Partition')], design, 'print');
    expect(xml.match(/label="EX\d\d, no quorum"/g)).toHaveLength(8);
    expect(xml).toContain('label="ExVol01, failed"');
    expect(xml).toMatch(/value="cut, 40 ms, 10,000 Mbps" style="strokeColor=[^"]*dashed=1/);
    expect(xml).toContain('Worst CPU, EX03 74.6 %');
    const servers = pagesToDrawio([picture('Two servers')], design, 'print');
    expect(servers.match(/label="EX\d\d, failed" id="[^"]*"><mxCell style="[^"]*dashed=1/g)).toHaveLength(2);
    const healthy = pagesToDrawio(pagesOf(design, { judged: false }), design, 'print');
    expect(healthy).not.toContain('dashed=1;fontColor=#');
  });
});

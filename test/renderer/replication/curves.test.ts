import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../../planner/design/types.ts';
import { linkOutages, seedCopies } from '../../../planner/simulate/replication/index.ts';
import { fallAt, momentsOf, stepOver, valueAt } from '../../../renderer/replication/curve.ts';
import { replicationDay } from '../../../renderer/replication/day.ts';
import { failedChoices } from '../../../renderer/replication/failed.ts';
import {
  outageCurves,
  outageFacts,
  outageMarks,
  outageOf,
  outageSheets,
} from '../../../renderer/replication/outage.ts';
import { seedOffer } from '../../../renderer/replication/seedChoice.ts';
import { seedFacts, seedSheets } from '../../../renderer/replication/seeding.ts';
import { sheetsTsv, words, wordHead, figure, figureHead } from '../../../renderer/replication/sheet.ts';

const contoso = JSON.parse(readFileSync('examples/contoso.dagwright.json', 'utf8')) as Design;
const withLink = (bandwidthMbps: number): Design => ({
  ...contoso,
  links: [{ from: 'East', to: 'West', bandwidthMbps, roundTripMs: 40 }],
});
const today = '2026-03-31';

describe('a curve', () => {
  const points = [
    { hours: 0, value: 0 },
    { hours: 4, value: 8 },
    { hours: 5, value: 0 },
  ];

  it.each([
    [0, 0],
    [1, 2],
    [4, 8],
    [4.5, 4],
    [5, 0],
    [9, 0],
  ])('goes in straight lines: after %d h it is %d', (hours, value) => {
    expect(valueAt(points, hours)).toBe(value);
  });

  it('falls as fast as the line that begins', () => {
    expect(fallAt(points, 0)).toBe(-2);
    expect(fallAt(points, 4)).toBe(8);
    expect(fallAt(points, 5)).toBe(0);
    expect(valueAt([], 3)).toBe(0);
  });

  it('is read at few enough moments, from its start to its end, with all that happens on the way', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 8784, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (end, at) => {
          const moments = momentsOf(end, [{ hours: end * at, text: '' }]);
          expect(moments[0]).toBe(0);
          expect(moments.at(-1)).toBe(end);
          expect(moments).toContain(end * at);
          expect(moments.length).toBeLessThanOrEqual(51);
          expect(stepOver(end)).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('an outage in figures', () => {
  it('marks what gives out while the link is down, and nothing that would later', () => {
    const marks = (hours: number) => {
      const [outage] = linkOutages(withLink(300), hours);
      return outage ? outageMarks(outage).map(({ text }) => text) : [];
    };
    expect(marks(24)).toEqual(['link back', 'West caught up']);
    expect(marks(200)).toEqual(['room for logs used up', 'link back', 'West caught up']);
    expect(marks(5000)).toContain('disk full');
  });

  it('is found whichever datacenter is named first', () => {
    const outages = linkOutages(withLink(300), 24);
    expect(outageOf(outages, 'West', 'East')).toBe(outages[0]);
    expect(outageOf(outages, 'West', 'North')).toBeUndefined();
  });

  it.each([
    ['a link that carries nothing', withLink(0), 'never', 'nothing gets through'],
    ['a link that carries too little', withLink(60), 'never', 'the load leaves over too little within a year'],
    ['no link', { ...contoso, links: [] }, 'not known', 'the bandwidth is not stated'],
  ])('says of %s that it is caught up %s', (_, design, value, note) => {
    const [outage] = linkOutages(design, 24);
    if (!outage) throw new Error('Logs cross between the datacenters.');
    expect(outageFacts(outage).find(({ label }) => label.startsWith('Caught up'))).toMatchObject({ value, note });
    expect(JSON.stringify([outageFacts(outage), outageSheets(outage), outageCurves(outage)])).not.toMatch(/NaN|null/);
  });

  it('is answered beside the day, after what has failed', () => {
    const ask = { edits: [], today, outageHours: 24 };
    expect(replicationDay(withLink(300), ask).outages).toEqual(linkOutages(withLink(300), 24));
    const cut = replicationDay(withLink(300), { ...ask, events: [{ fail: ['link:East/West'] }] });
    expect(cut.outages).toEqual([]);
    const ways = (lockDatacenter: string) =>
      replicationDay(withLink(300), { ...ask, quorum: { lockDatacenter } }).outages?.[0]?.directions.map(
        ({ to }) => to,
      );
    expect(ways('East')).toEqual(['West']);
    expect(ways('West')).toEqual(['East']);
    expect(replicationDay(contoso, { ...ask, outageHours: 0 }).problem?.message).toMatch(/at most 8,784, found 0/);
  });
});

describe('what has failed', () => {
  it('is nothing, what is played now, or a kept scenario with all of its events', () => {
    const design: Design = {
      ...contoso,
      scenarios: [{ name: 'A', events: [{ kind: 'switchover', subject: 'datacenter:West' }] }],
    };
    const choices = failedChoices(design, { events: [{ fail: ['server:EX01'] }], label: 'EX01 fails' });
    expect(choices.map(({ id }) => id)).toEqual(['healthy', 'now', 'kept:A']);
    expect(choices[2]?.events).toEqual([{ switchover: 'datacenter:West' }]);
    expect(failedChoices(contoso, { events: [], label: '' }).map(({ id }) => id)).toEqual(['healthy']);
  });

  it('is judged by no rule, and says why it cannot be played', () => {
    const asked = (events: readonly { fail: readonly string[] }[]) =>
      replicationDay(withLink(50), { edits: [], today, events });
    expect(asked([]).findings).toHaveLength(2);
    expect(asked([{ fail: ['server:EX01'] }]).findings).toEqual([]);
    expect(asked([{ fail: ['server:EX99'] }]).problem?.message).toMatch(/cannot be played: server:EX99/);
  });
});

describe('what is seeded', () => {
  it('is the first of what there is until something is chosen, and again when that is gone', () => {
    expect(seedOffer(contoso, { kind: 'server' }).selector).toBe('server:EX01');
    expect(seedOffer(contoso, { kind: 'datacenter', name: 'West' }).selector).toBe('datacenter:West');
    expect(seedOffer(contoso, { kind: 'volume', name: 'EX02' }).selector).toMatch(/^volume:EX02\//);
    expect(seedOffer(contoso, { kind: 'copy', name: 'DB002', second: 'EX99' }).selector).toMatch(/^copy:DB002\/EX/);
    expect(seedOffer({ format: 'dagwright/1', name: 'A' }, { kind: 'copy' }).selector).toBeUndefined();
  });

  it('comes from where, how fast and when the simulation says', () => {
    const seeding = seedCopies(contoso, 'server:EX01');
    const [, copies] = seedSheets(seeding);
    expect(copies?.rows.map((row) => row[0]?.value)).toEqual(seeding.copies.map(({ database }) => database));
    const [first] = seeding.copies;
    const rate = ((first?.sizeGB ?? 0) * 1024) / (first?.doneHours ?? 1) / 3600;
    expect(copies?.rows[0]?.[5]?.value).toBeCloseTo(rate, 9);
    // A source gives 20 MB/s for all that it seeds (facts A5.7).
    expect(rate).toBeLessThanOrEqual(20);
    expect(JSON.stringify(seedFacts(seedCopies(withLink(0), 'datacenter:East')))).not.toContain('NaN');
  });
});

describe('tables for a spreadsheet', () => {
  it('stand below one another, numbers in full and what is no number never a formula', () => {
    const sheet = {
      caption: 'A',
      heads: [wordHead('Name'), figureHead('GB')],
      rows: [[words('=1'), figure(1 / 3, '0.33')]],
    };
    expect(sheetsTsv([sheet, sheet])).toBe(`A\nName\tGB\n'=1\t${1 / 3}\n\nA\nName\tGB\n'=1\t${1 / 3}\n`);
  });
});

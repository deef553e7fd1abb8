import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { isMonth, monthName, newYears, spanText, yearOf } from '../../../renderer/capacity/growth/calendar.ts';
import { growthOf } from '../../../renderer/capacity/growth/growth.ts';

function example(name: string): Design {
  const loaded = loadDesign(readFileSync(new URL(`../../../examples/${name}.dagwright.json`, import.meta.url), 'utf8'));
  if (!loaded.ok) throw new Error(`The example ${name} does not load.`);
  return loaded.value;
}
const contoso = example('contoso');
const mode = 'datacenterAndOneServer';

describe('the calendar of growth', () => {
  it.each([
    ['2026-11', 0, 'November 2026'],
    ['2026-11', 1.99, 'December 2026'],
    ['2026-11', 2, 'January 2027'],
    ['2026-01', 27.5, 'April 2028'],
    ['2026-12', 600, 'December 2076'],
  ])('from %s, after %d months: %s', (from, months, name) => {
    expect(monthName(from, months)).toBe(name);
  });

  it('finds the first days of years', () => {
    expect(newYears('2026-11', 30)).toEqual([2, 14, 26]);
    expect(newYears('2026-01', 24)).toEqual([0, 12, 24]);
    expect(newYears('2026-02', 6)).toEqual([]);
    expect(yearOf('2026-11', 14)).toBe(2028);
  });

  it('tells spans in years and months', () => {
    expect([0.5, 1, 12.9, 13, 28].map(spanText)).toEqual([
      'less than a month',
      '1 month',
      '1 year',
      '1 year and 1 month',
      '2 years and 4 months',
    ]);
  });

  it('takes months only', () => {
    expect(['2026-11', '2026-13', '2026', '', '12026-01'].map(isMonth)).toEqual([true, false, false, false, false]);
  });
});

describe('how a design fills', () => {
  it('stays where it is once mailboxes are full and no more come', () => {
    const { fillings } = growthOf(contoso, { mailboxesPerYear: 0, mode });
    expect(fillings.map(({ id, limit, full }) => [id, limit, full])).toEqual([
      ['disk', 1, undefined],
      ['cpu', 0.8, undefined],
      ['memory', 1, undefined],
    ]);
    const [disk, cpu] = fillings;
    expect(disk?.points.map(({ months }) => months)).toEqual(disk?.points.map((_, month) => month));
    expect(cpu?.points.at(-1)?.share).toBe(cpu?.points[0]?.share);
    expect(disk?.fullWithoutQuotas?.months).toBeGreaterThan(24);
  });

  it('passes its limits in the month in which the curve does, and names who is first', () => {
    const { fillings } = growthOf(contoso, { mailboxesPerYear: 0.1, mode });
    for (const { limit, full, points } of fillings) {
      const month = full?.months ?? NaN;
      expect(points[Math.floor(month)]?.share).toBeLessThanOrEqual(limit);
      expect(points[Math.ceil(month)]?.share).toBeGreaterThan(limit);
      expect(full?.where).toMatch(/^EX\d\d( ExVol\d\d)?$/);
    }
  });

  it('gives what is known where something is not stated', () => {
    const tiers = (contoso.mailboxTiers ?? []).map(({ initialMailboxMB: _, ...tier }) => tier);
    const { fillings } = growthOf({ ...contoso, mailboxTiers: tiers }, { mailboxesPerYear: 0, mode });
    expect(fillings.map(({ id }) => id)).toEqual(['cpu', 'memory']);
    expect(growthOf(example('prod-8-servers'), { mailboxesPerYear: 0.1, mode })).toEqual({ tiers: [], fillings: [] });
  });
});

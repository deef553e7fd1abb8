import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design, MailboxTier } from '../../planner/design/types.ts';
import {
  firstMonth,
  mailboxFactor,
  serverGrowth,
  tierGrowth,
  volumeGrowth,
  type VolumeGrowth,
} from '../../planner/sizing/growth/index.ts';
import { fillOf, serverLoads } from '../../planner/sizing/index.ts';
import { applyCommand } from '../../planner/design/edit.ts';
import { whatIfEdits } from '../../planner/sizing/whatIf.ts';
import { calculatorDesign } from './calculatorDesign.ts';

/** The first worked example: 5,000 mailboxes of 2,048 MB that grow to 10,240 MB (facts B, WE1). */
const tier: MailboxTier = {
  name: 'Users',
  mailboxes: 5000,
  messagesPerDay: 200,
  quotaMB: 10240,
  initialMailboxMB: 2048,
};
const example = (change: Partial<MailboxTier> = {}): Design =>
  calculatorDesign({ tiers: [{ ...tier, ...change }], dags: 2, serversPerDatacenter: 2, databasesPerDag: 40 });

const growthOf = (design: Design): VolumeGrowth => {
  const growth = volumeGrowth(design, tierGrowth(design));
  if (!growth) throw new Error('No volume grows.');
  return growth;
};
const fullestNow = (design: Design): number =>
  Math.max(
    ...serverLoads(design).flatMap(({ volumes }) =>
      volumes.filter(({ copies }) => copies > 0).map((volume) => fillOf(volume) ?? 0),
    ),
  );

describe('growth', () => {
  // The workbook itself says 22.3 months, as if a month had five weeks; 8,192 MB at 3.719 GB a year take longer.
  it('gives the rates of the worked example, and the months that follow from them', () => {
    expect(tierGrowth(example())).toMatchObject([
      {
        tier: 'Users',
        perWeekMB: expect.closeTo(73.24, 2) as number,
        perYearGB: expect.closeTo(3.719, 3) as number,
        months: expect.closeTo((8 / 3.7193298) * 12, 4) as number,
        notStated: [],
      },
    ]);
  });

  it('names the fields that it lacks, and gives no month without them', () => {
    const [grown] = tierGrowth(example({ initialMailboxMB: undefined }));
    expect(grown).toMatchObject({ perYearGB: expect.any(Number) as number, months: undefined });
    expect(grown?.notStated).toEqual(['/mailboxTiers/0/initialMailboxMB']);
    const unknown = example({ messagesPerDay: undefined });
    expect(tierGrowth(unknown)).toMatchObject([
      { perWeekMB: undefined, notStated: ['/mailboxTiers/0/messagesPerDay'] },
    ]);
    expect(volumeGrowth(unknown, tierGrowth(unknown))).toBeUndefined();
  });

  it('ends where the design is sized for: full mailboxes', () => {
    const design = example();
    const { at } = growthOf(design);
    expect(at(26, true).share).toBeCloseTo(fullestNow(design), 10);
    expect(at(500, true).share).toBeCloseTo(fullestNow(design), 10);
  });

  it('begins with what mailboxes of their initial size take beside what a full one takes beyond its content', () => {
    const design = example();
    const { at } = growthOf(design);
    // 62.5 mailboxes a database: 8,192 MB less each, in four databases, their index, the index of one more and their logs.
    const lessGB = (62.5 * 8192) / 1024;
    const less = (4 * lessGB + 0.2 * 5 * lessGB + 4 * lessGB * 0.01) / 0.95 / ((4000 * 1e9) / 2 ** 30);
    expect(at(0, true).share).toBeCloseTo(fullestNow(design) - less, 10);
  });

  it('never falls, and without quotas never stays below what it is with them', () => {
    const { at } = growthOf(example());
    const month = fc.double({ min: 0, max: 120, noNaN: true });
    fc.assert(
      fc.property(month, month, (one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        expect(at(sooner, true).share).toBeLessThanOrEqual(at(later, true).share);
        expect(at(later, true).share).toBeLessThanOrEqual(at(later, false).share + 1e-12);
      }),
    );
  });

  it('finds the day on which a volume overflows', () => {
    const { at, overflow } = growthOf(example());
    expect(overflow(true)).toBeUndefined();
    const months = overflow(false) ?? NaN;
    expect(at(months, false).share).toBeGreaterThan(1);
    expect(at(months - 1 / 15, false).share).toBeLessThan(1);
    const small = calculatorDesign({
      tiers: [tier],
      dags: 2,
      serversPerDatacenter: 2,
      databasesPerDag: 40,
      hardware: { dataDisk: { capacityGB: 500 } },
    });
    expect(growthOf(small).overflow(true)).toBe(0);
  });

  it('does not overflow where mailboxes do not grow', () => {
    const still = example({ messagesPerDay: 0 });
    expect(tierGrowth(still)).toMatchObject([{ perYearGB: 0, months: undefined }]);
    expect(growthOf(still).overflow(false)).toBeUndefined();
  });
});

/** The design with so many times the mailboxes, as the capacity view's what-if bar makes it. */
const withMailboxes = (design: Design, mailboxFactor: number): Design =>
  applyCommand(design, { name: 'what-if', label: '', edits: whatIfEdits(design, { mailboxFactor }) }).design;

describe('growth of the number of mailboxes', () => {
  it('compounds from year to year', () => {
    expect(mailboxFactor(0, 0.1)).toBe(1);
    expect(mailboxFactor(12, 0.1)).toBeCloseTo(1.1, 12);
    expect(mailboxFactor(24, 0.1)).toBeCloseTo(1.21, 12);
    expect(mailboxFactor(600, 0)).toBe(1);
  });

  it('makes full volumes what a design with as many more mailboxes has', () => {
    const design = example();
    const growth = volumeGrowth(design, tierGrowth(design), 0.1);
    // Four years on all mailboxes are full, and there are 1.1⁴ as many.
    expect(growth?.at(48, true).share).toBeCloseTo(fullestNow(withMailboxes(design, 1.1 ** 4)), 2);
    expect(growth?.at(0, true)).toEqual(volumeGrowth(design, tierGrowth(design))?.at(0, true));
  });

  it('makes CPU and memory what a design with as many more mailboxes has, but for rounding', () => {
    const design = example();
    const { cpu, memory } = serverGrowth(design, 'datacenter');
    for (const factor of [1, 1.25, 2]) {
      const loads = serverLoads(withMailboxes(design, factor)).map(({ modes }) => modes.datacenter);
      const [most] = serverLoads(design);
      expect(cpu?.(factor).share).toBeCloseTo(Math.max(...loads.map((load) => load?.cpuUtilization ?? 0)), 2);
      const neededGB = Math.max(...loads.map((load) => load?.memoryNeed?.neededGB ?? 0));
      // The cache is rounded up to whole gigabytes, and a quarter of the memory is cache.
      expect(Math.abs((memory?.(factor).share ?? NaN) * (most?.memoryGB ?? NaN) - neededGB)).toBeLessThanOrEqual(
        factor === 1 ? 1e-9 : 4 * factor + 1,
      );
    }
  });

  it('knows nothing of servers that a failure takes down or whose model states too little', () => {
    expect(serverGrowth(example({ messagesPerDay: undefined }), 'datacenter')).toEqual({});
  });

  it('finds the month in which a limit is passed, not one before it', () => {
    expect(firstMonth((months) => months >= 17.25)).toBeCloseTo(17.25, 1);
    expect(firstMonth(() => true)).toBe(0);
    expect(firstMonth(() => false)).toBeUndefined();
  });
});

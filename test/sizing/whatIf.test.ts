import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../planner/design/edit.ts';
import { checkDesign } from '../../planner/design/load.ts';
import type { Design } from '../../planner/design/types.ts';
import { serverLoads } from '../../planner/sizing/index.ts';
import { whatIfEdits, type WhatIf } from '../../planner/sizing/whatIf.ts';
import { calculatorDesign } from './calculatorDesign.ts';

const base = whole(
  calculatorDesign({
    version: '2016',
    tiers: [
      { name: 'Standard', mailboxes: 1000, messagesPerDay: 100, quotaMB: 2048 },
      { name: 'Heavy', mailboxes: 333, messagesPerDay: 200, quotaMB: 4096 },
    ],
    dags: 1,
    serversPerDatacenter: 2,
    databasesPerDag: 12,
    hardware: { specIntRate2006: 540 },
  }),
);

/** Whole mailboxes, 100 of one tier and 33 of the other in each database. */
function whole(design: Design): Design {
  const databases = (design.dags?.[0]?.databases ?? []).map((database) => ({
    ...database,
    mailboxes: { Standard: 100, Heavy: 33 },
  }));
  return { ...design, dags: [{ ...design.dags?.[0], name: 'DAG0', databases }] };
}

const tried = (whatIf: WhatIf, design = base): Design =>
  applyCommand(design, { name: 'what-if', label: '', edits: whatIfEdits(design, whatIf) }).design;

const mailboxes = (design: Design, tier: string): number[] =>
  (design.dags ?? []).flatMap(({ databases = [] }) => databases.map((database) => database.mailboxes?.[tier] ?? 0));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('what to try on a design', () => {
  it('changes nothing where nothing is asked for', () => {
    expect(whatIfEdits(base, {})).toEqual([]);
  });

  it('gives a design that the engine can represent, whatever is tried', () => {
    const amount = fc.double({ min: 0.1, max: 10, noNaN: true });
    const whatIf: fc.Arbitrary<WhatIf> = fc.record(
      {
        mailboxFactor: amount,
        messageFactor: amount,
        quotaFactor: amount,
        diskGB: fc.integer({ min: 1, max: 30000 }),
        cores: fc.integer({ min: 1, max: 128 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(whatIf, (asked) => {
        expect(checkDesign(tried(asked))).toEqual([]);
      }),
    );
  });

  it('keeps mailboxes whole and their sum that of the factor, and spreads what is left over', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 4, noNaN: true }), (mailboxFactor) => {
        const design = tried({ mailboxFactor });
        for (const tier of ['Standard', 'Heavy']) {
          const counts = mailboxes(design, tier);
          expect(counts.every(Number.isInteger)).toBe(true);
          expect(sum(counts)).toBe(Math.round(sum(mailboxes(base, tier)) * mailboxFactor));
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('changes each tier in proportion', () => {
    const design = tried({ mailboxFactor: 1.5, messageFactor: 0.5, quotaFactor: 2 });
    expect(design.mailboxTiers).toMatchObject([
      { mailboxes: 1500, messagesPerDay: 50, quotaMB: 4096 },
      { mailboxes: 500, messagesPerDay: 100, quotaMB: 8192 },
    ]);
  });

  it('lets the SPECint result follow the cores', () => {
    expect(tried({ cores: 32 }).hardware).toMatchObject([{ cores: 32, specIntRate2006: 1080 }]);
  });

  it('sets the disks of the models in use and of volumes that state their own, not those of other models or of RAID sets', () => {
    const [dag] = base.dags ?? [];
    const [server, ...others] = dag?.servers ?? [];
    const volumes = [{ name: 'V0', role: 'data', capacityGB: 3000 }, ...(server?.volumes?.slice(1) ?? [])];
    const design = {
      ...base,
      hardware: [...(base.hardware ?? []), { name: 'Unused', dataDisk: { capacityGB: 1000 } }],
      dags: [{ ...dag, servers: [{ ...server, volumes }, ...others] }],
    } as Design;
    const after = tried({ diskGB: 12000 }, design);
    expect(after.hardware?.map(({ dataDisk }) => dataDisk?.capacityGB)).toEqual([12000, 1000]);
    expect(after.dags?.[0]?.servers?.[0]?.volumes?.map(({ capacityGB }) => capacityGB).slice(0, 2)).toEqual([
      12000,
      undefined,
    ]);
    const raid = { ...design, hardware: [{ ...base.hardware?.[0], dataDisk: { capacityGB: 900, layout: 'RAID10' } }] };
    expect(whatIfEdits(raid as Design, { diskGB: 12000 })).toEqual([]);
  });

  it('never lowers a load where there are more mailboxes, messages or smaller disks', () => {
    const worst = (design: Design): number[] => {
      const loads = serverLoads(design);
      const volumes = loads.flatMap((load) => load.volumes);
      return [
        Math.max(...loads.map(({ modes }) => modes.datacenter?.cpuUtilization ?? 0)),
        Math.max(...volumes.map(({ requiredGB = 0, formattedGB = 1 }) => requiredGB / formattedGB)),
        Math.max(...volumes.map(({ iops }) => iops)),
      ];
    };
    const [cpu = 0, disk = 0, iops = 0] = worst(base);
    expect(worst(tried({ mailboxFactor: 2 })).map((value, i) => value / ([cpu, disk, iops][i] ?? 1))).toEqual([
      expect.closeTo(2),
      expect.closeTo(2, 1),
      expect.closeTo(2),
    ]);
    expect(worst(tried({ messageFactor: 2 }))[0]).toBeGreaterThan(cpu);
    expect(worst(tried({ diskGB: 2000 }))[1]).toBeCloseTo(disk * 2);
    expect(worst(tried({ cores: 32 }))[0]).toBeCloseTo(cpu / 2);
  });
});

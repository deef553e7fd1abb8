import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constructDesign } from '../../planner/construct/index.ts';
import { checkDesign } from '../../planner/design/load.ts';
import type { Requirements } from '../../planner/design/types.ts';
import { validateDesign } from '../../planner/rules/index.ts';

const tier = fc.record({
  messagesPerDay: fc.constantFrom(50, 100, 120, 150, 200, 300),
  averageMessageKB: fc.constantFrom(75, 100, 150),
  quotaMB: fc.integer({ min: 1024, max: 51200 }),
  archiveQuotaMB: fc.constantFrom(0, 0, 10240),
  growthFraction: fc.constantFrom(0, 0.1, 0.25),
  share: fc.integer({ min: 1, max: 10 }),
});

const hardware = fc.record({
  cores: fc.constantFrom(20, 24),
  specIntRate2006: fc.constantFrom(undefined, 1000),
  memoryGB: fc.constantFrom(128, 192),
  bays: fc.integer({ min: 12, max: 28 }),
  capacityGB: fc.constantFrom(4000, 8000, 12000),
});

/** Requirements as people state them: 1,000 to 150,000 mailboxes on the PA's server. */
const requirements = fc
  .record({
    mailboxes: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1000, max: 40_000 }) },
      fc.integer({ min: 40_000, max: 150_000 }),
    ),
    tiers: fc.array(tier, { minLength: 1, maxLength: 3 }),
    hardware,
    serversPerDatacenter: fc.constantFrom(null, null, null, 4, 7),
    spareVolumesPerServer: fc.constantFrom(1, 2),
  })
  .map(({ mailboxes, tiers, hardware: { capacityGB, specIntRate2006, ...server }, ...options }): Requirements => {
    const shares = tiers.reduce((sum, { share }) => sum + share, 0);
    return {
      format: 'dagwright-requirements/1',
      name: 'Random',
      mailboxTiers: tiers.map(({ share, ...profile }, i) => ({
        name: `Tier ${i + 1}`,
        mailboxes: Math.floor((mailboxes * share) / shares),
        ...profile,
      })),
      datacenters: [{ name: 'East' }, { name: 'West' }],
      link: { bandwidthMbps: 10_000, roundTripMs: 20 },
      hardware: {
        name: 'Server',
        ...server,
        ...(specIntRate2006 !== undefined && { specIntRate2006 }),
        dataDisk: { capacityGB, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
      },
      serversPerDatacenter: options.serversPerDatacenter,
      sizing: { spareVolumesPerServer: options.spareVolumesPerServer },
    };
  });

describe('constructDesign(requirements) for random sensible requirements', () => {
  it('gives a design without errors, warnings or gaps, or one clear reason why not', () => {
    fc.assert(
      fc.property(requirements, (stated) => {
        const constructed = constructDesign(stated);
        if (!constructed.ok) {
          expect(constructed.message).toMatch(/\.$/);
          expect(constructed.remedy).toMatch(/\.$/);
          return;
        }
        const { design } = constructed;
        expect(checkDesign(design)).toEqual([]);
        const { counts, rules, findings, notStated } = validateDesign(design, { today: '2026-01-01' });
        expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
        expect(counts).toMatchObject({ error: 0, warning: 0 });
        expect([rules.notStated, notStated]).toEqual([0, []]);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('plans every mailbox, growth included, in databases that differ by at most one of each tier', () => {
    fc.assert(
      fc.property(requirements, (stated) => {
        const constructed = constructDesign(stated);
        fc.pre(constructed.ok);
        if (!constructed.ok) return;
        const databases = (constructed.design.dags ?? []).flatMap((dag) => dag.databases ?? []);
        for (const { name, mailboxes = 0, growthFraction = 0 } of stated.mailboxTiers ?? []) {
          const counts = databases.map((database) => database.mailboxes?.[name] ?? 0);
          const total = counts.reduce((sum, count) => sum + count, 0);
          expect(total).toBe(Math.ceil(Number((mailboxes * (1 + growthFraction)).toFixed(6))));
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('gives a design that loads or a reason, and never throws, for whatever a requirements file may hold', () => {
    const amount = fc.oneof(fc.constantFrom(0, 1, 1e6, 1e12), fc.double({ min: 0, max: 1e5, noNaN: true }));
    const whole = fc.oneof(fc.constantFrom(1, 2, 1000), fc.integer({ min: 1, max: 200 }));
    const odd = fc.record({
      mailboxes: fc.integer({ min: 0, max: 1e7 }),
      messagesPerDay: amount,
      averageMessageKB: amount,
      quotaMB: amount,
      growthFraction: fc.constantFrom(0, 0.5, 1e6),
      cores: whole,
      memoryGB: amount,
      bays: whole,
      capacityGB: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      serversPerDatacenter: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 20 })),
      dags: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 20 })),
      copies: fc.record({ highlyAvailable: fc.integer({ min: 1, max: 5 }), lagged: fc.integer({ min: 0, max: 3 }) }),
      replayLagHours: amount,
      cpuLimitFraction: fc.constantFrom(0, 0.5, 1),
      spareVolumesPerServer: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(
        odd,
        ({ cores, memoryGB, bays, capacityGB, serversPerDatacenter, dags, copies, replayLagHours, ...rest }) => {
          const { cpuLimitFraction, spareVolumesPerServer, ...profile } = rest;
          const stated: Requirements = {
            format: 'dagwright-requirements/1',
            name: 'Odd',
            mailboxTiers: [{ name: 'T', ...profile }],
            datacenters: [{ name: 'A' }, { name: 'Ä <&>' }],
            hardware: { name: 'H', cores, memoryGB, bays, dataDisk: { capacityGB, randomIOPS: 60 } },
            serversPerDatacenter,
            dags,
            copies,
            replayLagHours,
            sizing: { cpuLimitFraction, spareVolumesPerServer },
          };
          const constructed = constructDesign(stated);
          if (constructed.ok) expect(checkDesign(constructed.design)).toEqual([]);
          else expect(constructed.message).toMatch(/^[A-Z0-9].*\.$/);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('gives the same design for the same requirements', () => {
    fc.assert(
      fc.property(requirements, (stated) => {
        expect(JSON.stringify(constructDesign(stated))).toBe(JSON.stringify(constructDesign(structuredClone(stated))));
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});

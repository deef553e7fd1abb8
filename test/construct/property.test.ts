import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constructDesign } from '../../planner/construct/index.ts';
import { checkDesign, loadDesign, loadRequirements } from '../../planner/design/load.ts';
import type { Loaded } from '../../planner/design/problem.ts';
import type { Requirements } from '../../planner/design/types.ts';
import { writeDesign, writeRequirements } from '../../planner/design/write.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import requirementsSchema from '../../schemas/requirements.schema.json' with { type: 'json' };
import { oddRequirements } from './oddRequirements.ts';

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
  });

  it('gives the same design for the same requirements', () => {
    fc.assert(
      fc.property(requirements, (stated) => {
        expect(JSON.stringify(constructDesign(stated))).toBe(JSON.stringify(constructDesign(structuredClone(stated))));
      }),
      { numRuns: 5 },
    );
  });
});

describe('constructDesign(requirements) for whatever a requirements file may ask for', () => {
  it('gives a supported design that loads and round-trips, or says in words why not and what would help', () => {
    fc.assert(
      fc.property(oddRequirements, (odd) => {
        const stated = loaded(loadRequirements(writeRequirements(odd)));
        const constructed = constructDesign(stated);
        if (!constructed.ok) {
          const { message, remedy, path, remedied } = constructed;
          expect([message, remedy]).toEqual([sentences, sentences]);
          expect(`${message} ${remedy}`).not.toMatch(/NaN|∞|Infinity|undefined|internal/);
          expect(isWithinRequirements(path)).toBe(true);
          if (remedied) expect(constructDesign(remedied).ok).toBe(true);
          return;
        }
        const text = writeDesign(constructed.design);
        expect(writeDesign(loaded(loadDesign(text)))).toBe(text);
        const { findings } = validateDesign(constructed.design, { today: '2026-01-01' });
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const { message } of findings) expect(message).not.toMatch(/NaN|∞|Infinity|undefined/);
      }),
      { numRuns: 80 },
    );
  }, 120_000);
});

const sentences: unknown = expect.stringMatching(/^[A-Z0-9].*\.$/);

function loaded<T>(result: Loaded<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Whether a path leads to a field that requirements can state. */
function isWithinRequirements(path: string): boolean {
  const [, first] = path.split('/');
  return first === undefined || Object.hasOwn(requirementsSchema.properties, first);
}

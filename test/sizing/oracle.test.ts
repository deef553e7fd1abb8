import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { databaseLoads } from '../../planner/sizing/databaseLoads.ts';
import { databaseSizes, serverLoads } from '../../planner/sizing/index.ts';
import type { Design, MailboxTier } from '../../planner/design/types.ts';
import { databaseCosts, type OracleOptions, type OracleTier } from '../oracle/sizing.ts';
import { failureCounts } from '../oracle/failureCounts.ts';
import { copyOrder } from '../../planner/layout/copyOrder.ts';
import { calculatorDesign } from './calculatorDesign.ts';

const tier: fc.Arbitrary<OracleTier> = fc.record({
  mailboxes: fc.integer({ min: 1, max: 400 }),
  messagesPerDay: fc.oneof(fc.constantFrom(50, 100, 150, 200, 250, 300, 500), fc.integer({ min: 1, max: 600 })),
  averageMessageKB: fc.integer({ min: 10, max: 400 }),
  quotaMB: fc.integer({ min: 0, max: 200_000 }),
  archiveQuotaMB: fc.constantFrom(0, 5120, 102_400),
  deletedItemRetentionDays: fc.integer({ min: 0, max: 120 }),
  singleItemRecovery: fc.boolean(),
  calendarVersioning: fc.boolean(),
  iopsMultiplier: fc.constantFrom(1, 1.5, 2),
  megacycleMultiplier: fc.constantFrom(1, 1.2, 3),
  multiplierShare: fc.constantFrom(1, 0.25, 0),
});

const options: fc.Arbitrary<OracleOptions> = fc.record({
  overhead: fc.constantFrom(0, 0.2),
  free: fc.constantFrom(0.05, 0.2),
  ioOverhead: fc.constantFrom(0, 0.2),
  moves: fc.constantFrom(0, 0.01),
  tolerance: fc.constantFrom(1, 3, 10),
  lagDays: fc.constantFrom(0, 7, 14),
});

/** A design whose databases each hold the tiers' mailboxes, without restore volumes. */
function sample(tiers: readonly OracleTier[], n: number, databases: number, chosen: OracleOptions): Design {
  const design = calculatorDesign({
    version: '2016',
    tiers: tiers.map((each, i): MailboxTier => ({ name: `T${i}`, ...each, mailboxes: each.mailboxes * databases })),
    dags: 1,
    serversPerDatacenter: n,
    databasesPerDag: databases,
    replayLagHours: chosen.lagDays * 24,
    sizing: {
      restoreVolume: false,
      dataOverheadFraction: chosen.overhead,
      volumeFreeFraction: chosen.free,
      ioOverheadFraction: chosen.ioOverhead,
      mailboxMovesPerWeekFraction: chosen.moves,
      logTruncationToleranceDays: chosen.tolerance,
    },
  });
  return {
    ...design,
    dags: design.dags?.map((dag) => ({
      ...dag,
      servers: dag.servers?.map((server) => ({
        ...server,
        volumes: server.volumes?.filter(({ role }) => role === 'data'),
      })),
    })),
  };
}

describe('sizing agrees with the arithmetic written a second time', () => {
  it('for the databases and volumes of random mixed tiers', () => {
    fc.assert(
      fc.property(fc.array(tier, { minLength: 1, maxLength: 4 }), options, (tiers, chosen) => {
        const design = sample(tiers, 2, 4, chosen);
        const expected = databaseCosts(tiers, chosen);
        const load = databaseLoads(design).loads.get('DB0-000');
        expect(load?.sizeGB).toBeCloseTo(expected.sizeGB, 4);
        expect(databaseSizes(design).get('DB0-000')).toBe(load?.sizeGB);
        expect(load?.logsGB).toBeCloseTo(expected.logsGB, 4);
        expect(load?.iops).toBeCloseTo(expected.iops, 6);
        const [volume] = serverLoads(design)[0]?.volumes ?? [];
        expect(volume?.requiredGB).toBeCloseTo(expected.volumeGB, 3);
        expect(volume?.iops).toBeCloseTo(4 * expected.iops, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('for the processors in every failure of random symmetric DAGs', () => {
    const shapes = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(tier, { minLength: 1, maxLength: 2 }), options, shapes, (tiers, chosen, [n, active]) => {
        const databases = 2 * n * active;
        const design = sample(tiers, n, databases, { ...chosen, lagDays: 7 });
        const cost = databaseCosts(tiers, chosen);
        const rows = copyOrder(n, databases);
        const first = Array.from({ length: n }, (_, s) => s);
        const busy = (count: number): number =>
          (count * cost.active + (4 * active - count) * cost.passive) / (16 * 2000);
        const modes = {
          normal: [[]],
          oneServer: first.map((s) => [s]),
          datacenter: [first],
          datacenterAndOneServer: first.map((s) => [...first, n + s]),
        };
        const loads = serverLoads(design);
        for (const [mode, failures] of Object.entries(modes)) {
          const most = Math.max(...failures.flatMap((failed) => failureCounts(rows, n, failed).active));
          const found = loads.map(({ modes: all }) => all[mode as keyof typeof modes]);
          expect(Math.max(...found.map((load) => load?.activeDatabases ?? 0))).toBe(most);
          expect(Math.max(...found.map((load) => load?.cpuUtilization ?? 0))).toBeCloseTo(busy(most), 6);
        }
      }),
      { numRuns: 25 },
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { constructDesign } from '../../planner/construct/index.ts';
import { fewestServers } from '../oracle/smallestShape.ts';

it('constructDesign(requirements) takes as few servers as trying every shape finds', () => {
  const stated = fc.record({
    mailboxes: fc.integer({ min: 1000, max: 40_000 }),
    messagesPerDay: fc.constantFrom(50, 100, 150, 200),
    quotaMB: fc.constantFrom(2048, 5120, 10_240, 25_600),
    bays: fc.constantFrom(12, 16, 24),
    capacityGB: fc.constantFrom(6000, 8000, 12_000),
    memoryGB: fc.constantFrom(96, 192),
  });
  fc.assert(
    fc.property(stated, ({ mailboxes, messagesPerDay, quotaMB, bays, capacityGB, memoryGB }) => {
      const constructed = constructDesign({
        format: 'dagwright-requirements/1',
        name: 'Random',
        mailboxTiers: [{ name: 'T', mailboxes, messagesPerDay, quotaMB }],
        datacenters: [{ name: 'A' }, { name: 'B' }],
        hardware: {
          name: 'H',
          cores: 24,
          memoryGB,
          bays,
          dataDisk: { capacityGB, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
        },
      });
      if (!constructed.ok) throw new Error(constructed.message);
      const tier = {
        mailboxes,
        messagesPerDay,
        averageMessageKB: 75,
        quotaMB,
        archiveQuotaMB: 0,
        deletedItemRetentionDays: 14,
        singleItemRecovery: true,
        calendarVersioning: true,
        iopsMultiplier: 1,
        megacycleMultiplier: 1,
        multiplierShare: 1,
      };
      const server = { cores: 24, memoryGB, dataBays: bays - 3, diskGB: capacityGB, diskIOPS: 57.5 };
      const { servers } = constructed.summary;
      expect(servers).toBeGreaterThanOrEqual(fewestServers(tier, server, false, 40));
      expect(servers).toBeLessThanOrEqual(fewestServers(tier, server, true, 40));
    }),
    { numRuns: 15 },
  );
}, 60_000);

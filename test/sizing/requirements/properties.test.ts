import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirements } from '../../../planner/design/types.ts';
import type { Figure } from '../../../planner/sizing/figure.ts';
import { sizePlan } from '../../../planner/sizing/requirements/index.ts';
import { anyRequirements } from './samples.ts';

function figuresOf(requirements: Requirements): readonly Figure[] | undefined {
  const sized = sizePlan(requirements, { version: requirements.exchange?.version ?? '2016' });
  return sized.ok ? sized.figures : undefined;
}

function valuesOf(figures: readonly Figure[], id: string): number[] {
  return figures.filter((figure) => figure.id === id).map(({ value }) => Number(value));
}

/** With servers and databases fixed, more mailboxes never need less of these. */
const growing = [
  ...['mailboxes', 'databaseSize', 'logSpace', 'volumeSize', 'volumeSpace', 'databaseIOPS', 'totalIOPS'],
  ...[
    'cpuUtilization.normal',
    'cpuUtilization.worst',
    'cache',
    'memoryNeeded',
    'memory',
    'dataDisksPerServer',
    'disks',
  ],
];

const units = new Set([
  ...['', '1', '×', 'GB', 'MB', 'KB', 'MB/s', 'Mbps', 'MB/week', 'GB/year', 'IOPS', 'U', 'bays', 'cores', 'days'],
  ...['months', 'hours', 'megacycles', 'mailboxes', 'messages', 'messages/day', 'logs/day', 'logs/week', 'databases'],
  ...['copies', 'servers', 'volumes', 'disks', 'streams', 'Enterprise licences', 'Standard licences'],
]);

describe('sizePlan(requirements) for any mix of inputs', () => {
  it('never needs less as mailboxes rise, servers and databases being fixed', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyRequirements, fc.integer({ min: 1, max: 500 }), (requirements, more) => {
        const fixed: Requirements = {
          ...requirements,
          calculatorParity: false,
          // Additional I/O reads and writes as the mailboxes do, so that more of those that read may need fewer disks of a RAID set.
          sizing: { ...requirements.sizing, additionalIOPS: 0 },
          databases: { ...requirements.databases, countRule: 'fitsDisks', count: 80 },
        };
        // Few enough for 80 databases on most disks.
        const tiers = (fixed.mailboxTiers ?? []).map((tier) => ({
          ...tier,
          mailboxes: 1 + ((tier.mailboxes ?? 0) % 600),
        }));
        const grown = tiers.map((tier, i) => (i === 0 ? { ...tier, mailboxes: tier.mailboxes + more } : tier));
        const before = figuresOf({ ...fixed, mailboxTiers: tiers });
        const after = figuresOf({ ...fixed, mailboxTiers: grown });
        if (!before || !after) return;
        compared++;
        for (const id of growing) {
          const [least, most] = [valuesOf(before, id), valuesOf(after, id)];
          least.forEach((value, i) => expect(most[i], id).toBeGreaterThanOrEqual(value * (1 - 1e-9)));
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('gives finite figures in known units, no share or amount below 0', () => {
    fc.assert(
      fc.property(anyRequirements, (requirements) => {
        const figures = (figuresOf(requirements) ?? []).filter(({ value }) => typeof value === 'number');
        expect(figures.filter(({ value }) => !Number.isFinite(value)).map(({ id }) => id)).toEqual([]);
        expect(figures.filter(({ unit }) => !units.has(unit)).map(({ id, unit }) => [id, unit])).toEqual([]);
        if (requirements.calculatorParity) return;
        expect(figures.filter(({ value }) => Number(value) < 0).map(({ id, value }) => [id, value])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['databaseSpace', 'databaseSpacePerServer'],
    ['totalLogSpace', 'logSpacePerServer'],
    ['volumeSpace', 'volumeSpacePerServer'],
    ['totalIOPS', 'serverIOPS'],
    ['totalLogIOPS', 'logIOPSPerServer'],
    ['totalBackgroundMaintenance', 'backgroundMaintenancePerServer'],
    ['copies', 'copiesPerServer'],
    ['disks', 'disksPerServer'],
  ])(
    '%s is the sum of %s over all servers',
    (whole, ofServer) => {
      fc.assert(
        fc.property(anyRequirements, (requirements) => {
          const figures = figuresOf({ ...requirements, calculatorParity: false });
          if (!figures) return;
          const { serversPerDatacenter, dags } = requirements;
          const sum = valuesOf(figures, ofServer).reduce((all, value) => all + value, 0);
          const expected = sum * Number(serversPerDatacenter) * Number(dags);
          expect(Math.abs((valuesOf(figures, whole)[0] ?? NaN) - expected)).toBeLessThanOrEqual(1e-9 * expected);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});

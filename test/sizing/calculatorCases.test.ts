import { describe, expect, it } from 'vitest';
import type { MailboxTier } from '../../planner/design/types.ts';
import { sizeDesign } from '../../planner/sizing/index.ts';
import { calculatorDesign, type CalculatorInputs } from './calculatorDesign.ts';

const tier = (
  mailboxes: number,
  messagesPerDay: number,
  quotaMB: number,
  more?: Partial<MailboxTier>,
): MailboxTier => ({
  name: `${messagesPerDay} messages`,
  mailboxes,
  messagesPerDay,
  quotaMB,
  ...more,
});

const usual = tier(12_000, 200, 10_240);

/** One DAG of 4 + 4 servers unless stated otherwise. */
const inputs = (databasesPerDag: number, tiers: readonly MailboxTier[], more?: Partial<CalculatorInputs>) =>
  calculatorDesign({ dags: 1, serversPerDatacenter: 4, databasesPerDag, tiers, ...more });

/** What the calculator answers (2013 values): databaseSize, logSpace, volumeSize, databaseIOPS, memoryNeeded, memory, transportDatabase. */
const cases: [string, ReturnType<typeof inputs>, readonly number[]][] = [
  [
    'four tiers of mixed message sizes',
    inputs(96, [
      tier(6000, 50, 2048),
      tier(4000, 150, 10_240, { averageMessageKB: 100 }),
      tier(1500, 300, 25_600, { averageMessageKB: 150, deletedItemRetentionDays: 30 }),
      tier(500, 500, 51_200, { singleItemRecovery: false }),
    ]),
    [1275.574, 43.873, 6898.276, 13.4, 136.4, 160, 848.77],
  ],
  [
    'an archive of 50 GB',
    inputs(192, [tier(12_000, 150, 5120, { archiveQuotaMB: 51_200 })]),
    [3602.051, 48.838, 19163.795, 7.5375, 152.4, 160, 772.476],
  ],
  [
    'multipliers on a part of two tiers',
    inputs(136, [
      tier(8000, 150, 8192, { iopsMultiplier: 2.5, megacycleMultiplier: 1.8, multiplierShare: 0.3 }),
      tier(2000, 250, 25_600, {
        archiveQuotaMB: 10_240,
        iopsMultiplier: 1.2,
        megacycleMultiplier: 3,
        multiplierShare: 0.5,
      }),
    ]),
    [1044.046, 27.53, 5610.895, 13.538, 144.4, 160, 729.561],
  ],
  [
    'SPECint_rate2006 1,000 on 24 cores',
    inputs(144, [usual], { hardware: { cores: 24, specIntRate2006: 1000 } }),
    [886.23, 31.649, 4797.629, 13.4, 200, 224, 1029.968],
  ],
  [
    'virtual servers with 15 % overhead',
    inputs(96, [tier(5000, 50, 4096), tier(5000, 150, 10_240), tier(2000, 350, 20_480)], {
      hardware: { cores: 24, specIntRate2006: 920, physical: false },
      sizing: { hypervisorOverheadFraction: 0.15 },
    }),
    [1212.972, 36.34, 6537.075, 14.2375, 147, 160, 729.561],
  ],
  [
    '60 days of retention without single item recovery',
    inputs(144, [{ ...usual, deletedItemRetentionDays: 60, singleItemRecovery: false }]),
    [931.071, 32.097, 5035.519, 13.4, 196.4, 224, 1029.968],
  ],
  [
    'a data overhead of 20 %',
    inputs(144, [usual], { sizing: { dataOverheadFraction: 0.2 } }),
    [1063.477, 37.979, 5757.155, 13.4, 196.4, 224, 1029.968],
  ],
  [
    'a lag of 14 days and Safety Net set too short',
    inputs(144, [usual], { replayLagHours: 336, safetyNetHoldDays: 2 }),
    [886.23, 54.435, 4893.572, 13.4, 196.4, 224, 1831.055],
  ],
  [
    '64,000 mailboxes in two DAGs of 8 + 8 servers',
    inputs(176, [tier(40_000, 50, 2048), tier(20_000, 150, 10_240), tier(4000, 250, 25_600)], {
      dags: 2,
      serversPerDatacenter: 8,
      hardware: { cores: 24, specIntRate2006: 1000 },
    }),
    [1143.188, 34.736, 6163.039, 13.705, 112, 128, 551.769],
  ],
];

const ids = ['databaseSize', 'logSpace', 'volumeSize', 'databaseIOPS', 'memoryNeeded', 'memory', 'transportDatabase'];

describe('sizeDesign(design) agrees with the calculator', () => {
  it.each(cases)('%s', (_, design, expected) => {
    const { figures } = sizeDesign(design);
    const found = ids.map((id) => figures.find((figure) => figure.id === id)?.value);
    expected.forEach((value, i) => expect([ids[i], Number(found[i])]).toEqual([ids[i], expect.closeTo(value, 2)]));
  });

  it.each([
    ['SPECint_rate2006 1,000 on 24 cores', 'cpuUtilization.normal', 0.50391],
    ['SPECint_rate2006 1,000 on 24 cores', 'cpuUtilization.datacenterAndOneServer', 0.88138],
    ['SPECint_rate2006 1,000 on 24 cores', 'globalCatalogCores', 6],
    ['virtual servers with 15 % overhead', 'cpuUtilization.normal', 0.44617],
    ['virtual servers with 15 % overhead', 'cpuUtilization.datacenterAndOneServer', 0.78039],
    ['virtual servers with 15 % overhead', 'globalCatalogCores', 4],
    ['64,000 mailboxes in two DAGs of 8 + 8 servers', 'cpuUtilization.datacenterAndOneServer', 0.50797],
  ])('%s: %s is %d', (name, id, value) => {
    const design = cases.find(([title]) => title === name)?.[1];
    const figure = design && sizeDesign(design).figures.find((candidate) => candidate.id === id);
    expect(figure?.value).toBeCloseTo(value, 5);
  });

  it('keeps room for 1.1 databases where a server has no restore volume', () => {
    const design = inputs(144, [usual]);
    const without = {
      ...design,
      dags: design.dags?.map((dag) => ({
        ...dag,
        servers: dag.servers?.map((server) => ({
          ...server,
          volumes: server.volumes?.filter(({ role }) => role === 'data'),
        })),
      })),
    };
    expect(sizeDesign(without).figures.find(({ id }) => id === 'volumeSize')?.value).toBeCloseTo(5823.79, 2);
  });
});

import fc from 'fast-check';
import type { MailboxTier, Requirements } from '../../../planner/design/types.ts';

/** One DAG of four servers a side with the Preferred Architecture's copies and disks. */
export const usual: Requirements = {
  format: 'dagwright-requirements/1',
  name: 'Sample',
  mailboxTiers: [{ name: 'Standard', mailboxes: 12_000, messagesPerDay: 200, quotaMB: 10_240, initialMailboxMB: 2048 }],
  datacenters: [{ name: 'East' }, { name: 'West' }],
  hardware: {
    name: 'Server',
    formFactorU: 2,
    cores: 16,
    systemDisks: { count: 2, capacityGB: 2000, raid: 'RAID1' },
    dataDisk: { capacityGB: 8000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
  },
  serversPerDatacenter: 4,
  dags: 1,
};

const tier = (index: number): fc.Arbitrary<MailboxTier> =>
  fc.record({
    name: fc.constant(`Tier ${index}`),
    mailboxes: fc.integer({ min: 1, max: 30_000 }),
    messagesPerDay: fc.oneof(fc.constantFrom(50, 150, 200, 500), fc.integer({ min: 0, max: 700 })),
    averageMessageKB: fc.integer({ min: 10, max: 400 }),
    quotaMB: fc.integer({ min: 100, max: 100_000 }),
    archiveQuotaMB: fc.constantFrom(0, 51_200),
    deletedItemRetentionDays: fc.integer({ min: 0, max: 90 }),
    singleItemRecovery: fc.boolean(),
    calendarVersioning: fc.boolean(),
    growthFraction: fc.constantFrom(0, 0.1, 0.37),
    iopsMultiplier: fc.constantFrom(1, 1.7),
    megacycleMultiplier: fc.constantFrom(1, 2.3),
    multiplierShare: fc.constantFrom(1, 0.4, 0),
    desktopSearch: fc.boolean(),
    initialMailboxMB: fc.integer({ min: 0, max: 5000 }),
  });

type Copies = readonly [highlyAvailable: number, lagged: number, away: number, laggedAway: number];

const balanced: readonly Copies[] = [
  [3, 1, 1, 1],
  [3, 1, 1, 1],
  [4, 0, 2, 0],
  [2, 0, 1, 0],
  [4, 2, 2, 1],
  [2, 2, 1, 1],
];
const unbalanced: readonly Copies[] = [
  [3, 0, 1, 0],
  [3, 1, 2, 1],
  [5, 1, 2, 1],
  [4, 1, 1, 1],
];
const together: readonly Copies[] = [
  [3, 0, 0, 0],
  [3, 1, 0, 0],
  [2, 0, 0, 0],
  [1, 0, 0, 0],
];

/** Where databases are active, with copies that go with it; some do not. */
const shape = fc
  .constantFrom<readonly [NonNullable<Requirements['userDistribution']>, readonly Copies[]]>(
    ['activeActiveOneDag', balanced],
    ['activeActiveOneDag', [...balanced, ...unbalanced]],
    ['activeActiveSeveralDags', [...balanced, ...unbalanced]],
    ['activePassive', [...balanced, ...unbalanced]],
    ['oneDatacenter', together],
  )
  .chain(([distribution, choices]) =>
    fc.record({ distribution: fc.constant(distribution), copies: fc.constantFrom(...choices) }),
  );

/** Requirements of any mix of inputs; some contradict themselves. */
export const anyRequirements: fc.Arbitrary<Requirements> = fc
  .record({
    tiers: fc
      .integer({ min: 1, max: 4 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => tier(i)))),
    shape,
    servers: fc.integer({ min: 1, max: 8 }),
    dags: fc.integer({ min: 1, max: 6 }),
    disk: fc.constantFrom([2000, 7200], [8000, 7200], [12_000, 7200], [1200, 10_000]),
    version: fc.constantFrom('2013', '2016', '2019'),
    storage: fc.record({
      jbod: fc.boolean(),
      raid: fc.constantFrom('RAID10', 'RAID10', 'RAID5', 'RAID6'),
      restoreRaid: fc.constantFrom('RAID10', 'RAID5', 'RAID6'),
    }),
    databases: fc.record({
      count: fc.constantFrom(null, null, null, 40, 56),
      countRule: fc.constantFrom('fitsDisks', 'fitsDisks', 'calculator'),
      fullBlock: fc.boolean(),
      severalPerVolume: fc.boolean(),
      perVolume: fc.constantFrom('copies', 'halfTheCopies'),
    }),
    sizing: fc.record({
      restoreVolume: fc.boolean(),
      dataOverheadFraction: fc.constantFrom(0, 0.2),
      volumeFreeFraction: fc.constantFrom(0.05, 0.2),
      designFailure: fc.constantFrom('oneServer', 'twoServers', 'datacenter', 'datacenterAndOneServer'),
      backup: fc.constantFrom('native', 'softwareVss', 'hardwareVss'),
      backupFrequency: fc.constantFrom('dailyFull', 'weeklyFullDailyIncremental', 'weeklyFullDailyDifferential'),
      logToleranceBeyondLag: fc.boolean(),
      megacycleMultiplierAppliesTo: fc.constantFrom('active', 'activeAndPassive'),
      additionalIOPS: fc.constantFrom(0, 250),
    }),
    specInt: fc.constantFrom(undefined, 640, 1000),
    physical: fc.boolean(),
    lagManager: fc.boolean(),
    blocked: fc.boolean(),
    parity: fc.boolean(),
    otherDisk: fc.constantFrom(undefined, 6000),
  })
  .map(({ tiers, shape: { distribution, copies }, servers, dags, disk, ...rest }) => {
    const [highlyAvailable, lagged, away, laggedAway] = copies;
    return {
      ...usual,
      mailboxTiers: tiers,
      copies: {
        highlyAvailable,
        lagged,
        ...(distribution !== 'oneDatacenter' && {
          highlyAvailableInSecondDatacenter: away,
          laggedInSecondDatacenter: laggedAway,
        }),
      },
      userDistribution: distribution,
      serversPerDatacenter: servers,
      dags: distribution === 'activeActiveSeveralDags' ? 2 * dags : dags,
      hardware: hardware(disk[0] ?? 8000, disk[1] ?? 7200, rest.specInt, rest.physical),
      ...(rest.otherDisk && {
        hardwareInSecondDatacenter: hardware(rest.otherDisk, 7200, rest.specInt, rest.physical),
      }),
      exchange: { version: rest.version },
      storage: rest.storage,
      databases: rest.databases,
      sizing: rest.sizing,
      replayLagManagerEnabled: rest.lagManager,
      activationBlockedInSecondDatacenter: rest.blocked,
      calculatorParity: rest.parity,
    } as Requirements;
  });

function hardware(capacityGB: number, rpm: number, specIntRate2006: number | undefined, physical: boolean) {
  return {
    ...usual.hardware,
    physical,
    ...(specIntRate2006 !== undefined && { specIntRate2006 }),
    dataDisk: { capacityGB, rpm, interface: 'SAS', formFactorInches: rpm > 7200 ? 2.5 : 3.5 },
  };
}

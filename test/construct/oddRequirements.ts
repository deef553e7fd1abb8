import fc from 'fast-check';
import type { Requirements } from '../../planner/design/types.ts';

/** One thing that is unusual about otherwise sensible requirements. */
type Oddity = (requirements: Requirements) => Requirements;

const sensible: Requirements = {
  format: 'dagwright-requirements/1',
  name: 'Odd',
  mailboxTiers: [{ name: 'T', mailboxes: 3000, messagesPerDay: 100, quotaMB: 5120 }],
  datacenters: [{ name: 'East' }, { name: 'West' }],
  link: { bandwidthMbps: 10_000, roundTripMs: 20 },
  hardware: {
    name: 'Server',
    cores: 24,
    memoryGB: 192,
    bays: 18,
    dataDisk: { capacityGB: 8000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
  },
};

/** Properties of an object, any of them absent. */
const some = <T extends object>(properties: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(properties, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

const stating = <K extends keyof Requirements>(key: K, value: fc.Arbitrary<Requirements[K]>): fc.Arbitrary<Oddity> =>
  value.map((stated) => (requirements) => ({ ...requirements, [key]: stated }));

const update = fc.constantFrom(0, 1, 2, 3, 10, 11, 12, 13, 23, 30);
const windows = fc.constantFrom('2003', '2008', '2008R2', '2012', '2012R2', '2016', '2019');
const fraction = fc.constantFrom(0, 1e-9, 0.5, 1);
const amount = fc.constantFrom(0, 1e-9, 1, 1e6, 1e15);

const platform = [
  stating('ruleset', fc.constantFrom('seed-2015-05', 'pa-2016', 'pa-2019')),
  stating('operatingSystem', fc.constantFrom('WS2012', 'WS2012R2', 'WS2016', 'WS2019')),
  stating(
    'exchange',
    some({
      version: fc.constantFrom('2013', '2016', '2019'),
      cumulativeUpdate: update,
      edition: fc.constantFrom('Standard', 'Enterprise'),
    }),
  ),
  stating(
    'directory',
    some({ forestFunctionalLevel: windows, domainFunctionalLevel: windows, oldestDomainControllerOS: windows }),
  ),
  stating(
    'coexistence',
    fc.array(
      fc.record(
        { version: fc.constantFrom('2007', '2010', '2013', '2016', '2019'), cumulativeUpdate: update },
        { requiredKeys: ['version'] },
      ),
      { maxLength: 2 },
    ),
  ),
];

const copies = [
  stating('copies', fc.record({ highlyAvailable: fc.integer({ min: 1, max: 5 }), lagged: fc.nat(3) })),
  stating(
    'copies',
    fc.constantFrom(
      { highlyAvailable: 1, lagged: 1 },
      { highlyAvailable: 2, lagged: 0 },
      { highlyAvailable: 4, lagged: 0 },
      { highlyAvailable: 2, lagged: 2 },
      { highlyAvailable: 1, lagged: 3 },
    ),
  ),
  stating('replayLagHours', fc.constantFrom(0, 0.5, 24, 169, 336, 337, 1e6)),
  stating('transport', some({ safetyNetHoldDays: fc.constantFrom(0, 2, 14, 1e6) })),
];

const sites = [
  stating('link', fc.constantFrom(undefined, {}, { roundTripMs: 251 }, { roundTripMs: 501 }, { roundTripMs: 1e9 })),
  stating(
    'datacenters',
    fc
      .tuple(fc.constantFrom('East', 'Third site', 'Ä <&>$&'), fc.constantFrom('West', '{dag}'))
      .chain(([one, other]): fc.Arbitrary<Requirements['datacenters']> => {
        const fields = {
          adSite: fc.constantFrom('One', 'one', 'East'),
          utcOffsetMinutes: fc.constantFrom(-840, 60),
          role: fc.constantFrom('mailbox' as const, 'witness' as const),
          domainControllers: some({ writableGlobalCatalogs: fc.nat(2), cores: fc.nat(2) }),
        };
        return fc.tuple(some(fields), some(fields)).map(([a, b]) => [
          { name: one, ...a },
          { name: other, ...b },
        ]);
      }),
  ),
  stating(
    'witness',
    some({
      kind: fc.constantFrom('fileShare', 'cloud'),
      server: fc.constantFrom('FSW01', 'EX01', 'ex04.contoso.com'),
      directory: fc.constantFrom('', 'D:\\W'),
      datacenter: fc.constantFrom('East', 'West', 'Elsewhere'),
    }),
  ),
  stating(
    'clients',
    some({
      domain: fc.constantFrom('x', 'ö <&>'),
      protocols: fc.constantFrom([], ['http', 'http'], ['pop']),
      officeOnlineNodesPerFarm: fc.constantFrom(0, 1, 1e9),
    }),
  ),
  stating(
    'naming',
    some({
      server: fc.constantFrom('EX', '{site}', '{dag}', 'oos-east-{0}', 'FSW{00}', '__proto__', 'EX/{0}'),
      database: fc.constantFrom('DB', '{dag}', '{site}', 'EX{00}', 'constructor'),
      dag: fc.constantFrom('DAG', 'A-long-DAG-name-{00}', '{site}', '{dag}', '__proto__'),
    }),
  ),
];

const withHardware = (change: fc.Arbitrary<Partial<NonNullable<Requirements['hardware']>>>): fc.Arbitrary<Oddity> =>
  change.map((stated) => (requirements) => ({
    ...requirements,
    hardware: { name: 'Server', ...requirements.hardware, ...stated },
  }));

const hardware = [
  withHardware(
    some({
      cores: fc.constantFrom(1, 2, 16, 28, 96, 1e9),
      sockets: fc.constantFrom(1, 4),
      memoryGB: fc.constantFrom(0, 8, 256, 1e6),
      physical: fc.boolean(),
      batteryBackedWriteCache: fc.boolean(),
      specIntRate2006: fc.constantFrom(1e-9, 1, 1e12),
      formFactorU: fc.constantFrom(0.5, 42),
      bays: fc.constantFrom(0, 3, 4, 100, 1e9),
      systemDisks: some({
        count: fc.constantFrom(0, 1, 4, 50),
        raid: fc.constantFrom('none', 'RAID1', 'RAID10', 'RAID5', 'RAID6'),
      }),
    }),
  ),
  withHardware(
    some({
      dataDisk: some({
        capacityGB: fc.constantFrom(1e-9, 300, 8000, 1e9),
        rpm: fc.constantFrom(0, 5400, 7200, 15_000),
        interface: fc.constantFrom('SAS', 'SATA'),
        formFactorInches: fc.constantFrom(2.5, 3.5),
        randomIOPS: fc.constantFrom(1e-9, 60, 1e9),
        layout: fc.constantFrom('JBOD', 'RAID0-single', 'RAID10', 'RAID5', 'RAID6'),
      }),
    }),
  ),
];

const load = [
  stating('serversPerDatacenter', fc.integer({ min: 1, max: 9 })),
  stating('dags', fc.constantFrom(1, 2, 3, 65, 1e9)),
  stating(
    'mailboxTiers',
    fc.uniqueArray(
      some({
        mailboxes: fc.oneof(fc.nat(20), fc.constantFrom(0, 1000, 1e9, 1e15)),
        messagesPerDay: fc.constantFrom(0, 100, 500, 1e15),
        averageMessageKB: fc.constantFrom(0, 75, 1e6, 1e15),
        quotaMB: fc.constantFrom(0, 5120, 1e5, 1e15),
        archiveQuotaMB: fc.constantFrom(0, 1e5),
        growthFraction: fc.constantFrom(0, 1e-9, 0.5, 1e15),
        iopsMultiplier: amount,
        megacycleMultiplier: amount,
        multiplierShare: fraction,
      }).chain((tier) => fc.constantFrom('T', 'U', '{0}').map((name) => ({ name, messagesPerDay: 50, ...tier }))),
      { minLength: 1, maxLength: 2, selector: ({ name }) => name },
    ),
  ),
  stating(
    'sizing',
    some({
      designFailure: fc.constantFrom('oneServer', 'twoServers', 'datacenter', 'datacenterAndOneServer'),
      cpuLimitFraction: fraction,
      dataOverheadFraction: amount,
      contentIndexFraction: amount,
      volumeFreeFraction: fc.constantFrom(0, 0.999999),
      maximumDatabaseSizeGB: fc.constantFrom(1e-9, 1, 20_000, 1e9),
      restoreVolume: fc.boolean(),
      spareVolumesPerServer: fc.constantFrom(0, 5, 12, 1e9),
      ioOverheadFraction: amount,
      additionalIOPS: amount,
      mailboxMovesPerWeekFraction: amount,
      logTruncationToleranceDays: amount,
      logToleranceBeyondLag: fc.boolean(),
      hypervisorOverheadFraction: amount,
    }),
  ),
];

/** Sensible requirements with one to four oddities that the schema allows. */
export const oddRequirements: fc.Arbitrary<Requirements> = fc
  .array(fc.oneof(...[platform, copies, sites, hardware, load].map((family) => fc.oneof(...family))), {
    minLength: 1,
    maxLength: 4,
  })
  .map((oddities) => oddities.reduce((requirements, oddity) => oddity(requirements), sensible));

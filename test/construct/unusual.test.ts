import { describe, expect, it } from 'vitest';
import { constructDesign } from '../../planner/construct/index.ts';
import type { Design, Hardware, Requirements } from '../../planner/design/types.ts';
import { validateDesign } from '../../planner/rules/index.ts';

const hardware: Hardware = {
  name: 'Server',
  cores: 24,
  memoryGB: 192,
  bays: 18,
  dataDisk: { capacityGB: 8000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
};

function requirements(unusual: Partial<Requirements>): Requirements {
  return {
    format: 'dagwright-requirements/1',
    name: 'Test',
    mailboxTiers: [{ name: 'Standard', mailboxes: 3000, messagesPerDay: 100, quotaMB: 5120 }],
    datacenters: [{ name: 'East' }, { name: 'West' }],
    link: { bandwidthMbps: 10_000, roundTripMs: 20 },
    hardware,
    ...unusual,
  };
}

function design(unusual: Partial<Requirements>): Design {
  const constructed = constructDesign(requirements(unusual));
  if (!constructed.ok) throw new Error(constructed.message);
  return constructed.design;
}

/** The first DAG of a design, with its first server and database. */
function parts(unusual: Partial<Requirements>): { dag: object; server: object; database: object } {
  const [dag = { name: '' }] = design(unusual).dags ?? [];
  return { dag, server: dag.servers?.[0] ?? {}, database: dag.databases?.[0] ?? {} };
}

/** The rules that a design breaks, advice aside. */
function broken(unusual: Partial<Requirements>): string[] {
  const { findings } = validateDesign(design(unusual), { today: '2026-01-01' });
  return [...new Set(findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule])))].sort();
}

describe('constructDesign(requirements) adapts the design to what is asked for', () => {
  it.each([
    ['2013', 23, { autoDagBitlockerEnabled: true, fileSystem: 'NTFS' }, ['preferenceMoveFrequencyHours']],
    ['2013', 12, { fileSystem: 'NTFS' }, ['preferenceMoveFrequencyHours', 'autoDagBitlockerEnabled']],
    ['2016', 1, { fileSystem: 'ReFS' }, ['preferenceMoveFrequencyHours', 'autoDagBitlockerEnabled']],
    ['2016', 2, { autoDagBitlockerEnabled: true, preferenceMoveFrequencyHours: 1 }, []],
    ['2019', 0, { autoDagBitlockerEnabled: true, preferenceMoveFrequencyHours: 1 }, []],
  ] as const)(
    'leaves out what a DAG of Exchange %s CU%i does not know',
    (version, cumulativeUpdate, known, unknown) => {
      const { dag } = parts({ exchange: { version, cumulativeUpdate } });
      expect(dag).toMatchObject(known);
      expect(Object.keys(dag).filter((key) => unknown.some((property) => property === key))).toEqual([]);
    },
  );

  it('gives a DAG on Windows Server 2012 the access point that it cannot do without', () => {
    expect(parts({ operatingSystem: 'WS2012' }).dag).toMatchObject({ administrativeAccessPoint: {} });
    expect(parts({ operatingSystem: 'WS2012R2' }).dag).toMatchObject({ administrativeAccessPoint: null });
    expect(broken({ operatingSystem: 'WS2012' })).toEqual(['no-administrative-access-point']);
  });

  const oneSite: Partial<Requirements> = {
    datacenters: [
      { name: 'East', adSite: 'Campus' },
      { name: 'West', adSite: 'campus' },
    ],
  };
  it.each<[string, Partial<Requirements>, string]>([
    ['3 + 1', {}, 'SecondDatacenter'],
    ['2 + 0', { copies: { highlyAvailable: 2, lagged: 0 } }, 'SecondDatacenter'],
    ['1 + 1', { copies: { highlyAvailable: 1, lagged: 1 } }, 'SecondCopy'],
    ['2 + 2', { copies: { highlyAvailable: 2, lagged: 2 } }, 'SecondCopy'],
    ['1 + 1 without lag', { copies: { highlyAvailable: 1, lagged: 1 }, replayLagHours: 0 }, 'SecondDatacenter'],
    ['3 + 1 in one Active Directory site', oneSite, 'SecondCopy'],
  ])('takes the data move constraint that fits %s copies', (_, unusual, constraint) => {
    expect(parts(unusual).database).toMatchObject({ dataMoveReplicationConstraint: constraint });
    expect(broken(unusual)).not.toContain('data-move-constraint');
  });

  it('sets a soft limit of active databases only with four copies', () => {
    expect(parts({}).server).toHaveProperty('maximumPreferredActiveDatabases');
    expect(parts({ copies: { highlyAvailable: 2, lagged: 0 } }).server).not.toHaveProperty(
      'maximumPreferredActiveDatabases',
    );
  });

  it.each<[number, Partial<Requirements>]>([
    [7, {}],
    [7, { replayLagHours: 24 }],
    [8, { replayLagHours: 169 }],
    [14, { replayLagHours: 336 }],
    [7, { replayLagHours: 336, copies: { highlyAvailable: 4, lagged: 0 } }],
    [2, { transport: { safetyNetHoldDays: 2 } }],
  ])('holds messages in Safety Net for %i days with %o', (days, unusual) => {
    expect(design(unusual).transport).toMatchObject({ safetyNetHoldDays: days });
  });

  it('counts no more sockets than cores, and calls one system disk no RAID', () => {
    const built = design({ hardware: { ...hardware, cores: 1, specIntRate2006: 900, systemDisks: { count: 1 } } });
    expect(built.hardware?.[0]).toMatchObject({ sockets: 1, systemDisks: { count: 1 } });
    expect(built.hardware?.[0]?.systemDisks).not.toHaveProperty('raid');
  });

  it('takes names as they are, whatever they hold', () => {
    const built = design({
      datacenters: [{ name: '$&{dag}' }, { name: 'Ä <&>' }],
      naming: { server: '{site} {0}{0}', database: '{dag}', dag: 'DAG' },
    });
    expect(built.dags?.[0]?.servers?.map(({ name }) => name)).toEqual([
      '$&{dag} 11',
      '$&{dag} 22',
      'Ä <&> 33',
      'Ä <&> 44',
    ]);
    expect(built.dags?.[0]?.databases?.[0]?.name).toBe('101');
  });

  it.each([1, 2, 3, 5, 20])('lays %i mailboxes out on as many servers as it must', (mailboxes) => {
    const tiers = [{ name: 'Standard', mailboxes, messagesPerDay: 100, quotaMB: 5120 }];
    expect(constructDesign(requirements({ mailboxTiers: tiers }))).toMatchObject({ ok: true, summary: { servers: 4 } });
    expect(constructDesign(requirements({ mailboxTiers: tiers, dags: 3 }))).toMatchObject({
      ok: true,
      summary: { dags: 3, servers: 12, databases: 12 },
    });
  });
});

describe('constructDesign(requirements) builds what works and is not the PA, and the verdict says so', () => {
  it.each<[string, Partial<Requirements>, string[]]>([
    ['virtual servers', { hardware: { ...hardware, physical: false } }, ['physical-server']],
    [
      'SATA disks',
      { hardware: { ...hardware, dataDisk: { ...hardware.dataDisk, interface: 'SATA' } } },
      ['large-capacity-disks'],
    ],
    ['one system disk', { hardware: { ...hardware, systemDisks: { count: 1, raid: 'none' } } }, ['system-disks-raid1']],
    ['more cores than the PA has', { hardware: { ...hardware, cores: 48, sockets: 4 } }, ['core-count', 'dual-socket']],
    ['no lagged copy', { copies: { highlyAvailable: 4, lagged: 0 } }, ['one-lagged-copy']],
    ['a shorter lag', { replayLagHours: 24 }, ['seven-day-lag']],
    ['Safety Net that ends before the lag', { transport: { safetyNetHoldDays: 2 } }, ['safety-net-covers-lag']],
    ['a witness in the pair', { witness: { datacenter: 'East' } }, ['witness-location']],
    [
      'one Active Directory site',
      {
        datacenters: [
          { name: 'A', adSite: 'X' },
          { name: 'B', adSite: 'X' },
        ],
      },
      ['datacenter-own-ad-site'],
    ],
    ['no Office Online Server', { clients: { officeOnlineNodesPerFarm: 0 } }, ['office-online-per-datacenter']],
    ['Standard edition', { exchange: { edition: 'Standard' } }, []],
    [
      'RAID0 of one disk each',
      { hardware: { ...hardware, dataDisk: { ...hardware.dataDisk, layout: 'RAID0-single' } } },
      [],
    ],
  ])('%s', (_, unusual, rules) => {
    expect(broken(unusual)).toEqual(rules);
  });
});

describe('constructDesign(requirements) refuses what its ruleset calls unsupported, with the field to change', () => {
  it.each<[string, Partial<Requirements>, string, string]>([
    [
      'a link that is too slow',
      { link: { roundTripMs: 501 } },
      '/link/roundTripMs',
      'The round trip is 501 ms; up to 500 ms is supported between members of a DAG.',
    ],
    [
      'Windows that Exchange does not run on',
      { operatingSystem: 'WS2019' },
      '/operatingSystem',
      'EX01 runs Windows Server 2019, on which Exchange 2016 is not supported.',
    ],
    [
      'Windows that needs a later cumulative update',
      { operatingSystem: 'WS2016', exchange: { cumulativeUpdate: 2 } },
      '/operatingSystem',
      'EX01 runs Windows Server 2016, on which Exchange 2016 is supported from CU3; it has CU2.',
    ],
    [
      'a domain of an old functional level',
      { directory: { domainFunctionalLevel: '2003' } },
      '/directory/domainFunctionalLevel',
      'The domain functional level is Windows Server 2003; Exchange 2016 CU23 needs Windows Server 2008 R2 or higher.',
    ],
    [
      'old Exchange servers',
      { coexistence: [{ version: '2013', cumulativeUpdate: 9 }] },
      '/coexistence/0/cumulativeUpdate',
      'Exchange 2013 is at CU9; CU10 or later is supported.',
    ],
    [
      'a datacenter without global catalog',
      { datacenters: [{ name: 'East' }, { name: 'West', domainControllers: { writableGlobalCatalogs: 0 } }] },
      '/datacenters/1/domainControllers/writableGlobalCatalogs',
      'West has no writable domain controller that is a global catalog; its site needs one.',
    ],
    [
      'a cloud witness',
      { witness: { kind: 'cloud' } },
      '/witness/kind',
      'A cloud witness is not supported for a DAG; a file server in Azure is.',
    ],
    [
      'a member as witness',
      { witness: { server: 'ex02.contoso.com' } },
      '/witness/server',
      'ex02.contoso.com is a member of DAG1 and cannot be its witness.',
    ],
    [
      'a lag that Exchange does not take',
      { replayLagHours: 337 },
      '/replayLagHours',
      'The replay lag of DB001 on EX04 is 337 hours; up to 336 are possible.',
    ],
    [
      'a long DAG name',
      { naming: { dag: 'Contoso-Mail-DAG' } },
      '/naming/dag',
      'Contoso-Mail-DAG has 16 characters; a DAG name has 15 at most.',
    ],
    [
      'Office Online nodes named as servers',
      { naming: { server: 'oos-east-{0}' } },
      '/naming/server',
      'Office Online node oos-east-1 of oos-east.contoso.com is an Exchange server; the two may not share a server.',
    ],
  ])('%s', (_, unusual, path, message) => {
    const refused = constructDesign(requirements(unusual));
    expect(refused).toMatchObject({ ok: false, limit: 'unsupported', path });
    if (refused.ok) return;
    expect(refused.message).toBe(`The design would be unsupported. ${message}`);
    const field = path
      .slice(1)
      .replace(/\/(\d+)/g, '[$1]')
      .replaceAll('/', '.');
    expect(refused.remedy).toMatch(/\.$/);
    expect(refused.remedy).toContain(`(${field})`);
  });

  it.each<[string, Partial<Requirements>]>([
    ['operatingSystem', { operatingSystem: 'WS2019' }],
    ['replayLagHours', { replayLagHours: 1e6 }],
    ['dataDisk', { hardware: { ...hardware, dataDisk: { ...hardware.dataDisk, layout: 'RAID10' } } }],
    ['copies', { copies: { highlyAvailable: 2, lagged: 1 } }],
  ])('offers requirements without the field where leaving it open helps: %s', (_, unusual) => {
    const refused = constructDesign(requirements(unusual));
    expect(refused.ok).toBe(false);
    expect(!refused.ok && refused.remedied && constructDesign(refused.remedied).ok).toBe(true);
  });

  it('offers none where another field would still stand in the way', () => {
    const refused = constructDesign(requirements({ operatingSystem: 'WS2019', link: { roundTripMs: 600 } }));
    expect(refused).toMatchObject({ ok: false, path: '/link/roundTripMs' });
    expect(refused).not.toHaveProperty('remedied');
  });
});

describe('constructDesign(requirements) refuses amounts that no design is planned with', () => {
  it.each<[string, Partial<Requirements>, string]>([
    ['/dags', { dags: 65 }, 'The requirements ask for more than 64 DAGs.'],
    [
      '/mailboxTiers',
      { mailboxTiers: [{ name: 'T', mailboxes: 1e9, growthFraction: 0.1, messagesPerDay: 1, quotaMB: 1 }] },
      'The requirements ask for more than 1,000,000,000 mailboxes, growth included.',
    ],
    [
      '/sizing/spareVolumesPerServer',
      { sizing: { spareVolumesPerServer: 1e9 } },
      'The requirements ask for more than 100 spare disks in each server.',
    ],
    [
      '',
      { mailboxTiers: [{ name: 'T', mailboxes: 1e9, messagesPerDay: 100, quotaMB: 5120 }] },
      'A database would grow to 346,183.78 GB; the plan allows 2,000 GB.',
    ],
    [
      '',
      { mailboxTiers: [{ name: 'T', mailboxes: 1e6, messagesPerDay: 100, quotaMB: 1e15 }] },
      'A database would grow to more than 1,000,000,000,000 GB; the plan allows 2,000 GB.',
    ],
  ])('%s: %o', (path, unusual, message) => {
    expect(constructDesign(requirements(unusual))).toMatchObject({ ok: false, path, message });
  });

  it('takes little computing where mailboxes are so large that hardly any shape holds', () => {
    const tiers = [{ name: 'T', mailboxes: 5000, messagesPerDay: 100, quotaMB: 1_200_000 }];
    const started = process.cpuUsage();
    expect(constructDesign(requirements({ mailboxTiers: tiers }))).toMatchObject({ ok: false, limit: 'volumeSize' });
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });
});

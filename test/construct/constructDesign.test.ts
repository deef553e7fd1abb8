import { describe, expect, it } from 'vitest';
import { constructDesign, withDefaults, type Constructed, type Summary } from '../../planner/construct/index.ts';
import { checkDesign } from '../../planner/design/load.ts';
import type { Design, Hardware, MailboxTier, Requirements } from '../../planner/design/types.ts';
import { serverLoads } from '../../planner/sizing/index.ts';

const hardware: Hardware = {
  name: 'Server',
  cores: 24,
  memoryGB: 192,
  bays: 18,
  dataDisk: { capacityGB: 8000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
};

function requirements(tier: Partial<MailboxTier> = {}, others: Partial<Requirements> = {}): Requirements {
  return {
    format: 'dagwright-requirements/1',
    name: 'Test',
    mailboxTiers: [{ name: 'Standard', mailboxes: 20_000, messagesPerDay: 100, quotaMB: 5120, ...tier }],
    datacenters: [{ name: 'East' }, { name: 'West' }],
    hardware,
    ...others,
  };
}

function design(constructed: Constructed): Design {
  if (!constructed.ok) throw new Error(constructed.message);
  return constructed.design;
}

function summary(constructed: Constructed): Summary {
  if (!constructed.ok) throw new Error(constructed.message);
  return constructed.summary;
}

describe('withDefaults(requirements)', () => {
  it('fills in what the schemas state, and nothing else', () => {
    const complete = withDefaults(requirements());
    expect(complete).toMatchObject({
      ruleset: 'pa-2016',
      serversPerDatacenter: null,
      dags: null,
      copies: { highlyAvailable: 3, lagged: 1 },
      replayLagHours: 168,
      sizing: { designFailure: 'datacenterAndOneServer', cpuLimitFraction: 0.8, volumeFreeFraction: 0.05 },
      transport: { safetyNetHoldDays: 7 },
      exchange: { version: '2016', edition: 'Enterprise' },
      clients: { domain: 'contoso.com', protocols: ['autodiscover', 'http', 'imap', 'smtp'] },
      naming: { server: 'EX{00}', database: 'DB{000}', dag: 'DAG{0}' },
      coexistence: [],
    });
    expect(complete.mailboxTiers[0]).toMatchObject({ averageMessageKB: 75, deletedItemRetentionDays: 14 });
    expect(complete.witness).toBeUndefined();
    expect(complete.link).toBeUndefined();
    expect(complete.replication.hourlyLogShare).toBeUndefined();
  });

  it('keeps what is stated', () => {
    const complete = withDefaults(requirements({}, { sizing: { cpuLimitFraction: 0.7 }, copies: { lagged: 0 } }));
    expect(complete.sizing.cpuLimitFraction).toBe(0.7);
    expect(complete.copies).toMatchObject({ highlyAvailable: 3, lagged: 0 });
  });
});

describe('constructDesign(requirements)', () => {
  it('says what kept fewer servers from holding', () => {
    const { bindingText } = summary(constructDesign(requirements()));
    expect(bindingText).toBe(
      "With fewer servers: A server's processors would be 124.4 % busy in the design failure; the plan allows 80 %.",
    );
  });

  it('prefers one larger DAG to several with as many servers', () => {
    const constructed = constructDesign(requirements());
    expect(constructed).toMatchObject({ ok: true, summary: { dags: 1 } });
  });

  it('takes the fewest servers that hold: one pair fewer does not', () => {
    const stated = requirements();
    const constructed = constructDesign(stated);
    if (!constructed.ok) throw new Error(constructed.message);
    const { serversPerDatacenter } = constructed.summary;
    expect(constructDesign({ ...stated, serversPerDatacenter: serversPerDatacenter - 1, dags: 1 }).ok).toBe(false);
    expect(constructDesign({ ...stated, serversPerDatacenter, dags: 1 }).ok).toBe(true);
  });

  it.each(['oneServer', 'twoServers', 'datacenter', 'datacenterAndOneServer'] as const)(
    'keeps every server within the limits in the design failure %s',
    (designFailure) => {
      const built = design(constructDesign(requirements({ mailboxes: 45_000 }, { sizing: { designFailure } })));
      for (const { modes, memoryRequiredGB, volumes } of serverLoads(built)) {
        expect(modes[designFailure]?.cpuUtilization).toBeLessThanOrEqual(0.8);
        expect(memoryRequiredGB).toBeLessThanOrEqual(192);
        for (const { requiredGB, formattedGB, iops, availableIOPS } of volumes) {
          expect(requiredGB).toBeLessThanOrEqual(formattedGB ?? 0);
          expect(iops).toBeLessThanOrEqual(availableIOPS ?? 0);
        }
      }
    },
  );

  it('sets activation limits that never stand in the way of a failure', () => {
    const built = design(constructDesign(requirements()));
    const limits = built.dags?.[0]?.servers?.map(({ maximumActiveDatabases }) => maximumActiveDatabases);
    const free: Design = {
      ...built,
      dags: built.dags?.map((dag) => ({
        ...dag,
        servers: dag.servers?.map(({ maximumActiveDatabases: _, ...server }) => server),
      })),
    };
    const worst = serverLoads(free).map(({ modes }) => Math.max(...Object.values(modes).map((m) => m.activeDatabases)));
    expect(limits).toEqual(limits?.map(() => Math.max(...worst)));
    expect(serverLoads(built)).toEqual(serverLoads(free));
  });

  it('names things by their patterns, the counters running on over all DAGs', () => {
    const built = design(
      constructDesign(
        requirements(
          { mailboxes: 60_000, messagesPerDay: 200 },
          { naming: { server: '{site}-MBX{00}', database: 'D{dag}-{000}', dag: 'Group {0}' } },
        ),
      ),
    );
    expect(built.dags?.[1]?.name).toBe('Group 2');
    expect(built.dags?.[0]?.servers?.[0]?.name).toBe('East-MBX01');
    const servers = built.dags?.flatMap((dag) => dag.servers ?? []) ?? [];
    expect(servers.at(-1)?.name).toBe(`West-MBX${servers.length}`);
    expect(built.dags?.[1]?.databases?.[0]?.name).toMatch(/^D2-\d{3}$/);
    expect(checkDesign(built)).toEqual([]);
  });

  it.each([
    [{ version: '2016', cumulativeUpdate: 2 }, 'WS2012R2', 2],
    [{ version: '2016' }, 'WS2016', 23],
    [{ version: '2019' }, 'WS2019', 15],
  ] as const)('puts Exchange %o on the newest Windows Server it supports', (exchange, operatingSystem, update) => {
    const built = design(constructDesign(requirements({}, { exchange })));
    expect(built.dags?.[0]?.servers?.[0]).toMatchObject({ operatingSystem, cumulativeUpdate: update });
  });

  it('plans for the Exchange version of the ruleset', () => {
    expect(design(constructDesign(requirements({}, { ruleset: 'pa-2019' }))).exchange?.version).toBe('2019');
  });

  it('hosts no more copies on a server than its edition mounts', () => {
    const standard = constructDesign(requirements({ mailboxes: 1000 }, { exchange: { edition: 'Standard' } }));
    expect(summary(standard).copiesPerServer).toBe(4);
  });

  it('gives names a counter where the pattern has none', () => {
    const built = design(constructDesign(requirements({}, { naming: { server: 'MBX', database: 'DB', dag: 'DAG' } })));
    expect(built.dags?.[0]?.name).toBe('DAG');
    expect(built.dags?.[0]?.servers?.[0]?.name).toMatch(/^MBX0*1$/);
    expect(checkDesign(built)).toEqual([]);
  });

  it('lays two copies out where they are asked for', () => {
    const constructed = constructDesign(requirements({}, { copies: { highlyAvailable: 2, lagged: 0 } }));
    const built = design(constructed);
    expect(built.dags?.[0]?.databases?.[0]?.copies).toHaveLength(2);
    expect(built.dags?.[0]?.autoDagDatabaseCopiesPerVolume).toBe(2);
    expect(checkDesign(built)).toEqual([]);
  });

  it('has room for a restore volume where one is wanted', () => {
    const built = design(
      constructDesign(requirements({}, { sizing: { restoreVolume: true, spareVolumesPerServer: 2 } })),
    );
    const roles = built.dags?.[0]?.servers?.[0]?.volumes?.map(({ role }) => role);
    expect(roles?.slice(-3)).toEqual(['spare', 'spare', 'restore']);
  });

  it('answers for 150,000 mailboxes within a second of computing', () => {
    const started = process.cpuUsage();
    expect(constructDesign(requirements({ mailboxes: 150_000, messagesPerDay: 200 })).ok).toBe(true);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});

describe('constructDesign(requirements) says why nothing holds, and the smallest change of one input that would do', () => {
  const fixed: Partial<Requirements> = { dags: 1, serversPerDatacenter: 4 };
  it.each([
    [
      requirements({ mailboxes: 12_000, messagesPerDay: 200 }, { ...fixed, hardware: { ...hardware, bays: 24 } }),
      'cpu',
      "A server's processors would be 111.2 % busy in the design failure; the plan allows 80 %.",
      'Use 6 servers per datacenter in each DAG instead of 4.',
    ],
    [
      requirements({ mailboxes: 4000, quotaMB: 51_200 }, fixed),
      'volumeSize',
      'A data volume needs 11,266.81 GB and a formatted disk holds 7,450.58 GB.',
      'Lower the quota of Standard from 51,200 to 33,280 MB.',
    ],
    [
      requirements({ mailboxes: 12_000, messagesPerDay: 200, quotaMB: 1024 }, fixed),
      'diskIOPS',
      'The copies on a disk need 64.32 IOPS and the disk sustains 57.5.',
      'Use 6 servers per datacenter in each DAG instead of 4.',
    ],
    [
      requirements({ mailboxes: 8000 }, { ...fixed, hardware: { ...hardware, memoryGB: 32 } }),
      'memory',
      'A server needs 75.6 GB of memory in the design failure and has 32 GB.',
      'Use a server with 96 GB of memory instead of 32 GB.',
    ],
    [
      requirements({}, { hardware: { ...hardware, bays: 3 } }),
      'bays',
      'A server needs at least 4 drive bays and has 3.',
      'Use a server with 4 drive bays instead of 3.',
    ],
    [
      requirements({}, { ...fixed, sizing: { maximumDatabaseSizeGB: 400 } }),
      'databaseSize',
      'A database would grow to 886.23 GB; the plan allows 400 GB.',
      'Use 3 DAGs instead of 1.',
    ],
    [
      requirements({ mailboxes: 100, quotaMB: 50_000_000 }),
      'databaseSize',
      'A database would grow to 4,771.3 GB; the plan allows 2,000 GB.',
      'No change of one input is enough. Look at mailboxTiers, dags and sizing.maximumDatabaseSizeGB together.',
    ],
  ])('%#', (stated, limit, message, remedy) => {
    const constructed = constructDesign(stated);
    expect(constructed).toMatchObject({ ok: false, limit, message, remedy });
    if (!constructed.ok && constructed.remedied) expect(constructDesign(constructed.remedied).ok).toBe(true);
  });

  it.each([
    ['There are no mailboxes.', requirements({ mailboxes: 0 })],
    [
      'The requirements do not state the messages per day of tier Standard.',
      requirements({ messagesPerDay: undefined }),
    ],
    ['The requirements do not state the mailbox quota of tier Standard.', requirements({ quotaMB: undefined })],
    ['The requirements do not state a mailbox tier.', requirements({}, { mailboxTiers: [] })],
    ['The requirements do not state the pair of datacenters.', requirements({}, { datacenters: undefined })],
    ['The requirements do not state the server hardware.', requirements({}, { hardware: undefined })],
    [
      'The requirements do not state the number of drive bays.',
      requirements({}, { hardware: { ...hardware, bays: undefined } }),
    ],
    [
      'what random I/O the data disks sustain',
      requirements({}, { hardware: { ...hardware, dataDisk: { capacityGB: 8000 } } }),
    ],
    ['Both datacenters are called East.', requirements({}, { datacenters: [{ name: 'East' }, { name: 'East' }] })],
    [
      '2 or 4 copies of each database, half of them in each datacenter, not with 3.',
      requirements({}, { copies: { lagged: 0 } }),
    ],
    ['not 9', requirements({}, { serversPerDatacenter: 9 })],
    ['The server name pattern', requirements({}, { naming: { server: 'EX/{00}' } })],
  ])('%s', (message, stated) => {
    const constructed = constructDesign(stated);
    expect(constructed).toMatchObject({ ok: false, limit: 'input' });
    if (!constructed.ok) expect(constructed.message).toContain(message);
  });
});

import type { Database, Design, Server } from '../../planner/design/types.ts';

/**
 * The design that every sample edits: eight servers in two datacenters, eight databases, fully stated, with nothing to find under
 * pa-2016. EX01–EX04 stand in East (`/dags/0/servers/0` to `3`), EX05–EX08 in West (`4` to `7`).
 */
export const base: Design = {
  format: 'dagwright/1',
  name: 'Base',
  ruleset: 'pa-2016',
  exchange: { version: '2016', cumulativeUpdate: 23, edition: 'Enterprise' },
  directory: { forestFunctionalLevel: '2012R2', domainFunctionalLevel: '2012R2', oldestDomainControllerOS: '2012R2' },
  coexistence: [],
  transport: { safetyNetHoldDays: 7, queueExpirationDays: 2 },
  datacenters: [
    { name: 'East', adSite: 'EastSite', role: 'mailbox', domainControllers: { writableGlobalCatalogs: 2, cores: 16 } },
    { name: 'West', adSite: 'WestSite', role: 'mailbox', domainControllers: { writableGlobalCatalogs: 2, cores: 16 } },
    { name: 'Third', adSite: 'ThirdSite', role: 'witness' },
  ],
  links: [
    { from: 'East', to: 'West', bandwidthMbps: 10_000, roundTripMs: 10 },
    { from: 'East', to: 'Third', bandwidthMbps: 1_000, roundTripMs: 20 },
    { from: 'West', to: 'Third', bandwidthMbps: 1_000, roundTripMs: 20 },
  ],
  pairs: [
    {
      name: 'Pair',
      datacenters: ['East', 'West'],
      namespaces: [
        { host: 'autodiscover.contoso.com', protocols: ['autodiscover'], model: 'unbound', timeToLiveSeconds: 300 },
        { host: 'mail.contoso.com', protocols: ['http'], model: 'unbound', timeToLiveSeconds: 300 },
      ],
      loadBalancer: { kind: 'hardware', layer: 7, sessionAffinity: 'none' },
      officeOnline: [
        {
          host: 'oos-east.contoso.com',
          datacenter: 'East',
          model: 'bound',
          sessionAffinity: 'cookie',
          nodes: [{ name: 'OOS1' }, { name: 'OOS2' }],
        },
        {
          host: 'oos-west.contoso.com',
          datacenter: 'West',
          model: 'bound',
          sessionAffinity: 'cookie',
          nodes: [{ name: 'OOS3' }, { name: 'OOS4' }],
        },
      ],
    },
  ],
  hardware: [
    {
      name: 'Standard',
      formFactorU: 2,
      sockets: 2,
      cores: 24,
      memoryGB: 192,
      physical: true,
      batteryBackedWriteCache: true,
      bays: 12,
      systemDisks: { count: 2, capacityGB: 1200, raid: 'RAID1' },
      dataDisk: { capacityGB: 8000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5, layout: 'JBOD' },
    },
  ],
  mailboxTiers: [{ name: 'Staff', mailboxes: 800, messagesPerDay: 100, averageMessageKB: 75, quotaMB: 4096 }],
  dags: [
    {
      name: 'DAG1',
      pair: 'Pair',
      administrativeAccessPoint: null,
      datacenterActivationMode: 'DagOnly',
      fileSystem: 'ReFS',
      replayLagManagerEnabled: true,
      autoDagAutoReseedEnabled: true,
      autoDagDatabaseCopiesPerVolume: 4,
      autoDagBitlockerEnabled: true,
      witness: { kind: 'fileShare', server: 'FS1', directory: 'C:\\DAG1', datacenter: 'Third' },
      networks: [{ name: 'MapiNetwork', kind: 'mapi', gbps: 10, teamed: false }],
      servers: [1, 2, 3, 4, 5, 6, 7, 8].map(server),
      databases: [
        database('DB01', ['EX01', 'EX02', 'EX05', 'EX06']),
        database('DB02', ['EX02', 'EX01', 'EX06', 'EX05']),
        database('DB03', ['EX05', 'EX06', 'EX01', 'EX02']),
        database('DB04', ['EX06', 'EX05', 'EX02', 'EX01']),
        database('DB05', ['EX03', 'EX04', 'EX07', 'EX08']),
        database('DB06', ['EX04', 'EX03', 'EX08', 'EX07']),
        database('DB07', ['EX07', 'EX08', 'EX03', 'EX04']),
        database('DB08', ['EX08', 'EX07', 'EX04', 'EX03']),
      ],
    },
  ],
};

function server(number: number): Server {
  return {
    name: `EX0${number}`,
    datacenter: number <= 4 ? 'East' : 'West',
    hardware: 'Standard',
    operatingSystem: 'WS2016',
    cumulativeUpdate: 23,
    volumes: [
      {
        name: 'Data1',
        role: 'data',
        fileSystem: 'ReFS',
        integrityStreams: false,
        allocationUnitKB: 64,
        bitLocker: true,
      },
      {
        name: 'Spare1',
        role: 'spare',
        fileSystem: 'ReFS',
        integrityStreams: false,
        allocationUnitKB: 64,
        bitLocker: true,
      },
    ],
  };
}

/** A database with its copies by activation preference; the last is lagged by seven days. */
function database(name: string, servers: readonly string[]): Database {
  return {
    name,
    mailboxes: { Staff: 100 },
    circularLogging: true,
    dataMoveReplicationConstraint: 'SecondDatacenter',
    copies: servers.map((host, i) => ({
      server: host,
      volume: 'Data1',
      activationPreference: i + 1,
      replayLagHours: i === servers.length - 1 ? 168 : 0,
      truncationLagHours: 0,
      activationSuspended: false,
    })),
  };
}

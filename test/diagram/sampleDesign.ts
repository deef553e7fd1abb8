import { copyOrder } from '../../planner/layout/copyOrder.ts';
import type { Dag, Database, Design, Server } from '../../planner/design/types.ts';

export interface SampleSize {
  readonly dags?: number;
  readonly serversPerDatacenter?: number;
  readonly databases?: number;
}

const copiesPerVolume = 4;

function groupIntoVolumes<T>(copies: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(copies.length / size) }, (_, v) => copies.slice(v * size, (v + 1) * size));
}

/** A symmetric design of any size, in the PA's copy layout; made without planner/construct, so that each tests alone. */
export function sampleDesign({ dags = 1, serversPerDatacenter = 8, databases = 192 }: SampleSize = {}): Design {
  return {
    format: 'dagwright/1',
    name: 'Contoso',
    ruleset: 'pa-2016',
    document: { customer: 'Contoso Ltd', date: '2026-11-24', revision: '3' },
    datacenters: [{ name: 'East' }, { name: 'West' }, { name: 'North', role: 'witness' }],
    links: [{ from: 'East', to: 'West', bandwidthMbps: 10000, roundTripMs: 18 }],
    pairs: [
      {
        name: 'East–West',
        datacenters: ['East', 'West'],
        namespaces: [{ host: 'mail.contoso.com', model: 'unbound' }],
        loadBalancer: { layer: 7, sessionAffinity: 'none' },
        officeOnline: [
          { host: 'oos-east', datacenter: 'East', model: 'bound', sessionAffinity: 'cookie' },
          { host: 'oos-west', datacenter: 'West', model: 'bound', sessionAffinity: 'cookie' },
        ],
      },
    ],
    hardware: [{ name: 'R740xd', cores: 24, systemDisks: { count: 2, raid: 'RAID1' }, dataDisk: { capacityGB: 8000 } }],
    mailboxTiers: [{ name: 'Standard', mailboxes: dags * databases * 250 }],
    dags: Array.from({ length: dags }, (_, i) => sampleDag(i, serversPerDatacenter, databases)),
  };
}

function sampleDag(number: number, perDatacenter: number, count: number): Dag {
  const names = Array.from({ length: 2 * perDatacenter }, (_, i) => `EX${pad(number * 2 * perDatacenter + i + 1, 2)}`);
  const rows = copyOrder(perDatacenter, count);
  const volumeOf = new Map<string, string>();
  const volumes = names.map((name, s) => {
    const own = rows.flatMap((row, d) =>
      row.some((at) => at.datacenter * perDatacenter + at.server === s) ? [d] : [],
    );
    const groups = groupIntoVolumes(own, copiesPerVolume);
    for (const [v, group] of groups.entries())
      for (const d of group) volumeOf.set(`${name}/${d}`, `VOL${pad(v + 1, 2)}`);
    return [
      ...groups.map((_, v) => ({ name: `VOL${pad(v + 1, 2)}`, role: 'data' as const })),
      { name: `VOL${pad(groups.length + 1, 2)}`, role: 'spare' as const },
    ];
  });
  const databases = rows.map((row, d): Database => ({
    name: `DB${pad(number * count + d + 1, 3)}`,
    mailboxes: { Standard: 250 },
    copies: row.map((at, p) => {
      const server = names[at.datacenter * perDatacenter + at.server] ?? '';
      return {
        server,
        volume: volumeOf.get(`${server}/${d}`) ?? '',
        activationPreference: p + 1,
        ...(p === 3 && { replayLagHours: 168 }),
      };
    }),
  }));
  return {
    name: `DAG${number + 1}`,
    pair: 'East–West',
    witness: { kind: 'fileShare', server: 'FS01', datacenter: 'North' },
    servers: names.map((name, i): Server => ({
      name,
      datacenter: i < perDatacenter ? 'East' : 'West',
      hardware: 'R740xd',
      volumes: volumes[i] ?? [],
    })),
    databases,
  };
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

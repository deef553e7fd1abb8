import * as fc from 'fast-check';
import { indexDesign, type Placed } from '../../planner/design/index.ts';
import type { Dag, Database, Design, Server } from '../../planner/design/types.ts';
import { copyOrder } from '../../planner/layout/copyOrder.ts';
import { volumeOrder } from '../../planner/layout/volumeOrder.ts';

/** One DAG over two datacenters, East and West. */
export function designOf(servers: readonly Server[], databases: readonly Database[]): Design {
  return {
    format: 'dagwright/1',
    name: 'Layout',
    datacenters: [{ name: 'East' }, { name: 'West' }],
    pairs: [{ name: 'Pair', datacenters: ['East', 'West'] }],
    mailboxTiers: [{ name: 'Staff', messagesPerDay: 100, averageMessageKB: 75, quotaMB: 1024 }],
    dags: [{ name: 'DAG1', pair: 'Pair', servers: [...servers], databases: [...databases] }],
  };
}

export function dagOf(design: Design): Placed<Dag> {
  const dag = indexDesign(design).dags.get('DAG1');
  if (!dag) throw new Error('The design has no DAG1.');
  return dag;
}

export function serverIn(datacenter: string, name: string, volumes: number): Server {
  const data = Array.from({ length: volumes }, (_, v) => ({ name: `V${v + 1}`, role: 'data' as const }));
  return { name, datacenter, ...(volumes > 0 && { volumes: data }) };
}

/** n + n servers in the balanced order, each with some empty disks more. */
export function balanced(n: number, count: number, spareDisks = 0): Design {
  const rows = copyOrder(n, count);
  const volumes = volumeOrder(rows);
  const perServer = (count * 4) / (2 * n);
  const servers = [0, 1].flatMap((site) =>
    Array.from({ length: n }, (_, s) =>
      serverIn(site === 0 ? 'East' : 'West', nameOf(site * n + s), Math.ceil(perServer / 4) + spareDisks),
    ),
  );
  const databases = rows.map((row, d): Database => ({
    name: `DB${String(d + 1).padStart(3, '0')}`,
    copies: row.map(({ datacenter, server }, c) => ({
      server: nameOf(datacenter * n + server),
      volume: `V${(volumes[d]?.[c] ?? 0) + 1}`,
      activationPreference: c + 1,
      replayLagHours: c === 3 ? 168 : 0,
    })),
  }));
  return designOf(servers, databases);
}

function nameOf(number: number): string {
  return `EX${String(number + 1).padStart(2, '0')}`;
}

/** The design with a server more in each of the given datacenters, with empty disks like those of the first. */
export function grown(design: Design, datacenters: readonly string[]): Design {
  const dag = dagOf(design).value;
  const [first] = dag.servers ?? [];
  const added = datacenters.map((datacenter, i): Server => ({ ...first, name: `NEW${i + 1}`, datacenter }));
  return { ...design, dags: [{ ...dag, servers: [...(dag.servers ?? []), ...added] }] };
}

/** The design without a server and the copies on it, as the app removes it. */
export function without(design: Design, server: string): Design {
  const dag = dagOf(design).value;
  const databases = (dag.databases ?? []).map((database) => ({
    ...database,
    copies: (database.copies ?? []).filter((copy) => copy.server !== server),
  }));
  const servers = (dag.servers ?? []).filter(({ name }) => name !== server);
  return { ...design, dags: [{ ...dag, servers, databases }] };
}

/**
 * Any small DAG: two to four servers in either datacenter, two to four copies anywhere, on disks or without, lagged ones, databases
 * of unequal load, servers without copies, databases that lack some.
 */
export const anyLayout: fc.Arbitrary<Design> = fc
  .record({
    east: fc.integer({ min: 2, max: 4 }),
    west: fc.integer({ min: 1, max: 4 }),
    disks: fc.constantFrom(0, 3, 6),
    copies: fc.integer({ min: 2, max: 4 }),
    databases: fc.array(
      fc.record({
        order: fc.infiniteStream(fc.nat({ max: 1_000_000 })),
        lacks: fc.integer({ min: 0, max: 9 }),
        mailboxes: fc.constantFrom(100, 100, 150, 400),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    equal: fc.boolean(),
    lagged: fc.boolean(),
  })
  .map(({ east, west, disks, copies, databases, equal, lagged }) => {
    const servers = [
      ...Array.from({ length: east }, (_, i) => serverIn('East', `E${i + 1}`, disks)),
      ...Array.from({ length: west }, (_, i) => serverIn('West', `W${i + 1}`, disks)),
    ];
    const count = Math.min(copies, servers.length);
    const made = databases.map(({ order, lacks, mailboxes }, d): Database => {
      const numbers = [...order.take(2 * servers.length)];
      const hosts = servers
        .map((server, s) => ({ server, key: numbers[s] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .slice(0, count - (lacks === 0 && count > 2 ? 1 : 0));
      return {
        name: `DB${d + 1}`,
        mailboxes: { Staff: equal ? 100 : mailboxes },
        copies: hosts.map(({ server }, c) => ({
          server: server.name,
          ...(disks > 0 && { volume: `V${((numbers[servers.length + c] ?? 0) % disks) + 1}` }),
          activationPreference: c + 1,
          replayLagHours: lagged && c === count - 1 ? 168 : 0,
        })),
      };
    });
    return designOf(servers, made);
  });

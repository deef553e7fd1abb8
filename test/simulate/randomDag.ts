import fc from 'fast-check';
import type { Database, Design, Server } from '../../planner/design/types.ts';

const policies = ['Unrestricted', 'Unrestricted', 'IntrasiteOnly', 'Blocked'] as const;
const profiles = [
  { name: 'Light', messagesPerDay: 50, quotaMB: 2048 },
  { name: 'Heavy', messagesPerDay: 200, quotaMB: 10240 },
];

/** What a random DAG is made from; `strict` gives its servers limits and policies. */
interface Shape {
  readonly members: number;
  readonly witness: boolean;
  readonly strict: boolean;
}

/** Designs of one DAG without any order: one to six servers in two sites, limits, policies, lagged and suspended copies, some of them on disks. */
export const randomDag: fc.Arbitrary<Design> = fc
  .record({ members: fc.integer({ min: 1, max: 6 }), witness: fc.boolean(), strict: fc.boolean() })
  .chain((shape) =>
    fc
      .record({
        servers: fc.tuple(...Array.from({ length: shape.members }, (_, s) => server(s, shape))),
        databases: databases(shape),
      })
      .map((content): Design => ({
        format: 'dagwright/1',
        name: 'Random',
        exchange: { version: '2016' },
        datacenters: [{ name: 'A' }, { name: 'B' }],
        hardware: [{ name: 'H', cores: 20, physical: true, memoryGB: 128 }],
        mailboxTiers: profiles,
        dags: [{ name: 'D', ...(shape.witness && { witness: { server: 'FS' } }), ...content }],
      })),
  );

function server(s: number, { strict }: Shape): fc.Arbitrary<Server> {
  return fc
    .record({
      datacenter: fc.constantFrom('A', 'B'),
      limit: fc.oneof(
        fc.constant({}),
        fc.integer({ min: 0, max: 4 }).map((maximumActiveDatabases) => ({ maximumActiveDatabases })),
      ),
      databaseCopyAutoActivationPolicy: fc.constantFrom(...policies),
    })
    .map(({ datacenter, limit, databaseCopyAutoActivationPolicy }) => ({
      name: `S${s}`,
      datacenter,
      hardware: 'H',
      volumes: [{ name: 'V0' }, { name: 'V1' }],
      ...(strict && { databaseCopyAutoActivationPolicy, ...limit }),
    }));
}

function databases({ members }: Shape): fc.Arbitrary<Database[]> {
  const database = fc.record({
    light: fc.integer({ min: 0, max: 500 }),
    heavy: fc.integer({ min: 0, max: 500 }),
    order: fc.shuffledSubarray(Array.from({ length: members }, (_, s) => s)),
    lagged: fc.boolean(),
    suspended: fc.integer({ min: 0, max: 9 }),
    volumes: fc.array(fc.constantFrom('V0', 'V1', undefined), { minLength: members, maxLength: members }),
  });
  return fc.array(database, { maxLength: 8 }).map((list) =>
    list.map(({ light, heavy, order, lagged, suspended, volumes }, d) => ({
      name: `DB${list.length - d}`,
      mailboxes: { Light: light, Heavy: heavy },
      copies: order.map((at, p) => ({
        server: `S${at}`,
        activationPreference: p + 1,
        replayLagHours: lagged && p === order.length - 1 ? 168 : 0,
        activationSuspended: p === suspended,
        ...(volumes[p] !== undefined && { volume: volumes[p] }),
      })),
    })),
  );
}

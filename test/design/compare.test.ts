import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../planner/design/compare.ts';
import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import { pointer } from '../../planner/design/pointer.ts';
import type { Design } from '../../planner/design/types.ts';

const base: Design = {
  format: 'dagwright/1',
  name: 'Pair',
  ruleset: 'pa-2016',
  'x-note': { by: ['me'] },
  exchange: { version: '2016', cumulativeUpdate: 23 },
  coexistence: [],
  datacenters: [{ name: 'East', adSite: 'E' }, { name: 'West' }, { name: 'North', role: 'witness' }],
  links: [{ from: 'East', to: 'West', roundTripMs: 20 }],
  pairs: [
    {
      name: 'P1',
      datacenters: ['East', 'West'],
      namespaces: [{ host: 'mail.contoso.com', protocols: ['http', 'smtp'], model: 'unbound' }],
      loadBalancer: { layer: 7 },
      officeOnline: [{ host: 'oos.contoso.com', nodes: [{ name: 'O1' }, { name: 'O2' }] }],
    },
  ],
  hardware: [{ name: 'R740xd', cores: 24, dataDisk: { capacityGB: 8000 } }],
  mailboxTiers: [{ name: 'Standard', mailboxes: 1000 }],
  dags: [
    {
      name: 'DAG1',
      pair: 'P1',
      administrativeAccessPoint: null,
      witness: { server: 'W1', datacenter: 'North' },
      networks: [{ name: 'MapiNet', gbps: 10 }],
      servers: ['EX01', 'EX02', 'EX03'].map((name, i) => ({
        name,
        datacenter: i < 2 ? 'East' : 'West',
        hardware: 'R740xd',
        volumes: [
          { name: 'V01', role: 'data' as const },
          { name: 'V02', role: 'spare' as const },
        ],
      })),
      databases: [
        {
          name: 'DB1',
          mailboxes: { Standard: 500 },
          circularLogging: true,
          copies: [
            { server: 'EX01', volume: 'V01', activationPreference: 1, replayLagHours: 0 },
            { server: 'EX03', volume: 'V01', activationPreference: 2, replayLagHours: 168 },
          ],
        },
        { name: 'DB2', copies: [{ server: 'EX02', activationPreference: 1 }] },
      ],
    },
  ],
  waivers: [{ rule: 'bitlocker', subject: 'server:EX01', reason: 'no TPM' }],
};

function edited(...edits: Edit[]): Design {
  return applyCommand(base, { name: 'edit', label: 'Edit', edits }).design;
}

function changes(...edits: Edit[]) {
  return compareDesigns(base, edited(...edits)).map(({ kind, subject, path }) => `${kind} ${subject} ${path}`);
}

describe('compareDesigns(before, after) tells what changed in the words of the domain', () => {
  const dag = '/dags/0';
  it.each<[string, Edit[], string[]]>([
    [
      'a field',
      [{ op: 'set', path: '/hardware/0/cores', value: 28 }],
      ['fieldChanged hardware:R740xd /hardware/0/cores'],
    ],
    [
      'a field inside a group',
      [{ op: 'set', path: '/hardware/0/dataDisk/capacityGB', value: 6000 }],
      ['fieldChanged hardware:R740xd /hardware/0/dataDisk/capacityGB'],
    ],
    [
      'a field of the design',
      [{ op: 'set', path: '/exchange/cumulativeUpdate', value: 22 }],
      ['fieldChanged design /exchange/cumulativeUpdate'],
    ],
    [
      'a field stated',
      [{ op: 'set', path: '/datacenters/1/adSite', value: 'W' }],
      ['fieldStated datacenter:West /datacenters/1/adSite'],
    ],
    ['a field no longer stated', [{ op: 'remove', path: '/ruleset' }], ['fieldNoLongerStated design /ruleset']],
    [
      'an empty list no longer stated',
      [{ op: 'remove', path: '/coexistence' }],
      ['fieldNoLongerStated design /coexistence'],
    ],
    [
      'null no longer stated',
      [{ op: 'remove', path: `${dag}/administrativeAccessPoint` }],
      ['fieldNoLongerStated dag:DAG1 /dags/0/administrativeAccessPoint'],
    ],
    [
      'a server added',
      [{ op: 'insert', path: `${dag}/servers/0`, value: { name: 'EX00' } }],
      ['serverAdded server:EX00 /dags/0/servers/0'],
    ],
    ['a server removed', [{ op: 'remove', path: `${dag}/servers/1` }], ['serverRemoved server:EX02 /dags/0/servers/1']],
    [
      'a server moved',
      [{ op: 'set', path: `${dag}/servers/1/datacenter`, value: 'West' }],
      ['serverMoved server:EX02 /dags/0/servers/1/datacenter'],
    ],
    [
      'a volume',
      [{ op: 'set', path: `${dag}/servers/1/volumes/0/bitLocker`, value: true }],
      ['fieldStated volume:EX02/V01 /dags/0/servers/1/volumes/0/bitLocker'],
    ],
    [
      'a spare removed',
      [{ op: 'remove', path: `${dag}/servers/1/volumes/1` }],
      ['volumeRemoved volume:EX02/V02 /dags/0/servers/1/volumes/1'],
    ],
    [
      'a copy moved',
      [{ op: 'set', path: `${dag}/databases/0/copies/0/server`, value: 'EX02' }],
      ['copyMoved copy:DB1/EX02 /dags/0/databases/0/copies/0'],
    ],
    [
      'a copy on another disk',
      [{ op: 'set', path: `${dag}/databases/0/copies/0/volume`, value: 'V02' }],
      ['copyMoved copy:DB1/EX01 /dags/0/databases/0/copies/0/volume'],
    ],
    [
      'a copy added',
      [{ op: 'insert', path: `${dag}/databases/0/copies/2`, value: { server: 'EX02' } }],
      ['copyAdded copy:DB1/EX02 /dags/0/databases/0/copies/2'],
    ],
    [
      'a preference',
      [{ op: 'set', path: `${dag}/databases/0/copies/1/activationPreference`, value: 3 }],
      ['preferenceChanged copy:DB1/EX03 /dags/0/databases/0/copies/1/activationPreference'],
    ],
    [
      'a lag',
      [{ op: 'set', path: `${dag}/databases/0/copies/1/replayLagHours`, value: 24 }],
      ['lagChanged copy:DB1/EX03 /dags/0/databases/0/copies/1/replayLagHours'],
    ],
    [
      'mailboxes',
      [{ op: 'set', path: `${dag}/databases/0/mailboxes/Standard`, value: 499 }],
      ['fieldChanged database:DB1 /dags/0/databases/0/mailboxes/Standard'],
    ],
    [
      'the sides of a pair',
      [{ op: 'set', path: '/pairs/0/datacenters', value: ['West', 'East'] }],
      ['fieldChanged pair:P1 /pairs/0/datacenters'],
    ],
    ['a waiver', [{ op: 'remove', path: '/waivers/0' }], ['waiverRemoved design /waivers/0']],
    [
      'a link',
      [{ op: 'set', path: '/links/0/roundTripMs', value: 30 }],
      ['fieldChanged link:East/West /links/0/roundTripMs'],
    ],
    [
      'a farm’s node',
      [{ op: 'remove', path: '/pairs/0/officeOnline/0/nodes/1' }],
      ['officeOnlineNodeRemoved pair:P1 /pairs/0/officeOnline/0/nodes/1'],
    ],
  ])('%s', (_title, edits, expected) => {
    expect(changes(...edits)).toEqual(expected);
  });

  it('gives what was before and what is after', () => {
    const [change] = compareDesigns(base, edited({ op: 'set', path: '/hardware/0/cores', value: 28 }));
    expect(change).toMatchObject({ before: 24, after: 28 });
    const [moved] = compareDesigns(
      base,
      edited({ op: 'set', path: '/dags/0/databases/0/copies/0/server', value: 'EX02' }),
    );
    expect(moved).toMatchObject({
      before: { server: 'EX01', volume: 'V01' },
      after: { server: 'EX02', volume: 'V01' },
    });
  });

  it('sees no change in another order of named things, nor in a link told the other way round', () => {
    const shuffled: Design = {
      ...base,
      datacenters: base.datacenters?.toReversed(),
      links: [{ from: 'West', to: 'East', roundTripMs: 20 }],
      dags: base.dags?.map((each) => ({
        ...each,
        servers: each.servers?.toReversed(),
        databases: each.databases
          ?.map((database) => ({ ...database, copies: database.copies?.toReversed() }))
          .reverse(),
      })),
    };
    expect(compareDesigns(base, shuffled)).toEqual([]);
  });

  it('keeps apart two copies of a database on one server', () => {
    const twice = edited({
      op: 'insert',
      path: '/dags/0/databases/0/copies/1',
      value: { server: 'EX01', activationPreference: 9 },
    });
    expect(compareDesigns(base, twice)).toHaveLength(1);
    expect(compareDesigns(twice, twice)).toEqual([]);
  });

  it('finds every single edit, and none in a design and its copy', () => {
    const removable = placesOf(base, '').filter((path) => !['/format', '/name'].includes(path));
    fc.assert(
      fc.property(fc.constantFrom(...removable), fc.boolean(), (path, remove) => {
        const edit: Edit = remove ? { op: 'remove', path } : { op: 'set', path, value: 'other' };
        expect(compareDesigns(base, edited(edit))).not.toEqual([]);
        expect(compareDesigns(edited(edit), base)).not.toEqual([]);
      }),
    );
    expect(compareDesigns(base, structuredClone(base))).toEqual([]);
  });
});

function placesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    path + pointer(key),
    ...placesOf(inner, path + pointer(key)),
  ]);
}

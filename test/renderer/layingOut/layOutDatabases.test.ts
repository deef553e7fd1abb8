import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Dag, Design } from '../../../planner/design/types.ts';
import { validateDesign } from '../../../planner/rules/index.ts';
import { layOutDatabases, roomOf, type Room } from '../../../renderer/layingOut/layOutDatabases.ts';

function withServers(east: number, west: number, dag: Partial<Dag> = {}): Design {
  const servers = Array.from({ length: east + west }, (_, i) => ({
    name: `EX${i + 1}`,
    datacenter: i < east ? 'East' : 'West',
  }));
  return {
    format: 'dagwright/1',
    name: 'By hand',
    datacenters: [{ name: 'East' }, { name: 'West' }],
    pairs: [{ name: 'East-West', datacenters: ['East', 'West'] }],
    dags: [{ name: 'DAG1', pair: 'East-West', servers, ...dag }],
  };
}
const dagOf = ({ dags = [] }: Design): Dag => dags[0] ?? { name: '' };
const room = (design: Design): Room => {
  const found = roomOf(design, dagOf(design));
  if (typeof found === 'string') throw new Error(found);
  return found;
};
function laidOut(design: Design, count: number, copies: 2 | 4): Dag {
  const command = layOutDatabases(design, room(design), count, copies);
  if (typeof command === 'string') throw new Error(command);
  const after = applyCommand(design, command).design;
  expect(checkDesign(after)).toEqual([]);
  const broken = validateDesign(after, { today: '2026-01-31' }).findings.filter(({ severity }) => severity !== 'info');
  expect(broken.map(({ rule }) => rule)).not.toEqual(expect.arrayContaining(['one-active-copy-per-disk']));
  for (const rule of ['even-active-spread', 'four-copies', 'two-copies-per-datacenter', 'unique-preference-per-disk']) {
    if (copies === 4) expect(broken.map((finding) => finding.rule)).not.toContain(rule);
  }
  return dagOf(after);
}

describe('laying out databases', () => {
  it('spreads copies evenly over both datacenters and over as many disks as they need', () => {
    const { servers = [], databases = [] } = laidOut(withServers(4, 4), 24, 4);
    expect(databases).toHaveLength(24);
    expect(databases.map(({ copies }) => copies?.at(-1)?.replayLagHours)).toEqual(Array(24).fill(168));
    expect(servers.map(({ volumes }) => volumes?.length)).toEqual(Array(8).fill(3));
    const two = laidOut(withServers(1, 1), 4, 2);
    expect(two.databases?.map(({ copies }) => copies?.map(({ server }) => server))).toEqual([
      ['EX1', 'EX2'],
      ['EX2', 'EX1'],
      ['EX1', 'EX2'],
      ['EX2', 'EX1'],
    ]);
  });

  it('keeps databases and disks that are there, and shares out the mailboxes', () => {
    const design: Design = {
      ...withServers(2, 2, { databases: [{ name: 'Mail', circularLogging: false }] }),
      mailboxTiers: [{ name: 'Standard', mailboxes: 10 }],
    };
    const { databases = [] } = laidOut(design, 4, 4);
    expect(databases.map(({ name }) => name)).toEqual(['Mail', 'Mail 2', 'Mail 3', 'Mail 4']);
    expect(databases.map(({ mailboxes }) => mailboxes?.['Standard'])).toEqual([3, 2, 3, 2]);
    expect(databases[0]?.circularLogging).toBe(false);
  });

  it.each([
    [withServers(2, 3), 'DAG1 needs as many servers in one datacenter as in the other'],
    [withServers(0, 0), 'DAG1 has no servers'],
    [withServers(2, 2, { pair: undefined, servers: [{ name: 'EX1' }] }), 'EX1 states no datacenter'],
    [
      withServers(1, 1, { databases: [{ name: 'DB1', copies: [{ server: 'EX1' }] }] }),
      'DAG1 has databases with copies already',
    ],
  ])('says what is missing', (design, why) => {
    expect(roomOf(design, dagOf(design))).toBe(why);
  });

  it.each([
    [5, 4, 'The number of databases is a multiple of 4, as many for each of the servers.'],
    [NaN, 4, 'The number of databases is a multiple of 4, as many for each of the servers.'],
    [0, 2, 'The number of databases is a multiple of 4, as many for each of the servers.'],
    [4000, 4, 'At most 1600 databases are laid out at once.'],
  ] as const)('refuses %d databases with %d copies', (count, copies, why) => {
    const design = withServers(2, 2);
    expect(layOutDatabases(design, room(design), count, copies)).toBe(why);
  });

  it('refuses four copies on two servers', () => {
    const design = withServers(1, 1);
    expect(layOutDatabases(design, room(design), 2, 4)).toBe('4 copies need 2 servers in each datacenter.');
  });
});

import { describe, expect, it } from 'vitest';
import type { Dag, Design, Server } from '../../planner/design/types.ts';
import { FailureError, playFailures, type FailoverEvent } from '../../planner/simulate/failover/index.ts';
import { simulateFailover } from '../../planner/simulate/survivors/index.ts';

/** A1, A2, … in A and B1, B2, … in B, a database at home on each, its other copy on the mirror in the other datacenter. */
function mirrored(each: number, change: Partial<Dag> = {}): Design {
  const numbers = Array.from({ length: each }, (_, i) => i + 1);
  const databases = (home: string, away: string) =>
    numbers.map((i) => ({
      name: `DB-${home}${i}`,
      copies: [
        { server: `${home}${i}`, activationPreference: 1 },
        { server: `${away}${i}`, activationPreference: 2 },
      ],
    }));
  const servers = ['A', 'B'].flatMap((site) => numbers.map((i): Server => ({ name: `${site}${i}`, datacenter: site })));
  return {
    format: 'dagwright/1',
    name: 'Mirrored',
    datacenters: [{ name: 'A', adSite: 'Site-A' }, { name: 'B' }, { name: 'W' }],
    pairs: [
      {
        name: 'P',
        datacenters: ['A', 'B'],
        namespaces: [
          { host: 'mail-a', protocols: ['http'], model: 'bound', datacenter: 'A', timeToLiveSeconds: 300 },
          { host: 'mail-b', protocols: ['http'], model: 'bound', datacenter: 'B' },
        ],
      },
    ],
    dags: [
      {
        name: 'D',
        pair: 'P',
        datacenterActivationMode: 'DagOnly',
        witness: { server: 'FSA', datacenter: 'A' },
        alternateWitness: { server: 'FSB', datacenter: 'B' },
        servers,
        databases: [...databases('A', 'B'), ...databases('B', 'A')],
        ...change,
      },
    ],
  };
}

const actives = (design: Design, events: FailoverEvent[]): number[] =>
  simulateFailover(design, events).servers.map(({ activeDatabases }) => activeDatabases);
const lostA: FailoverEvent = { fail: ['datacenter:A'] };

describe('a manual datacenter switchover (facts B6)', () => {
  const design = mirrored(2);

  it('brings everything back in the other datacenter after quorum was lost with the witness', () => {
    expect(simulateFailover(design, [lostA]).counts.offline).toBe(4);
    const { dags, counts } = simulateFailover(design, [lostA, { switchover: 'datacenter:A' }]);
    expect(counts.offline).toBe(0);
    expect(dags[0]).toMatchObject({ hasQuorum: true, votes: 3, votesNeeded: 2 });
    expect(dags[0]?.partitions).toEqual([{ servers: ['B1', 'B2'], votes: 3, holdsWitness: true, hasQuorum: true }]);
  });

  it('without an alternate witness in reach, the last of an even number has no vote', () => {
    const [dag] = simulateFailover(mirrored(2, { alternateWitness: { datacenter: 'A' } }), [
      lostA,
      { switchover: 'datacenter:A' },
    ]).dags;
    expect(dag).toMatchObject({ hasQuorum: true, votes: 1, votesNeeded: 1 });
  });

  it('an odd number of members left needs no witness', () => {
    const [dag] = simulateFailover(mirrored(3), [lostA, { switchover: 'datacenter:A' }]).dags;
    expect(dag).toMatchObject({ votes: 3, votesNeeded: 2, hasQuorum: true });
  });

  it('what is stopped takes no part until it is started again', () => {
    const back: FailoverEvent[] = [lostA, { switchover: 'datacenter:A' }, { heal: ['datacenter:A'] }];
    expect(actives(design, back)).toEqual([0, 0, 2, 2]);
    expect(actives(design, [...back, { switchback: 'datacenter:A' }])).toEqual([1, 1, 1, 1]);
    expect(simulateFailover(design, [...back, { switchback: 'datacenter:A' }]).dags[0]).toMatchObject({
      votes: 5,
      votesNeeded: 3,
    });
  });

  it('tells the steps in their order, with their commands', () => {
    const { switchovers } = simulateFailover(design, [lostA, { switchover: 'datacenter:A' }]);
    expect(switchovers.map(({ dag, datacenter, kind }) => [dag, datacenter, kind])).toEqual([['D', 'A', 'switchover']]);
    expect(switchovers[0]?.steps.map(({ command }) => command)).toEqual([
      "Stop-DatabaseAvailabilityGroup 'D' -ActiveDirectorySite 'Site-A' -ConfigurationOnly",
      "Stop-DatabaseAvailabilityGroup 'D' -ActiveDirectorySite 'Site-A' -ConfigurationOnly",
      'Stop-Service ClusSvc',
      "Restore-DatabaseAvailabilityGroup 'D' -ActiveDirectorySite 'B'",
      null,
      null,
    ]);
    expect(switchovers[0]?.steps[3]?.what).toContain('with the alternate witness FSB');
    expect(switchovers[0]?.steps[5]?.what).toBe(
      'Point mail-a at the other datacenter; clients follow once its time to live is over, 300 s.',
    );
  });

  it('servers that still run are stopped themselves, and blocked ones are named', () => {
    const blocked = mirrored(1, {
      servers: [
        { name: 'A1', datacenter: 'A' },
        { name: 'B1', datacenter: 'B', databaseCopyAutoActivationPolicy: 'Blocked' },
      ],
    });
    const { switchovers, counts } = simulateFailover(blocked, [{ switchover: 'datacenter:A' }]);
    const steps = switchovers[0]?.steps ?? [];
    expect(steps[0]?.command).toBe("Stop-DatabaseAvailabilityGroup 'D' -ActiveDirectorySite 'Site-A'");
    expect(steps.find(({ command }) => command === 'Move-ActiveMailboxDatabase')?.what).toContain('not on B1');
    expect(counts.offline).toBe(1);
  });

  it('without the activation mode the steps begin with a warning', () => {
    const { switchovers } = simulateFailover(mirrored(2, { datacenterActivationMode: 'Off' }), [
      lostA,
      { switchover: 'datacenter:A' },
    ]);
    expect(switchovers[0]?.steps[0]?.command).toBe('net start clussvc /forcequorum');
  });

  it('says where nothing can be restored or started', () => {
    const nothing = simulateFailover(design, [lostA, { fail: ['datacenter:B'] }, { switchover: 'datacenter:A' }]);
    expect(nothing.notes).toEqual(['D has no member up outside A; nothing can be restored there.']);
    expect(nothing.switchovers).toEqual([]);
    expect(nothing.counts.offline).toBe(4);
    expect(simulateFailover(design, [{ switchback: 'datacenter:B' }]).notes).toEqual([
      'D has no stopped member in B; nothing is started.',
    ]);
    expect(() => simulateFailover(design, [{ switchover: 'server:A1' }])).toThrow(
      'This happens to a datacenter, and server:A1 is none.',
    );
    expect(() => simulateFailover(design, [{ switchover: 'datacenter:X' }])).toThrow(FailureError);
  });
});

describe('a monitoring responder (facts B2.5)', () => {
  const design = mirrored(2);

  it('moves the databases of a server to servers in better health, and they stay off it', () => {
    expect(actives(design, [{ respond: ['server:A1'] }])).toEqual([0, 1, 2, 1]);
    expect(actives(design, [{ respond: ['server:A1'] }, { fail: ['server:A2'] }])).toEqual([0, 0, 2, 2]);
    expect(actives(design, [{ respond: ['server:A1'] }, { heal: ['server:A1'] }])).toEqual([1, 1, 1, 1]);
  });

  it('where no server is in better health, they stay where they are', () => {
    expect(actives(design, [{ respond: ['server:A1', 'server:B1'] }])).toEqual([1, 1, 1, 1]);
    expect(actives(design, [{ fail: ['server:B1'] }, { respond: ['server:A1'] }])).toEqual([2, 1, 0, 1]);
  });

  it('a degraded server still takes what has no other copy', () => {
    expect(actives(design, [{ respond: ['server:A1'] }, { fail: ['server:B1'] }])).toEqual([2, 1, 0, 1]);
  });

  it('happens to servers only', () => {
    expect(() => simulateFailover(design, [{ respond: ['datacenter:A'] }])).toThrow(FailureError);
  });
});

describe('datacenter activation coordination of two members (facts B5.3)', () => {
  const pair = mirrored(1, { witness: { server: 'FS', datacenter: 'W' } });
  const mounts = (events: FailoverEvent[]) => playFailures(pair, events).dags[0]?.serverMounts.join('');
  const alone: FailoverEvent[] = [{ fail: ['server:A1'] }, { fail: ['server:B1'] }];

  it('a member that restarts alone mounts where the witness has run all the time', () => {
    expect(mounts([...alone, { heal: ['server:B1'] }])).toBe('01');
  });

  it('and waits for the other where the witness has started since', () => {
    const both: FailoverEvent[] = [...alone, { fail: ['witness:D'] }, { heal: ['witness:D'] }];
    expect(mounts([...both, { heal: ['server:B1'] }])).toBe('00');
    expect(mounts([...both, { heal: ['server:B1'] }, { heal: ['server:A1'] }])).toBe('11');
  });

  it('a witness that started before the member got leave does not count', () => {
    const before: FailoverEvent[] = [
      { fail: ['witness:D'] },
      { heal: ['witness:D'] },
      { fail: ['server:B1'] },
      { heal: ['server:B1'] },
    ];
    expect(mounts([...before, ...alone, { heal: ['server:B1'] }])).toBe('01');
  });
});

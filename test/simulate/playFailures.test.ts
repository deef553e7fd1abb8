import { describe, expect, it } from 'vitest';
import type { Dag, DatabaseCopy, Design, Server } from '../../planner/design/types.ts';
import {
  FailureError,
  placeDatabases,
  type FailoverOptions,
  type FailureEvent,
} from '../../planner/simulate/failover/index.ts';
import { simulateFailover } from '../../planner/simulate/survivors/index.ts';
import { fullBlock } from '../../planner/layout/index.ts';
import { calculatorDesign } from '../sizing/calculatorDesign.ts';

const tier = { name: 'T', mailboxes: 4500, messagesPerDay: 200, quotaMB: 10240 };

/** n + n servers 0-0-0 …, 0-1-0 … in A and B, with the witness in a third site unless told otherwise. */
function paDesign(n: number, databases: number, change: Partial<Dag> = {}): Design {
  const design = calculatorDesign({ tiers: [tier], dags: 1, serversPerDatacenter: n, databasesPerDag: databases });
  return {
    ...design,
    datacenters: [...(design.datacenters ?? []), { name: 'W' }],
    pairs: [
      { name: 'P', datacenters: ['A', 'B'], namespaces: [{ host: 'mail', protocols: ['http'], model: 'unbound' }] },
    ],
    dags: design.dags?.map((dag) => ({ ...dag, pair: 'P', witness: { datacenter: 'W' }, ...change })) ?? [],
  };
}

function withServers(design: Design, change: (server: Server) => Partial<Server>): Design {
  return mapDag(design, (dag) => ({
    ...dag,
    servers: dag.servers?.map((server) => ({ ...server, ...change(server) })) ?? [],
  }));
}

function withCopies(design: Design, change: (copy: DatabaseCopy) => Partial<DatabaseCopy>): Design {
  return mapDag(design, (dag) => ({
    ...dag,
    databases: (dag.databases ?? []).map((database) => ({
      ...database,
      copies: (database.copies ?? []).map((copy) => ({ ...copy, ...change(copy) })),
    })),
  }));
}

function mapDag(design: Design, change: (dag: Dag) => Dag): Design {
  return { ...design, dags: (design.dags ?? []).map(change) };
}

const fail = (...selectors: string[]): FailureEvent[] => selectors.map((selector) => ({ fail: [selector] }));
const active = (design: Design, events: FailureEvent[], options?: FailoverOptions): number[] =>
  simulateFailover(design, events, options).servers.map(({ activeDatabases }) => activeDatabases);
const places = (design: Design, events: FailureEvent[], options?: FailoverOptions): (string | null)[] =>
  simulateFailover(design, events, options).databases.map(({ activeOn }) => activeOn);

describe('full blocks of 2n(n - 1) databases (facts C5)', () => {
  it.each([
    // n, databases, active, one lost: local and remote, two of one datacenter: local and remote, one of each, datacenter, and one more
    [2, 4, 1, [2, 1], [[], [2]], 2, 2, 1],
    [3, 12, 2, [3, 2], [[4], [2, 3]], 3, 4, 2],
    [4, 24, 3, [4, 3], [[5], [3, 4]], 4, 6, 3],
    [5, 40, 4, [5, 4], [[6], [4, 5]], 5, 8, 4],
    [6, 60, 5, [6, 5], [[7], [5, 6]], 6, 10, 5],
    [7, 84, 6, [7, 6], [[8], [6, 7]], 7, 12, 6],
    [8, 112, 7, [8, 7], [[9], [7, 8]], 8, 14, 7],
  ] as const)(
    '%i + %i servers, %i databases',
    (n, databases, a, [local, remote], [twoLocal, twoRemote], mixed, site, lagged) => {
      expect(fullBlock(n)).toBe(databases);
      const design = paDesign(n, databases);
      const sides = (...selectors: string[]) => {
        const counts = active(design, fail(...selectors));
        const distinct = (from: number[]) => [...new Set(from)].filter((count) => count > 0).sort((x, y) => x - y);
        return { local: distinct(counts.slice(0, n)), remote: distinct(counts.slice(n)) };
      };
      expect(sides()).toEqual({ local: [a], remote: [a] });
      expect(sides('server:0-0-0')).toEqual({ local: [local], remote: [remote] });
      expect(sides('server:0-0-0', 'server:0-0-1')).toEqual({ local: twoLocal, remote: twoRemote });
      expect(sides('server:0-0-0', 'server:0-1-0')).toEqual({ local: [mixed], remote: [mixed] });
      expect(sides('datacenter:A')).toEqual({ local: [], remote: [site] });
      const worst = simulateFailover(design, fail('datacenter:A', 'server:0-1-0'));
      expect(worst.counts).toEqual({ offline: 0, laggedOnly: lagged });
      expect(worst.dags[0]?.hasQuorum).toBe(true);
    },
  );

  it.each([2, 3, 4, 5, 6, 7, 8])('%i + %i servers: the same losses at once lose quorum and everything', (n) => {
    const design = paDesign(n, fullBlock(n));
    const { dags, counts } = simulateFailover(design, [{ fail: ['datacenter:A', 'server:0-1-0'] }]);
    expect(dags[0]).toMatchObject({ hasQuorum: false, votes: n, votesNeeded: n + 1 });
    expect(counts.offline).toBe(fullBlock(n));
  });

  it('the lagged copies left are down where they are suspended for activation', () => {
    const design = withCopies(paDesign(4, 24), ({ replayLagHours = 0 }) => ({
      activationSuspended: replayLagHours > 0,
    }));
    expect(simulateFailover(design, fail('datacenter:A', 'server:0-1-0')).counts).toEqual({
      offline: 3,
      laggedOnly: 0,
    });
  });
});

describe('playFailures in order', () => {
  const design = paDesign(2, 4);

  it('agrees with placeDatabases after one event without limits', () => {
    for (const selector of ['server:0-0-0', 'datacenter:B', 'disk:0-0-1/V0', 'copy:DB0-000/0-0-0']) {
      const expected = placeDatabases(design, [selector]).databases.map(({ activeOn }) => activeOn);
      expect(places(design, fail(selector))).toEqual(expected);
    }
  });

  it('the side without quorum goes offline, and its databases activate on the other', () => {
    const { servers, counts, dags } = simulateFailover(design, fail('link:A/B'));
    expect(servers.map(({ up, activeDatabases }) => [up, activeDatabases])).toEqual([
      [true, 2],
      [true, 2],
      [true, 0],
      [true, 0],
    ]);
    expect(counts.offline).toBe(0);
    expect(dags[0]?.partitions).toEqual([
      { servers: ['0-0-0', '0-0-1'], votes: 3, holdsWitness: true, hasQuorum: true },
      { servers: ['0-1-0', '0-1-1'], votes: 2, holdsWitness: false, hasQuorum: false },
    ]);
  });

  it('databases return to their preferred copies, unless the DAG does not move them', () => {
    const events: FailureEvent[] = [{ fail: ['server:0-0-0'] }, { heal: ['server:0-0-0'] }];
    expect(places(design, events)).toEqual(places(design, []));
    const stays = paDesign(2, 4, { preferenceMoveFrequencyHours: null });
    expect(places(stays, events)).toEqual(places(stays, fail('server:0-0-0')));
  });

  it('nothing returns to a server that blocks activation', () => {
    const blocked = withServers(design, ({ name }) =>
      name === '0-0-0' ? { databaseCopyAutoActivationPolicy: 'Blocked' } : {},
    );
    expect(places(blocked, [{ fail: ['server:0-0-0'] }, { heal: ['server:0-0-0'] }])[0]).toBe('0-0-1');
  });

  it('IntrasiteOnly asks for the site that the database comes from', () => {
    const intrasite = withServers(design, () => ({ databaseCopyAutoActivationPolicy: 'IntrasiteOnly' }));
    expect(places(intrasite, fail('server:0-0-0'))).toEqual(['0-0-1', '0-0-1', '0-1-0', '0-1-1']);
    expect(simulateFailover(intrasite, fail('datacenter:A')).counts.offline).toBe(2);
  });

  it('a server that is full takes no more, in name order', () => {
    const full = withServers(design, ({ name }) => (name === '0-0-1' ? { maximumActiveDatabases: 1 } : {}));
    expect(places(full, fail('server:0-0-0'))).toEqual(['0-1-0', '0-0-1', '0-1-0', '0-1-1']);
  });

  it('the preferred limit moves databases on only where it is asked for, and never keeps one offline', () => {
    const soft = withServers(design, () => ({ maximumPreferredActiveDatabases: 1 }));
    expect(active(soft, fail('server:0-0-0'))).toEqual([0, 2, 1, 1]);
    const asked = { keepsPreferredLimit: true };
    const roomy = withServers(soft, ({ name }) => (name === '0-1-0' ? { maximumPreferredActiveDatabases: 2 } : {}));
    expect(active(roomy, fail('server:0-0-0'), asked)).toEqual([0, 1, 2, 1]);
    expect(simulateFailover(soft, fail('datacenter:A'), asked).counts.offline).toBe(0);
  });

  it('best copy selection sees queues: a copy that misses logs is passed over', () => {
    const copyStates = new Map([['copy:DB0-000/0-0-1', { copyQueue: 20 }]]);
    expect(places(design, fail('server:0-0-0'), { copyStates })[0]).toBe('0-1-0');
  });

  it('tells what changes nothing, and plays on', () => {
    const events: FailureEvent[] = [
      ...fail('datacenter:A', 'server:0-0-0', 'disk:0-0-0/V0', 'datacenter:A'),
      { heal: ['server:0-1-0'] },
    ];
    const outcome = simulateFailover(design, events);
    expect(outcome.notes).toEqual([
      'server:0-0-0 is out of service already, with datacenter:A; it stays so.',
      'volume:0-0-0/V0 is out of service already, with server:0-0-0; it stays so.',
      'datacenter:A is out of service already; it stays so.',
      'server:0-1-0 has not failed by itself; nothing heals.',
    ]);
    expect(outcome.databases).toEqual(simulateFailover(design, fail('datacenter:A')).databases);
  });

  it('datacenter activation coordination: after a cold start nothing mounts until all members are reached', () => {
    const events: FailureEvent[] = [
      { fail: ['datacenter:A', 'datacenter:B'] },
      { heal: ['datacenter:A'] },
      { heal: ['datacenter:B'] },
    ];
    const offline = (mode: 'Off' | 'DagOnly', until: number) =>
      simulateFailover(paDesign(2, 4, { datacenterActivationMode: mode }), events.slice(0, until)).counts.offline;
    expect([offline('Off', 2), offline('DagOnly', 2), offline('DagOnly', 3)]).toEqual([0, 4, 0]);
    const one: FailureEvent[] = [{ fail: ['server:0-0-0'] }, { heal: ['server:0-0-0'] }];
    expect(active(paDesign(2, 4, { datacenterActivationMode: 'DagOnly' }), one)).toEqual([1, 1, 1, 1]);
  });

  it('a failed spare, a DAG without databases and a database without copies change nothing', () => {
    const spare = withServers(design, ({ volumes = [] }) => ({ volumes: [...volumes, { name: 'S', role: 'spare' }] }));
    expect(places(spare, fail('disk:0-0-0/S'))).toEqual(places(design, []));
    expect(simulateFailover(paDesign(2, 4, { databases: [] }), fail('server:0-0-0')).counts.offline).toBe(0);
    const bare = paDesign(2, 4, { databases: [{ name: 'X' }] });
    expect(simulateFailover(bare, []).databases).toEqual([
      { name: 'X', dag: 'DAG0', activeOn: null, activationPreference: null, lagged: false },
    ]);
  });

  it.each(['server:EX99', 'link:A/X', 'link:A/A', 'witness:X', 'tier:T', 'nonsense'])('refuses %s', (selector) => {
    expect(() => simulateFailover(design, fail(selector))).toThrow(FailureError);
  });
});

describe('the load on who is left', () => {
  const design = paDesign(2, 4);

  it('counts copies and mailboxes, and CPU and memory follow', () => {
    const before = simulateFailover(design, []).servers[1];
    const after = simulateFailover(design, fail('server:0-0-0')).servers[1];
    if (!before || !after) throw new Error('no server');
    expect(before).toMatchObject({ activeDatabases: 1, passiveCopies: 3, mailboxes: 1125, clientShare: 0.25 });
    expect(after).toMatchObject({ activeDatabases: 2, passiveCopies: 2, mailboxes: 2250, clientShare: 0.5 });
    expect(after.cpuUtilization).toBeGreaterThan(before.cpuUtilization ?? Infinity);
    expect(after.iops).toBe(before.iops);
  });

  it('a failed disk takes its copies and their I/O along', () => {
    const [server] = simulateFailover(design, fail('disk:0-0-0/V0')).servers;
    expect(server).toMatchObject({ up: true, activeDatabases: 0, passiveCopies: 0, iops: 0, cpuUtilization: 0 });
  });

  it('half of the client traffic is proxied between datacenters, none where one is left (facts A2.4)', () => {
    expect(simulateFailover(design, []).pairs).toEqual([{ name: 'P', proxiedShare: 0.5 }]);
    expect(simulateFailover(design, fail('datacenter:A')).pairs).toEqual([{ name: 'P', proxiedShare: 0 }]);
  });

  it('says null where the design does not state what a figure needs', () => {
    const unknown = {
      ...design,
      hardware: [],
      dags: design.dags?.map((dag) => ({ ...dag, servers: dag.servers?.map(({ name }) => ({ name })) })),
    } as Design;
    const [server] = simulateFailover({ ...unknown, pairs: [] }, []).servers;
    expect(server).toMatchObject({ cpuUtilization: null, memoryRequiredGB: null, clientShare: null });
  });
});

describe('a published deployment of 12 servers and 216 databases (facts WE4)', () => {
  it('carries at most 26 after two losses in one datacenter, where the averaging formula says 25', () => {
    const design = paDesign(6, 216);
    const largest = (...selectors: string[]): number => Math.max(...active(design, fail(...selectors)));
    const pairs = [1, 2, 3, 4, 5].map((other) => largest('server:0-0-0', `server:0-0-${other}`));
    expect([largest(), largest('server:0-0-0'), Math.max(...pairs)]).toEqual([18, 22, 26]);
    const more = [0, 1, 2, 3, 4, 5].map((other) => largest('datacenter:A', `server:0-1-${other}`));
    expect([largest('datacenter:A'), Math.max(...more)]).toEqual([36, 44]);
  });
});

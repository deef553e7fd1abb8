import { describe, expect, it } from 'vitest';
import type { Design, Server } from '../../planner/design/types.ts';
import { playFailures, type FailureEvent } from '../../planner/simulate/failover/index.ts';

interface Members {
  readonly a: number;
  readonly b: number;
  /** Where the witness stands; undefined: there is none. */
  readonly witness?: string;
  readonly operatingSystem?: Server['operatingSystem'];
}

function cluster({ a, b, witness, operatingSystem }: Members): Design {
  const servers = [...names('A', a), ...names('B', b)].map((name): Server => ({
    name,
    datacenter: name.charAt(0),
    ...(operatingSystem && { operatingSystem }),
  }));
  return {
    format: 'dagwright/1',
    name: 'Quorum',
    datacenters: [{ name: 'A' }, { name: 'B' }, { name: 'W' }],
    pairs: [{ name: 'P', datacenters: ['A', 'B'] }],
    dags: [{ name: 'D', pair: 'P', ...(witness !== undefined && { witness: { datacenter: witness } }), servers }],
  };
}

function names(site: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${site}${i + 1}`);
}

const inSuccession = (...selectors: string[]): FailureEvent[] => selectors.map((selector) => ({ fail: [selector] }));
const atOnce = (...selectors: string[]): FailureEvent[] => [{ fail: selectors }];
const servers = (...list: string[]): string[] => list.map((name) => `server:${name}`);

function quorum(members: Members, events: FailureEvent[], options = {}) {
  const [dag] = playFailures(cluster(members), events, options).dags;
  if (!dag) throw new Error('no DAG');
  const side = dag.partitions.find(({ hasQuorum }) => hasQuorum)?.servers[0]?.charAt(0) ?? null;
  return { side, votes: dag.votes, votesNeeded: dag.votesNeeded };
}

describe('quorum of n + n members (facts B4)', () => {
  const third = { a: 4, b: 4, witness: 'W' };
  const inA = { a: 4, b: 4, witness: 'A' };
  const inB = { a: 4, b: 4, witness: 'B' };
  const none = { a: 4, b: 4 };
  it.each<[string, Members, FailureEvent[], ReturnType<typeof quorum>]>([
    ['all up: the witness votes', third, [], { side: 'A', votes: 9, votesNeeded: 5 }],
    ['all up without a witness: one member has no vote', none, [], { side: 'A', votes: 7, votesNeeded: 4 }],
    ['witness in a third site, A lost', third, atOnce('datacenter:A'), { side: 'B', votes: 5, votesNeeded: 3 }],
    ['witness in a third site, B lost', third, atOnce('datacenter:B'), { side: 'A', votes: 5, votesNeeded: 3 }],
    ['witness in the lost datacenter', inA, atOnce('datacenter:A'), { side: null, votes: 4, votesNeeded: 5 }],
    ['witness in the surviving datacenter', inB, atOnce('datacenter:A'), { side: 'B', votes: 5, votesNeeded: 3 }],
    [
      'the link cut: the first datacenter holds the lock',
      third,
      atOnce('link:A/B'),
      { side: 'A', votes: 5, votesNeeded: 3 },
    ],
    ['the link cut, witness in B: A cannot reach it', inB, atOnce('link:B/A'), { side: 'B', votes: 5, votesNeeded: 3 }],
    [
      'the links of A cut: B has the witness alone',
      third,
      atOnce('link:A/B', 'link:A/W'),
      { side: 'B', votes: 5, votesNeeded: 3 },
    ],
    [
      'witness lost, then the link: A has four votes of seven',
      third,
      inSuccession('witness:D', 'link:A/B'),
      { side: 'A', votes: 3, votesNeeded: 2 },
    ],
    [
      'witness and datacenter at once',
      third,
      atOnce('witness:D', 'datacenter:A'),
      { side: null, votes: 4, votesNeeded: 5 },
    ],
    [
      'witness, then the datacenter with more votes',
      third,
      inSuccession('witness:D', 'datacenter:A'),
      { side: null, votes: 3, votesNeeded: 4 },
    ],
    [
      'witness, then the datacenter with fewer votes',
      third,
      inSuccession('witness:D', 'datacenter:B'),
      { side: 'A', votes: 3, votesNeeded: 2 },
    ],
    [
      'four members at once',
      third,
      atOnce(...servers('A1', 'A2', 'B1', 'B2')),
      { side: 'A', votes: 5, votesNeeded: 3 },
    ],
    [
      'five members at once',
      third,
      atOnce(...servers('A1', 'A2', 'A3', 'B1', 'B2')),
      { side: null, votes: 4, votesNeeded: 5 },
    ],
    [
      'five members in succession',
      third,
      inSuccession(...servers('A1', 'A2', 'A3', 'B1', 'B2')),
      { side: 'A', votes: 3, votesNeeded: 2 },
    ],
    [
      'a datacenter and two of three more',
      third,
      inSuccession('datacenter:A', ...servers('B1', 'B2')),
      { side: 'B', votes: 3, votesNeeded: 2 },
    ],
    [
      'down to the last member',
      third,
      inSuccession('datacenter:A', ...servers('B1', 'B2', 'B3')),
      { side: 'B', votes: 1, votesNeeded: 1 },
    ],
    ['everything', third, inSuccession('dag:D'), { side: null, votes: 0, votesNeeded: 5 }],
    [
      'two members without a witness: the one with the vote lost',
      { a: 1, b: 1 },
      atOnce('server:A1'),
      { side: null, votes: 0, votesNeeded: 1 },
    ],
    [
      'two members without a witness: the one without a vote lost',
      { a: 1, b: 1 },
      atOnce('server:B1'),
      { side: 'A', votes: 1, votesNeeded: 1 },
    ],
    [
      'two members and a witness: one lost',
      { a: 1, b: 1, witness: 'W' },
      atOnce('server:A1'),
      { side: 'B', votes: 1, votesNeeded: 1 },
    ],
    [
      'five members: the witness has no vote, two at once',
      { a: 3, b: 2, witness: 'W' },
      atOnce(...servers('A1', 'A2')),
      { side: 'A', votes: 3, votesNeeded: 2 },
    ],
    [
      'five members: three at once',
      { a: 3, b: 2, witness: 'W' },
      atOnce(...servers('A1', 'A2', 'A3')),
      { side: null, votes: 2, votesNeeded: 3 },
    ],
    ['one server', { a: 1, b: 0 }, [], { side: 'A', votes: 1, votesNeeded: 1 }],
    [
      'Windows Server 2012: the witness votes with an odd number too',
      { ...third, operatingSystem: 'WS2012' },
      atOnce('server:A1'),
      { side: 'A', votes: 8, votesNeeded: 5 },
    ],
  ])('%s', (_, members, events, expected) => {
    expect(quorum(members, events)).toEqual(expected);
  });

  it('lets the side that holds the lock be told', () => {
    expect(quorum(third, atOnce('link:A/B'), { lockDatacenter: 'B' }).side).toBe('B');
  });

  it('static votes: half of the members is the end, in succession too', () => {
    const lose = (...list: string[]) => quorum(third, inSuccession(...servers(...list)), { dynamicVotes: false });
    expect(lose('A1', 'A2', 'A3', 'A4')).toEqual({ side: 'B', votes: 9, votesNeeded: 5 });
    expect(lose('A1', 'A2', 'A3', 'A4', 'B1')).toEqual({ side: null, votes: 4, votesNeeded: 5 });
  });

  it('regains quorum when the members with votes are back, and forgets the cut when the link is', () => {
    const events: FailureEvent[] = [{ fail: ['datacenter:A', 'witness:D'] }, { heal: ['datacenter:A'] }];
    expect(quorum(third, events)).toEqual({ side: 'A', votes: 7, votesNeeded: 4 });
    const [dag] = playFailures(cluster(third), [{ fail: ['link:A/B'] }, { heal: ['link:A/B'] }]).dags;
    expect(dag?.partitions.map((partition) => partition.servers.length)).toEqual([8]);
    expect(dag?.votes).toBe(9);
  });

  it('gives the lock to the side that has a majority with it', () => {
    const members = { ...third, operatingSystem: 'WS2012' as const };
    expect(quorum(members, inSuccession('server:A1', 'link:A/B')).side).toBe('B');
  });

  it.each([2, 3, 4, 5, 6, 7, 8])(
    '%i + %i members and a witness lose half of the members at once, and no more (facts B4.3)',
    (n) => {
      const members = { a: n, b: n, witness: 'W' };
      const all = servers(...names('A', n), ...names('B', n));
      const isLeft = (lost: number) => quorum(members, atOnce(...all.slice(0, lost))).side !== null;
      expect([isLeft(n), isLeft(n + 1)]).toEqual([true, false]);
      expect(quorum(members, atOnce('witness:D', ...all.slice(0, n - 1))).side).not.toBeNull();
      expect(quorum(members, atOnce('witness:D', ...all.slice(0, n))).side).toBeNull();
    },
  );
});

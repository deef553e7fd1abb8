import { describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import { placeDatabases } from '../../planner/simulate/failover/index.ts';
import { activationCounts, sizeDesign } from '../../planner/sizing/index.ts';
import { calculatorDesign } from './calculatorDesign.ts';

const design = (serversPerDatacenter: number, databasesPerDag: number): Design =>
  calculatorDesign({
    tiers: [{ name: 'T', mailboxes: 6000, messagesPerDay: 100, quotaMB: 4096 }],
    dags: 1,
    serversPerDatacenter,
    databasesPerDag,
  });
const counts = (of: Design) => activationCounts(of).map(({ layout, formula }) => [layout, formula]);

describe('the most databases that a server activates, by the layout and by the closed formula', () => {
  it('are the same for a full block (facts C5)', () => {
    expect(counts(design(4, 72))).toEqual([
      [9, 9],
      [12, 12],
      [15, 15],
      [18, 18],
      [24, 24],
    ]);
  });

  it('differ for 12 servers and 216 databases with two servers of one datacenter lost, and it is said why (WE4)', () => {
    const published = activationCounts(design(6, 216));
    expect(published.map(({ layout, formula }) => [layout, formula])).toEqual([
      [18, 18],
      [22, 22],
      [26, 25],
      [36, 36],
      [44, 44],
    ]);
    expect(published.map(({ why }) => why !== null)).toEqual([false, false, true, false, false]);
    expect(published[2]).toMatchObject({ mode: 'twoServers', why: expect.stringContaining('evenly') as string });
    expect(published[2]?.failed).toHaveLength(2);
  });

  it('are those of the layout alone where the formulas do not know the shape', () => {
    const even = design(4, 72);
    const [dag] = even.dags ?? [];
    const servers = (dag?.servers ?? []).map((server, i) => (i === 7 ? { ...server, datacenter: 'A' } : server));
    expect(activationCounts({ ...even, dags: dag ? [{ ...dag, servers }] : [] }).map(({ formula }) => formula)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it('count databases, not what they weigh: most may be active in another failure than the heaviest', () => {
    const even = design(3, 18);
    const weights = [1, 1, 900, 1, 700, 2, 3, 800, 1, 1, 700, 5, 2, 1, 1, 1, 300, 1];
    const dags = (even.dags ?? []).map((dag) => ({
      ...dag,
      databases: (dag.databases ?? []).map((database, i) => ({ ...database, mailboxes: { T: weights[i] ?? 0 } })),
    }));
    const unequal = { ...even, dags };
    const { figures } = sizeDesign(unequal);
    const members = dags.flatMap(({ servers = [] }) => servers);
    const pairs = members.flatMap((one) => members.map((other) => [one, other] as const));
    for (const { name } of members) {
      const counts = pairs
        .filter(([one, other]) => one !== other && one.datacenter === other.datacenter)
        .filter((pair) => pair.every((failed) => failed.name !== name))
        .map((pair) =>
          placeDatabases(
            unequal,
            pair.map((failed) => `server:${failed.name}` as const),
          ),
        )
        .map(({ activeDatabases }) => activeDatabases.get(name) ?? 0);
      const found = figures.find(
        ({ id, subject }) => id === 'activeDatabases.twoServers' && subject === `server:${name}`,
      );
      expect([name, found?.value]).toEqual([name, Math.max(...counts)]);
    }
  });

  it('are none for a DAG without servers', () => {
    expect(activationCounts({ format: 'dagwright/1', name: 'Empty', dags: [{ name: 'D' }] })).toEqual([]);
  });
});

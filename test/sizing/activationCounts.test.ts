import { describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import { activationCounts } from '../../planner/sizing/index.ts';
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

  it('are none for a DAG without servers', () => {
    expect(activationCounts({ format: 'dagwright/1', name: 'Empty', dags: [{ name: 'D' }] })).toEqual([]);
  });
});

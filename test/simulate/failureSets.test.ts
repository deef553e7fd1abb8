import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import { failureSets, mostSets, simulateFailover } from '../../planner/simulate/survivors/index.ts';
import { everySet, plainFailure, type PlainDag } from '../oracle/failover.ts';
import { calculatorDesign } from '../sizing/calculatorDesign.ts';
import { plainDag } from './plainDag.ts';
import { randomDag } from './randomDag.ts';
import { flat, plainSize } from './setFigures.ts';

const published = calculatorDesign({
  tiers: [{ name: 'T', mailboxes: 4500, messagesPerDay: 200, quotaMB: 10240 }],
  dags: 1,
  serversPerDatacenter: 4,
  databasesPerDag: 72,
});
const withWitness: Design = {
  ...published,
  dags: (published.dags ?? []).map((dag) => ({ ...dag, witness: { server: 'FS' } })),
};

/** Every size from none to all servers, by the oracle. */
function plainSizes(dag: PlainDag, atOnce: boolean) {
  const n = dag.servers.length;
  return Array.from({ length: n + 1 }, (_, failed) => {
    const outcomes = everySet(n, n)
      .filter((set) => set.length === failed)
      .map((set) => plainFailure(dag, set, atOnce));
    return plainSize(failed, outcomes);
  });
}

describe('failureSets(design, { upTo })', () => {
  it('agrees with plain brute force on every set of thousands of random DAGs', () => {
    fc.assert(
      fc.property(randomDag, fc.boolean(), (design, atOnce) => {
        const dag = plainDag(design);
        const { sizes } = failureSets(design, { upTo: dag.servers.length, atOnce });
        const [fast, plain] = [flat(sizes), flat(plainSizes(dag, atOnce))];
        // Sums of the same loads in another order differ in the last digits.
        const differ = fast.findIndex((value, i) => !(Math.abs(value - (plain[i] ?? NaN)) < 1e-9));
        if (fast.length !== plain.length || differ !== -1) expect(fast).toEqual(plain);
      }),
      { numRuns: 2000 },
    );
  });

  it('names a set that reaches each figure', () => {
    fc.assert(
      fc.property(randomDag, (design) => {
        const dag = plainDag(design);
        const numbers = new Map((design.dags?.[0]?.servers ?? []).map(({ name }, s) => [name, s]));
        const played = (set: readonly string[]) =>
          plainFailure(
            dag,
            set.map((name) => numbers.get(name) ?? -1),
            false,
          );
        for (const { worst } of failureSets(design, { upTo: dag.servers.length }).sizes) {
          expect(played(worst.causes.offline).offline).toBe(worst.offline);
          expect(played(worst.causes.laggedOnly).laggedOnly).toBe(worst.laggedOnly);
          expect(Math.max(...played(worst.causes.activeDatabases).active)).toBe(worst.activeDatabases);
          expect(played(worst.servers).utilization).toBeCloseTo(worst.cpuUtilization ?? NaN, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the losses played in order, where nothing limits or forbids activation', () => {
    for (const { worst } of failureSets(withWitness, { upTo: 5 }).sizes) {
      const { servers } = simulateFailover(
        withWitness,
        worst.causes.memoryRequiredGB.map((name) => ({ fail: [`server:${name}`] })),
      );
      expect(Math.max(...servers.map(({ memoryRequiredGB }) => memoryRequiredGB ?? 0))).toBeCloseTo(
        worst.memoryRequiredGB ?? NaN,
        9,
      );
      const heaviest = simulateFailover(
        withWitness,
        worst.servers.map((name) => ({ fail: [`server:${name}`] })),
      );
      expect(Math.max(...heaviest.servers.map(({ cpuUtilization }) => cpuUtilization ?? NaN))).toBeCloseTo(
        worst.cpuUtilization ?? NaN,
        9,
      );
    }
  });

  it('knows the published layout: up to 12 with one server lost, 15 with two', () => {
    const { sizes } = failureSets(withWitness, { upTo: 5 });
    expect(sizes.map(({ sets }) => sets)).toEqual([1, 8, 28, 56, 70, 56]);
    expect(sizes.slice(0, 3).map(({ worst }) => worst.activeDatabases)).toEqual([9, 12, 15]);
    expect(sizes.slice(0, 3).map(({ worst }) => worst.offline)).toEqual([0, 0, 0]);
  });

  it('in succession the witness keeps quorum to the last server, at once half of the members is the end', () => {
    const isOver = (atOnce: boolean) =>
      failureSets(withWitness, { upTo: 5, atOnce }).sizes.map(({ mean }) => mean.offline === 72);
    expect(isOver(false)).toEqual([false, false, false, false, false, false]);
    expect(isOver(true)).toEqual([false, false, false, false, false, true]);
  });

  it('takes several DAGs as one: all their sets, the worst of both', () => {
    const [dag] = withWitness.dags ?? [];
    if (!dag) throw new Error('The design has no DAG.');
    const small = { name: 'Small', servers: [{ name: 'X1' }], databases: [{ name: 'X', copies: [{ server: 'X1' }] }] };
    const { sizes, dags } = failureSets({ ...withWitness, dags: [dag, small] }, { upTo: 2 });
    expect(dags.map(({ name, sizes: own }) => [name, own.length])).toEqual([
      [dag.name, 3],
      ['Small', 2],
    ]);
    expect(sizes.map(({ sets }) => sets)).toEqual([2, 9, 28]);
    expect(sizes[1]?.worst).toMatchObject({ offline: 1, activeDatabases: 12, causes: { offline: ['X1'] } });
    expect(sizes[1]?.mean.offline).toBeCloseTo(1 / 9);
  });

  it('says null where the design does not state what the processors need', () => {
    const { sizes } = failureSets({ ...withWitness, hardware: [] }, { upTo: 1 });
    expect(sizes[1]).toMatchObject({ worst: { cpuUtilization: null, memoryRequiredGB: null, activeDatabases: 12 } });
    expect(sizes[1]?.worst.servers).toHaveLength(1);
    expect(failureSets({ format: 'dagwright/1', name: 'Empty' }, { upTo: 3 })).toEqual({ sizes: [], dags: [] });
  });

  it('refuses more sets than it can play in a moment', () => {
    const many = { name: 'D', servers: Array.from({ length: 40 }, (_, s) => ({ name: `S${s}` })) };
    const design: Design = { format: 'dagwright/1', name: 'Many', dags: [many] };
    expect(() => failureSets(design, { upTo: 40 })).toThrow(String(mostSets));
    expect(failureSets(design, { upTo: 2 }).sizes.map(({ sets }) => sets)).toEqual([1, 40, 780]);
  });
});

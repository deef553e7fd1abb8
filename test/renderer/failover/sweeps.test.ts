import { describe, expect, it } from 'vitest';
import { largestDesign } from '../../../bench/largest.ts';
import { simulateFailover } from '../../../planner/simulate/survivors/index.ts';
import { largestSize, oneDag, pairEvents, pairsOf, setsOf } from '../../../renderer/failover/sweeps/sweeps.ts';
import { sample } from '../sample.ts';

describe('the sweeps of one DAG', () => {
  const design = largestDesign(2);

  it.each(['succession', 'atOnce'] as const)('play each pair as a click on both does, %s', (order) => {
    const row = pairsOf(design, { dag: 'DAG2', server: 'EX1-015', order });
    expect(row.map(({ servers }) => servers)).toEqual([
      ['EX1-015', 'EX1-015'],
      ['EX1-015', 'EX1-016'],
    ]);
    const clicked = simulateFailover(design, pairEvents('EX1-015', 'EX1-016', order));
    const left = clicked.servers.filter(({ dag, up }) => dag === 'DAG2' && up);
    expect(row[1]).toMatchObject({
      worst: { cpu: Math.max(...left.map(({ cpuUtilization }) => cpuUtilization ?? 0)) },
      activeDatabases: Math.max(...left.map(({ activeDatabases }) => activeDatabases)),
      ...clicked.counts,
    });
  });

  it('hold the worst pair of servers, which the sets of two say too', () => {
    const servers = design.dags?.[0]?.servers ?? [];
    const pairs = servers.flatMap(({ name }) => pairsOf(design, { dag: 'DAG1', server: name, order: 'succession' }));
    const worst = Math.max(...pairs.map((pair) => pair.worst?.cpu ?? 0));
    const two = setsOf(design, { dag: 'DAG1', upTo: 2, order: 'succession' })[2];
    expect(pairs).toHaveLength(16 + 120);
    expect(two).toMatchObject({ failed: 2, sets: 120 });
    expect(two?.worst.cpuUtilization).toBeCloseTo(worst, 9);
  });

  it('know an unknown DAG as one without servers', () => {
    expect(oneDag(sample, 'Gone').dags).toEqual([]);
    expect(pairsOf(sample, { dag: 'Gone', server: 'EX01', order: 'succession' })).toEqual([]);
  });

  it('are of every size for a DAG that is supported, and of as many as a moment allows for a larger one', () => {
    expect([1, 2, 16].map(largestSize)).toEqual([1, 2, 16]);
    expect(largestSize(40)).toBe(4);
  });
});

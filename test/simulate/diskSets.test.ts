import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import {
  CancelledError,
  diskSets,
  inOneGo,
  inParts,
  mostSets,
  simulateFailover,
  type Progress,
} from '../../planner/simulate/survivors/index.ts';
import { everySet, plainDiskFailure } from '../oracle/failover.ts';
import { calculatorDesign } from '../sizing/calculatorDesign.ts';
import { diskSelectors, plainDag } from './plainDag.ts';
import { randomDag } from './randomDag.ts';
import { flat, plainSize } from './setFigures.ts';

/** 4 + 4 servers, 72 databases, nine disks of four copies on each server. */
const published = calculatorDesign({
  tiers: [{ name: 'T', mailboxes: 4500, messagesPerDay: 200, quotaMB: 10240 }],
  dags: 1,
  serversPerDatacenter: 4,
  databasesPerDag: 72,
});

const sets = (design: Design, upTo: number) => inOneGo(diskSets(design, upTo));

describe('diskSets(design, upTo)', () => {
  it('agrees with plain brute force on every disk, pair and three of disks of random DAGs', () => {
    fc.assert(
      fc.property(randomDag, (design) => {
        const dag = plainDag(design);
        const disks = diskSelectors(design);
        const all = everySet(disks.length, 3);
        const plain = Array.from({ length: Math.min(3, disks.length) + 1 }, (_, failed) =>
          plainSize(
            failed,
            all.filter((set) => set.length === failed).map((set) => plainDiskFailure(dag, set)),
          ),
        );
        const [fast, slow] = [flat(sets(design, 3).sizes), flat(plain)];
        // Sums of the same loads in another order differ in the last digits.
        const differ = fast.findIndex((value, i) => !(Math.abs(value - (slow[i] ?? NaN)) < 1e-9));
        if (fast.length !== slow.length || differ !== -1) expect(fast).toEqual(slow);
      }),
      { numRuns: 500 },
    );
  });

  it('names a set that reaches each figure, which the failures played give too', () => {
    for (const { failed, worst } of sets(published, 2).sizes) {
      const played = (set: readonly string[]) => simulateFailover(published, [{ fail: set }]);
      expect(worst.disks).toHaveLength(failed);
      const { servers } = played(worst.disks);
      expect(Math.max(...servers.map(({ cpuUtilization }) => cpuUtilization ?? NaN))).toBeCloseTo(
        worst.cpuUtilization ?? NaN,
        9,
      );
      const most = played(worst.causes.activeDatabases).servers.map(({ activeDatabases }) => activeDatabases);
      expect(Math.max(...most)).toBe(worst.activeDatabases);
      expect(played(worst.causes.offline).counts.offline).toBe(worst.offline);
    }
  });

  it('the published layout: one active database on each disk, and no pair of disks reaches a lagged copy', () => {
    const { sizes, dags } = sets(published, 2);
    expect(sizes.map((size) => size.sets)).toEqual([1, 72, 2556]);
    expect(sizes.map(({ worst }) => worst.activeDatabases)).toEqual([9, 10, 11]);
    expect(sizes.map(({ worst }) => [worst.offline, worst.laggedOnly])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(dags).toEqual([{ name: 'DAG0', sizes }]);
  });

  it('two disks that hold every highly available copy leave the lagged one, or nothing', () => {
    const copies = [
      { server: 'X1', volume: 'V', activationPreference: 1 },
      { server: 'X2', volume: 'V', activationPreference: 2 },
    ];
    const lagged = { server: 'X3', volume: 'V', activationPreference: 3, replayLagHours: 168 };
    const design: Design = {
      format: 'dagwright/1',
      name: 'Three',
      dags: [
        {
          name: 'D',
          servers: ['X1', 'X2', 'X3'].map((name) => ({ name, volumes: [{ name: 'V' }, { name: 'S', role: 'spare' }] })),
          databases: [
            { name: 'A', copies: [...copies, lagged] },
            { name: 'B', copies },
          ],
        },
      ],
    };
    const pairs = sets(design, 2).sizes[2];
    expect(pairs).toMatchObject({
      sets: 3,
      worst: {
        cpuUtilization: null,
        offline: 1,
        laggedOnly: 1,
        causes: { offline: ['volume:X1/V', 'volume:X2/V'], laggedOnly: ['volume:X1/V', 'volume:X2/V'] },
      },
    });
    expect(pairs?.mean.offline).toBeCloseTo(1 / 3);
  });

  it('a design without disks, databases or servers has the one empty set', () => {
    expect(sets({ format: 'dagwright/1', name: 'Empty' }, 2)).toEqual({ sizes: [], dags: [] });
    const bare: Design = { format: 'dagwright/1', name: 'Bare', dags: [{ name: 'D' }] };
    expect(sets(bare, 2).sizes.map((size) => size.sets)).toEqual([1]);
  });

  it('refuses more sets than it can play', () => {
    expect(() => sets(published, 5)).toThrow(String(mostSets));
  });
});

describe('in parts', () => {
  const pause = () => Promise.resolve();

  it('tells how far it has come, pauses there, and ends with the same', async () => {
    const told: Progress[] = [];
    let pauses = 0;
    const result = await inParts(diskSets(published, 3), {
      pause: () => Promise.resolve(void pauses++),
      onProgress: (progress) => void told.push(progress),
    });
    expect(result).toEqual(sets(published, 3));
    expect(told.length).toBeGreaterThan(3);
    expect(pauses).toBe(told.length);
    expect(told.every(({ all }) => all === 1 + 72 + 2556 + 59640)).toBe(true);
    expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
  });

  it('ends where it is cancelled', async () => {
    const controller = new AbortController();
    let reports = 0;
    const cancelled = inParts(diskSets(published, 3), {
      pause,
      signal: controller.signal,
      onProgress: () => {
        if (++reports === 2) controller.abort();
      },
    });
    await expect(cancelled).rejects.toThrow(CancelledError);
    expect(reports).toBe(2);
  });
});

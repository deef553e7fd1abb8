import { describe, expect, it } from 'vitest';
import { copyOrder, fullBlock, type CopyRow } from '../../planner/layout/copyOrder.ts';
import { volumeOrder } from '../../planner/layout/volumeOrder.ts';
import { failureCounts } from '../oracle/failureCounts.ts';

const sizes = [2, 3, 4, 5, 6, 7, 8];

/** Rows as the published tables print them: servers 1…n in the first datacenter, n+1…2n in the second. */
function printed(rows: readonly CopyRow[], n: number): string[] {
  return rows.map((row) => row.map(({ datacenter, server }) => datacenter * n + server + 1).join('>'));
}

describe('copyOrder(servers, databases)', () => {
  it('gives the rows the calculator published for 4 + 4 servers, again and again every 24', () => {
    const published = [
      '1>2>5>6', '2>3>6>7', '3>4>7>8', '4>1>8>5', '5>7>1>3', '6>8>2>4', '7>5>3>1', '8>6>4>2',
      '1>4>5>8', '2>1>6>5', '3>2>7>6', '4>3>8>7', '5>6>1>2', '6>7>2>3', '7>8>3>4', '8>5>4>1',
      '1>3>5>7', '2>4>6>8', '3>1>7>5', '4>2>8>6', '5>8>1>4', '6>5>2>1', '7>6>3>2', '8>7>4>3',
    ]; // prettier-ignore
    expect(printed(copyOrder(4, 72), 4)).toEqual([...published, ...published, ...published]);
  });

  it('gives the rows the calculator published for 2 + 2 servers', () => {
    expect(printed(copyOrder(2, 8), 2)).toEqual([
      '1>2>3>4', '2>1>4>3', '3>4>1>2', '4>3>2>1',
      '1>2>3>4', '2>1>4>3', '3>4>1>2', '4>3>2>1',
    ]); // prettier-ignore
  });

  it('lays two copies out as a pair of mirrors', () => {
    expect(printed(copyOrder(2, 4, 2), 2)).toEqual(['1>3', '2>4', '3>1', '4>2']);
  });

  it.each(sizes)('gives %i + %i servers the same number of each preference, whatever the multiple', (n) => {
    for (let pairs = 1; pairs <= 25; pairs++) {
      const held = new Map<string, number>();
      for (const row of copyOrder(n, 2 * n * pairs)) {
        row.forEach(({ datacenter, server }, preference) => {
          const key = `${datacenter}/${server}/${preference}`;
          held.set(key, (held.get(key) ?? 0) + 1);
        });
      }
      expect(held.size).toBe(2 * n * 4);
      expect(new Set(held.values())).toEqual(new Set([pairs]));
    }
  });

  it.each(sizes)('puts each preference once on every volume of %i + %i servers, whatever the multiple', (n) => {
    for (let pairs = 1; pairs <= 25; pairs++) {
      const rows = copyOrder(n, 2 * n * pairs);
      const volumes = volumeOrder(rows);
      const preferences = new Map<string, number[]>();
      rows.forEach((row, d) =>
        row.forEach(({ datacenter, server }, i) => {
          const key = `${datacenter}/${server}/${volumes[d]?.[i]}`;
          preferences.set(key, [...(preferences.get(key) ?? []), i + 1]);
        }),
      );
      expect(preferences.size).toBe(2 * n * pairs);
      for (const held of preferences.values()) expect(held.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    }
  });

  it.each(sizes)('leaves the neighbours of any failed server of %i + %i within one active database', (n) => {
    for (let pairs = 1; pairs <= 25; pairs++) {
      const rows = copyOrder(n, 2 * n * pairs);
      for (let failed = 0; failed < 2 * n; failed++) {
        const { active } = failureCounts(rows, n, [failed]);
        const home = failed < n ? 0 : 1;
        const survivors = active.filter((_, s) => s !== failed && Math.floor(s / n) === home);
        expect(Math.max(...survivors) - Math.min(...survivors)).toBeLessThanOrEqual(1);
      }
    }
  });

  /** Facts C5: [n, databases, active, one lost local/remote, two lost in one datacenter local, remote, two lost one per datacenter, datacenter lost, lagged only after datacenter + 1]. */
  it.each([
    [2, 4, 1, 2, 1, null, [2, 2], 2, 2, 1],
    [3, 12, 2, 3, 2, 4, [2, 3], 3, 4, 2],
    [4, 24, 3, 4, 3, 5, [3, 4], 4, 6, 3],
    [5, 40, 4, 5, 4, 6, [4, 5], 5, 8, 4],
    [6, 60, 5, 6, 5, 7, [5, 6], 6, 10, 5],
    [7, 84, 6, 7, 6, 8, [6, 7], 7, 12, 6],
    [8, 112, 7, 8, 7, 9, [7, 8], 8, 14, 7],
  ] as const)('meets the published table of failures with a full block for %i + %i servers', (...row) => {
    const [n, databases, active, local, remote, twoLocal, twoRemote, onePerDatacenter, datacenter, laggedOnly] = row;
    expect(fullBlock(n)).toBe(databases);
    const rows = copyOrder(n, databases);
    const range = (failed: number[], side: 0 | 1): [number, number] => {
      const left = failureCounts(rows, n, failed).active.filter(
        (_, s) => !failed.includes(s) && Math.floor(s / n) === side,
      );
      return [Math.min(...left), Math.max(...left)];
    };
    const first = Array.from({ length: n }, (_, s) => s);
    expect(range([], 0)).toEqual([active, active]);
    for (const failed of first) {
      expect(range([failed], 0)).toEqual([local, local]);
      expect(range([failed], 1)).toEqual([remote, remote]);
      for (const other of first.filter((s) => s > failed)) {
        if (twoLocal !== null) expect(range([failed, other], 0)).toEqual([twoLocal, twoLocal]);
        expect(range([failed, other], 1)).toEqual(twoRemote);
      }
      for (const other of first) {
        const one = range([failed, n + other], 0);
        const two = range([failed, n + other], 1);
        expect(Math.max(one[1], two[1])).toBe(onePerDatacenter);
      }
    }
    expect(range(first, 1)).toEqual([datacenter, datacenter]);
    for (const more of first) {
      expect(failureCounts(rows, n, [...first, n + more]).laggedOnly).toBe(laggedOnly);
    }
  });

  it.each([
    [4, 10, 4, 'not a multiple of 8'],
    [1, 2, 4, 'need at least 2 servers'],
    [4, 8, 3, 'only 2 or 4'],
    [4, Number.NaN, 4, 'not a multiple'],
  ])('refuses %i servers with %i databases of %i copies', (servers, databases, copies, message) => {
    expect(() => copyOrder(servers, databases, copies)).toThrow(message);
  });
});

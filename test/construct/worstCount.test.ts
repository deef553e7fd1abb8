import { describe, expect, it } from 'vitest';
import { worstCount } from '../../planner/construct/worstCount.ts';
import { failureModes } from '../../planner/simulate/failover/index.ts';
import { copyOrder } from '../../planner/layout/copyOrder.ts';
import { failureCounts } from '../oracle/failureCounts.ts';

/** Every failure of a mode, as server numbers. */
function failures(mode: (typeof failureModes)[number], n: number): number[][] {
  const all = Array.from({ length: 2 * n }, (_, s) => s);
  const datacenters = [all.slice(0, n), all.slice(n)];
  switch (mode) {
    case 'normal':
      return [[]];
    case 'oneServer':
      return all.map((s) => [s]);
    case 'twoServers':
      return datacenters.flatMap((own) => own.flatMap((a) => own.filter((b) => b > a).map((b) => [a, b])));
    case 'datacenter':
      return datacenters;
    case 'datacenterAndOneServer':
      return datacenters.flatMap((own) => all.filter((s) => !own.includes(s)).map((s) => [...own, s]));
  }
}

describe('worstCount(mode, servers, active, copies)', () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('is what playing every failure of %i + %i servers finds', (n) => {
    for (const mode of failureModes) {
      for (let active = 1; active <= 25; active += active < 9 ? 1 : 4) {
        const rows = copyOrder(n, 2 * n * active);
        const played = Math.max(...failures(mode, n).flatMap((failed) => failureCounts(rows, n, failed).active));
        expect([mode, active, worstCount(mode, n, active, 4)]).toEqual([mode, active, played]);
      }
    }
  });

  it.each([1, 2, 5])('is what playing every failure of two copies on %i + %i servers finds', (n) => {
    for (const mode of failureModes) {
      if (n === 1 && mode === 'twoServers') continue;
      const rows = copyOrder(n, 2 * n * 3, 2);
      const played = Math.max(...failures(mode, n).flatMap((failed) => failureCounts(rows, n, failed).active));
      expect([mode, worstCount(mode, n, 3, 2)]).toEqual([
        mode,
        Math.max(played, mode === 'datacenterAndOneServer' ? 6 : 0),
      ]);
    }
  });
});

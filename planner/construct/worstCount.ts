import { neighbourOffset } from '../layout/copyOrder.ts';
import type { FailureMode } from '../simulate/failover/failureModes.ts';

/**
 * The most databases active on one server of a symmetric DAG in `copyOrder`, in the worst failure of a mode. What the
 * simulator finds by playing every failure, counted from the order itself; lagged copies activate as a last resort.
 * @param servers servers per datacenter (n)
 * @param active databases active on each server in the normal state
 */
export function worstCount(mode: FailureMode, servers: number, active: number, copies: number): number {
  const neighbours = neighbourCounts(servers, active, copies);
  const byHome = neighbours.map((counts) => counts.toSorted((a, b) => b - a));
  const most = (taken: number): number =>
    Math.max(...byHome.map((counts) => counts.slice(0, taken).reduce((sum, count) => sum + count, 0)));
  if (mode === 'normal') return active;
  if (copies === 2 || mode === 'datacenter') return 2 * active;
  switch (mode) {
    case 'oneServer':
      return active + most(1);
    case 'twoServers':
      return servers === 2 ? 2 * active : active + most(2);
    case 'datacenterAndOneServer': {
      const [home = [], away = []] = neighbours;
      return 2 * active + Math.max(...home.map((count, offset) => count + (away[offset] ?? 0)));
    }
  }
}

/** For each home datacenter, how many databases of a server have their second copy each number of servers further. */
function neighbourCounts(servers: number, active: number, copies: number): number[][] {
  const counts = [0, 1].map(() => new Array<number>(Math.max(1, servers - 1)).fill(0));
  if (copies === 2) return counts;
  for (let group = 0; group < 2 * active; group++) {
    const offsets = counts[group % 2];
    const offset = neighbourOffset(servers, group) - 1;
    if (offsets) offsets[offset] = (offsets[offset] ?? 0) + 1;
  }
  return counts;
}

import { databaseCosts, type OracleTier } from './sizing.ts';

export interface OracleServer {
  readonly cores: number;
  readonly memoryGB: number;
  readonly dataBays: number;
  readonly diskGB: number;
  readonly diskIOPS: number;
}

const defaults = { overhead: 0, free: 0.05, ioOverhead: 0.2, moves: 0.01, tolerance: 3, lagDays: 7 };

/** Databases active on the fullest server when a datacenter and one more server are lost, played on the facts' layout rule. */
function worstActive(n: number, active: number): number {
  let worst = 0;
  for (const lost of [0, 1]) {
    for (let more = 0; more < n; more++) {
      const carried = new Array<number>(n).fill(0);
      for (let group = 0; group < 2 * active; group++) {
        const home = group % 2;
        // For odd n every n − 1 groups move one offset further, so that both homes meet every offset.
        const turn = n % 2 === 1 ? Math.floor(group / (n - 1)) : 0;
        const offset = 1 + ((group + turn) % (n - 1));
        for (let p = 0; p < n; p++) {
          const second = (p + offset) % n;
          const order = [
            [home, p],
            [home, second],
            [1 - home, p],
            [1 - home, second],
          ] as const;
          const up = order.find(([datacenter, server]) => datacenter !== lost && server !== more);
          if (up) carried[up[1]] = (carried[up[1]] ?? 0) + 1;
        }
      }
      worst = Math.max(worst, ...carried);
    }
  }
  return worst;
}

/**
 * The fewest servers that carry one tier of mailboxes in the failure of a datacenter and one more server, found by
 * trying every shape. @param whole counts every database as full as the fullest one
 */
export function fewestServers(tier: OracleTier, server: OracleServer, whole: boolean, mostDags: number): number {
  let best = Infinity;
  for (let n = 2; n <= 8; n++) {
    for (let dags = 1; dags <= mostDags; dags++) {
      if (2 * n * dags >= best) break;
      for (let volumes = 1; volumes <= Math.min(25, server.dataBays); volumes++) {
        const share = tier.mailboxes / (2 * n * volumes * dags);
        const mailboxes = whole ? Math.ceil(share) : share;
        const cost = databaseCosts([{ ...tier, mailboxes }], defaults);
        if (cost.sizeGB > 2000 || cost.volumeGB > (server.diskGB * 1e9) / 2 ** 30) continue;
        if (4 * cost.iops > server.diskIOPS) continue;
        const active = worstActive(n, volumes);
        const busy = (active * cost.active + (4 * volumes - active) * cost.passive) / (server.cores * 2000);
        if (busy > 0.8) continue;
        const cacheGB = Math.ceil((active * mailboxes * tier.messagesPerDay * 0.06) / 1024);
        if (4 * cacheGB + 2 + server.cores * 0.4 > server.memoryGB) continue;
        best = Math.min(best, 2 * n * dags);
      }
    }
  }
  return best;
}

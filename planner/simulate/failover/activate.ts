import type { CopyTable } from './copyTable.ts';

/** What is out of service: 1 for each failed server, and the copies lost with a disk. */
export interface Outage {
  readonly serverDown: Uint8Array;
  /** By candidate, as in `CopyTable.candidates`. */
  readonly copyLost?: Uint8Array;
}

/**
 * Best copy selection with healthy copies and empty queues (facts B2.8). A database whose home copy is up stays there.
 * The others activate in name order, each on its best candidate that is up, not blocked and on a server with room
 * (`maximumActiveDatabases`, the hard limit); the lagged copy comes last (facts B2.6). The soft limit
 * `maximumPreferredActiveDatabases` moves nothing here.
 * @param chosen receives, per database, the index of the active candidate, or -1 where nothing mounts
 */
export function activate(table: CopyTable, outage: Outage, chosen: Int32Array, activeOnServer: Int32Array): void {
  const { firstCandidate, candidateServer, automatic, maximumActive, activationOrder } = table;
  const { serverDown, copyLost } = outage;
  activeOnServer.fill(0);
  chosen.fill(-1);
  const mounts = (candidate: number): boolean => {
    const server = candidateServer[candidate] ?? -1;
    if (serverDown[server] === 1 || copyLost?.[candidate] === 1) return false;
    const active = activeOnServer[server] ?? 0;
    if (active >= (maximumActive[server] ?? Infinity)) return false;
    activeOnServer[server] = active + 1;
    return true;
  };
  for (const database of activationOrder) {
    const home = firstCandidate[database] ?? 0;
    if (home < (firstCandidate[database + 1] ?? 0) && mounts(home)) chosen[database] = home;
  }
  for (const database of activationOrder) {
    if (chosen[database] !== -1) continue;
    const end = firstCandidate[database + 1] ?? 0;
    for (let candidate = (firstCandidate[database] ?? 0) + 1; candidate < end; candidate++) {
      if (automatic[candidate] === 1 && mounts(candidate)) {
        chosen[database] = candidate;
        break;
      }
    }
  }
}

import replicationCatalog from '../../../catalog/replication.json' with { type: 'json' };
import { isLagged } from '../failover/index.ts';
import type { Played } from './played.ts';

/** A lagged copy, and how long it takes to make it current. */
export interface LaggedCopy {
  readonly database: string;
  readonly server: string;
  /** Logs that wait for their lag to pass. */
  readonly logsInQueue: number;
  /** Hours to play them down, at two logs a second (facts A8.8). */
  readonly playDownHours: number;
}

/** The lagged copies that take logs, by database. */
export function laggedCopies({ streams }: Pick<Played, 'streams'>): LaggedCopy[] {
  const { logsPerSecond } = replicationCatalog.playDown;
  return streams
    .flat()
    .filter(({ target }) => isLagged(target))
    .map(({ database, target, logsPerDay }) => {
      const logsInQueue = (logsPerDay * (target.replayLagHours ?? 0)) / 24;
      return {
        database: database.name,
        server: target.server,
        logsInQueue,
        playDownHours: logsInQueue / logsPerSecond / 3600,
      };
    });
}

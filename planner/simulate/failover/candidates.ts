import { subject, type Subject } from '../../design/subject.ts';
import type { Server } from '../../design/types.ts';
import type { CopyCandidate, CopyState, ServerHealth } from './bestCopy.ts';
import { isLagged, type CopyTable } from './copyTable.ts';

/** What is known of copies and servers; what is left out is healthy and has no queue. */
export interface KnownHealth {
  /** By `copy:` selector. */
  readonly copyStates?: ReadonlyMap<Subject, Partial<CopyState>>;
  /** By server name. */
  readonly serverHealth?: ReadonlyMap<string, ServerHealth>;
}

/** A copy as best copy selection sees it. */
export interface Candidate extends CopyCandidate {
  /** Index into `CopyTable.candidates`. */
  readonly index: number;
  /** Index into `CopyTable.servers`. */
  readonly at: number;
  readonly server: Server;
}

/** The candidates of a table. A lagged copy has its lag's logs to replay, more than any bound of the criteria (facts B2.6). */
export function describeCandidates(table: CopyTable, { copyStates, serverHealth }: KnownHealth): Candidate[] {
  return table.candidates.flatMap(({ value: copy, database }, index) => {
    const at = table.candidateServer[index] ?? -1;
    const server = table.servers[at]?.value;
    if (!server) return [];
    return {
      index,
      at,
      server,
      state: {
        status: 'Healthy',
        copyQueue: 0,
        replayQueue: isLagged(copy) ? Infinity : 0,
        contentIndex: 'Healthy',
        ...copyStates?.get(subject.copy(database.name, server.name)),
      },
      activationPreference: copy.activationPreference ?? (database.copies ?? []).indexOf(copy) + 1,
      mountDial: server.autoDatabaseMountDial ?? 'GoodAvailability',
      health: serverHealth?.get(server.name) ?? 'allHealthy',
    };
  });
}

import type { Subject } from '../../design/subject.ts';
import type { Database } from '../../design/types.ts';
import type { CopyTable } from '../../simulate/failover/copyTable.ts';
import { failureOutcomes, type FailureMode } from '../../simulate/failover/failureModes.ts';
import type { ServerFailure, ServerScope } from './sheet.ts';

/** By failure, told as its failed servers joined, the databases active on each server of a DAG. */
type Active = ReadonlyMap<string, () => readonly (readonly Database[])[]>;

const actives = new WeakMap<CopyTable, Map<FailureMode, Active>>();

/** The databases active on a server in its worst failure of a mode. */
export function activeOn({ server, mode, load }: ServerFailure): readonly Database[] {
  return activeIn(server, mode, load.failed);
}

/** A server in a mode of failure, or in the one by which it is judged. */
export type MemoryCase = ServerFailure | ServerScope;

export function serverOf(of: MemoryCase): ServerScope {
  return 'server' in of ? of.server : of;
}

/** The same for the failure of the mode that needs the most memory; undefined where that is not known. */
export function activeForMemory(
  of: MemoryCase,
): { databases: readonly Database[]; failed: readonly Subject[] } | undefined {
  const server = serverOf(of);
  const mode = 'mode' in of ? of.mode : of.load.judgedMode;
  const failed = server.load.modes[mode]?.memoryFailed;
  return failed && { databases: activeIn(server, mode, failed), failed };
}

/** How a failure is called: its servers, or that nothing failed. */
export function failureText(failed: readonly Subject[]): string {
  return failed.length === 0 ? 'nothing failed' : `${failed.join(' and ')} failed`;
}

function activeIn(
  { table, position }: ServerScope,
  mode: FailureMode,
  failed: readonly Subject[],
): readonly Database[] {
  return activeByFailure(table, mode).get(failed.join())?.()[position] ?? [];
}

function activeByFailure(table: CopyTable, mode: FailureMode): Active {
  let modes = actives.get(table);
  if (!modes) actives.set(table, (modes = new Map<FailureMode, Active>()));
  let known = modes.get(mode);
  if (!known) {
    known = new Map(failureOutcomes(table, mode).map(({ failed, chosen }) => [failed.join(), onDemand(table, chosen)]));
    modes.set(mode, known);
  }
  return known;
}

/** The databases active on each server; found when first asked for, as few failures are the worst of a server. */
function onDemand(table: CopyTable, chosen: Int32Array): () => readonly (readonly Database[])[] {
  let found: Database[][] | undefined;
  return () => {
    if (found) return found;
    const lists = (found = table.servers.map((): Database[] => []));
    table.databases.forEach((database, d) => lists[table.candidateServer[chosen[d] ?? -1] ?? -1]?.push(database));
    return lists;
  };
}

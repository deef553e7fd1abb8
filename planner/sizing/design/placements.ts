import type { Subject } from '../../design/subject.ts';
import type { Database } from '../../design/types.ts';
import type { CopyTable } from '../../simulate/failover/copyTable.ts';
import { forEachFailure, type FailureMode } from '../../simulate/failover/failureModes.ts';
import type { ServerFailure, ServerScope } from './sheet.ts';

/** By failure, told as its failed servers joined, the active candidate of every database of a DAG. */
type Played = ReadonlyMap<string, Int32Array>;

const played = new WeakMap<CopyTable, Map<FailureMode, Played>>();

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

function activeIn({ table, placed }: ServerScope, mode: FailureMode, failed: readonly Subject[]): readonly Database[] {
  const chosen = outcomes(table, mode).get(failed.join());
  const at = table.servers.findIndex(({ value }) => value.name === placed.value.name);
  return table.databases.filter((_, d) => table.candidateServer[chosen?.[d] ?? -1] === at);
}

function outcomes(table: CopyTable, mode: FailureMode): Played {
  const modes = played.get(table) ?? new Map<FailureMode, Played>();
  played.set(table, modes);
  let known = modes.get(mode);
  if (!known) {
    const found = new Map<string, Int32Array>();
    forEachFailure(table, mode, ({ failed, chosen }) => found.set(failed.join(), chosen.slice()));
    modes.set(mode, (known = found));
  }
  return known;
}

import type { Subject } from '../../design/subject.ts';
import type { Database } from '../../design/types.ts';
import type { CopyTable } from '../../simulate/failover/copyTable.ts';
import { forEachFailure, type FailureMode } from '../../simulate/failover/failureModes.ts';
import { cacheGB } from '../memory.ts';
import type { ServerFailure, ServerScope } from './sheet.ts';

/** Where the databases of a DAG are active in one failure. */
interface Played {
  readonly failed: readonly Subject[];
  readonly serverDown: Uint8Array;
  /** By server, the databases active on it. */
  readonly active: readonly (readonly Database[])[];
}

const played = new WeakMap<CopyTable, Map<FailureMode, readonly Played[]>>();

/** The databases active on a server in its worst failure of a mode. */
export function activeOn({ server, mode, load }: ServerFailure): readonly Database[] {
  const failed = load.failed.join();
  const outcome = outcomes(server.table, mode).find((candidate) => candidate.failed.join() === failed);
  return outcome?.active[indexOf(server)] ?? [];
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
  const { memoryNeed } = of.load;
  if (!memoryNeed) return undefined;
  const at = indexOf(server);
  const outcome = outcomes(server.table, 'mode' in of ? of.mode : of.load.judgedMode).find(
    ({ active, serverDown }) =>
      serverDown[at] !== 1 && cacheGB(cacheOf(server, active[at] ?? [])) === memoryNeed.cacheGB,
  );
  return outcome && { databases: outcome.active[at] ?? [], failed: outcome.failed };
}

/** How a failure is called: its servers, or that nothing failed. */
export function failureText(failed: readonly Subject[]): string {
  return failed.length === 0 ? 'nothing failed' : `${failed.join(' and ')} failed`;
}

function outcomes(table: CopyTable, mode: FailureMode): readonly Played[] {
  const modes = played.get(table) ?? new Map<FailureMode, readonly Played[]>();
  played.set(table, modes);
  const known = modes.get(mode);
  if (known) return known;
  const found: Played[] = [];
  forEachFailure(table, mode, ({ failed, serverDown, chosen }) => {
    const active = table.servers.map((): Database[] => []);
    table.databases.forEach((database, d) => active[table.candidateServer[chosen[d] ?? -1] ?? -1]?.push(database));
    found.push({ failed: [...failed], serverDown: serverDown.slice(), active });
  });
  modes.set(mode, found);
  return found;
}

function cacheOf({ sheet }: ServerScope, databases: readonly Database[]): number {
  return databases.reduce((sum, { name }) => sum + (sheet.databases.get(name)?.load?.cacheMB ?? 0), 0);
}

function indexOf({ table, placed }: ServerScope): number {
  return table.servers.findIndex(({ value }) => value.name === placed.value.name);
}

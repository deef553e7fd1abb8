import { subject, type Subject } from '../../design/subject.ts';
import type { DatabaseCopy, Design, Server } from '../../design/types.ts';
import { activate, type Outage } from './activate.ts';
import { copyTables, isLagged, type CopyTable } from './copyTable.ts';
import { FailureError, readSelector } from './selectors.ts';

/** Where one database is active. */
export interface DatabasePlacement {
  readonly database: string;
  readonly dag: string;
  /** The server, or null where no copy mounts. */
  readonly activeOn: string | null;
  /** The active copy's preference; null where none mounts or the design states none. */
  readonly activationPreference: number | null;
  /** Whether the active copy is a lagged one. */
  readonly lagged: boolean;
}

/** Where every database is active, in file order, and how many each server carries. */
export interface Placement {
  readonly databases: readonly DatabasePlacement[];
  /** Active databases by server; failed servers carry none. */
  readonly activeDatabases: ReadonlyMap<string, number>;
  readonly offline: number;
}

/**
 * Where every database activates when some things have failed, quorum aside.
 * @param failed selectors of servers, datacenters, volumes (disks), DAGs or copies
 * @throws FailureError for any other selector; what only quorum and reach depend on is for `playFailures`
 */
export function placeDatabases(design: Design, failed: Iterable<Subject>): Placement {
  const { isDown, isLost } = readFailures(design, failed);
  const databases: DatabasePlacement[] = [];
  const activeDatabases = new Map<string, number>();
  for (const table of copyTables(design)) {
    const outage: Outage = {
      serverDown: Uint8Array.from(table.servers, ({ value }) => (isDown(table, value) ? 1 : 0)),
      copyLost: Uint8Array.from(table.candidates, ({ value, database }) => (isLost(database.name, value) ? 1 : 0)),
    };
    const chosen = new Int32Array(table.databases.length);
    const activeOnServer = new Int32Array(table.servers.length);
    activate(table, outage, chosen, activeOnServer);
    table.servers.forEach(({ value }, s) => activeDatabases.set(value.name, activeOnServer[s] ?? 0));
    table.databases.forEach(({ name }, d) => {
      const copy = table.candidates[chosen[d] ?? -1]?.value;
      databases.push({
        database: name,
        dag: table.dag.name,
        activeOn: copy?.server ?? null,
        activationPreference: copy?.activationPreference ?? null,
        lagged: copy !== undefined && isLagged(copy),
      });
    });
  }
  return { databases, activeDatabases, offline: databases.filter(({ activeOn }) => activeOn === null).length };
}

interface Failures {
  readonly isDown: (table: CopyTable, server: Server) => boolean;
  readonly isLost: (database: string, copy: DatabaseCopy) => boolean;
}

function readFailures(design: Design, failed: Iterable<Subject>): Failures {
  const selected = new Set<Subject>();
  for (const text of failed) {
    const selector = readSelector(design, text);
    if (/^(link|witness):/.test(selector)) throw new FailureError(selector);
    selected.add(selector);
  }
  return {
    isDown: ({ dag }, { name, datacenter }) =>
      selected.has(subject.server(name)) ||
      selected.has(subject.dag(dag.name)) ||
      (datacenter !== undefined && selected.has(subject.datacenter(datacenter))),
    isLost: (database, { server, volume }) =>
      selected.has(subject.copy(database, server)) ||
      (volume !== undefined && selected.has(subject.volume(server, volume))),
  };
}

import { indexDesign } from '../../design/index.ts';
import { parseSubject, type Subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import { activate, type Outage } from './activate.ts';
import { copyTables, isLagged, type CopyTable } from './copyTable.ts';

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

/** A selector that names nothing in the design, or something that cannot fail. */
export class FailureError extends Error {
  constructor(readonly selector: Subject) {
    super(`${selector} is not something of this design that can fail; a server, datacenter, volume, DAG or copy can.`);
    this.name = 'FailureError';
  }
}

/**
 * Where every database activates when some things have failed, quorum aside.
 * @param failed selectors of servers, datacenters, volumes (disks), DAGs or copies
 * @throws FailureError for any other selector
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
  isDown(table: CopyTable, server: { readonly name: string; readonly datacenter?: string }): boolean;
  isLost(database: string, copy: { readonly server: string; readonly volume?: string }): boolean;
}

function readFailures(design: Design, failed: Iterable<Subject>): Failures {
  const index = indexDesign(design);
  const servers = new Set<string>();
  const datacenters = new Set<string>();
  const dags = new Set<string>();
  const volumes = new Set<string>();
  const copies = new Set<string>();
  for (const selector of failed) {
    const parsed = parseSubject(selector);
    const { name, second = '' } = parsed ?? { name: '' };
    const known = (() => {
      switch (parsed?.kind) {
        case 'server':
          return index.servers.has(name) && servers.add(name);
        case 'datacenter':
          return index.datacenters.has(name) && datacenters.add(name);
        case 'dag':
          return index.dags.has(name) && dags.add(name);
        case 'volume':
          return (
            index.servers.get(name)?.volumes.some(({ value }) => value.name === second) === true &&
            volumes.add(`${name}/${second}`)
          );
        case 'copy':
          return (
            index.databases.get(name)?.copies.some(({ value }) => value.server === second) === true &&
            copies.add(`${name}/${second}`)
          );
        default:
          return false;
      }
    })();
    if (known === false) throw new FailureError(selector);
  }
  return {
    isDown: (table, { name, datacenter }) =>
      servers.has(name) || dags.has(table.dag.name) || (datacenter !== undefined && datacenters.has(datacenter)),
    isLost: (database, { server, volume }) =>
      copies.has(`${database}/${server}`) || (volume !== undefined && volumes.has(`${server}/${volume}`)),
  };
}

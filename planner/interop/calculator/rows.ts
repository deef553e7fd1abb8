import type { Database } from '../../design/types.ts';
import { anyText, type CellReader, nameKey, type CellType } from './cellReader.ts';
import { problemAt, type Place } from './place.ts';
import type { Row, Table } from './table.ts';
import { list, oneOf, spanHours, truth, wholeNumber } from './values.ts';

export const requiredColumns = {
  servers: ['ServerName', 'DbPerVolume', 'DbMap'],
  databases: ['Name', 'Server'],
  copies: ['Name', 'Server', 'ActivationPreference'],
} as const;

/** A row of Servers.csv. */
export interface ServerRow {
  readonly name: string;
  readonly place: Place;
  readonly databasesPerVolume: number;
  readonly spareVolumes: number;
  /** The server's databases in volume order. */
  readonly databases: readonly { readonly name: string; readonly place: Place }[];
}

/** A row of MailboxDatabases.csv: the database with its copy of preference 1. */
export interface DatabaseRow {
  readonly name: string;
  readonly server: string;
  readonly place: Place;
  readonly circularLogging: boolean | undefined;
  readonly dataMoveReplicationConstraint: Database['dataMoveReplicationConstraint'];
}

/** A row of MailboxDatabaseCopies.csv: one more copy. */
export interface CopyRow {
  readonly database: string;
  readonly server: string;
  readonly preference: number;
  readonly place: Place;
  readonly replayLagHours: number | undefined;
  readonly truncationLagHours: number | undefined;
}

const moveConstraints = [
  'None',
  'SecondCopy',
  'SecondDatacenter',
  'AllCopies',
  'AllDatacenters',
  'CINoReplication',
  'CISecondCopy',
  'CISecondDatacenter',
] as const;

const count: CellType<number> = { parse: wholeNumber, expected: 'a whole number' };
const positive: CellType<number> = {
  parse: (text) => wholeNumber(text) || undefined,
  expected: 'a whole number from 1',
};
const flag: CellType<boolean> = { parse: truth, expected: 'TRUE or FALSE' };
const span: CellType<number> = { parse: spanHours, expected: 'a time span such as 7.00:00:00' };
const names: CellType<string[]> = { parse: list, expected: 'database names separated by commas' };
const moveConstraint: CellType<(typeof moveConstraints)[number]> = {
  parse: (text) => oneOf(text, moveConstraints),
  expected: `one of ${moveConstraints.join(', ')}`,
};

export function readServers(table: Table, cells: CellReader): ServerRow[] {
  const rows: ServerRow[] = [];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const name = cells.required(row, 'ServerName', anyText);
    const databasesPerVolume = cells.required(row, 'DbPerVolume', positive);
    const spareVolumes = cells.optional(row, 'AutoReseedVolumes', count) ?? 0;
    const databases = cells.optional(row, 'DbMap', names) ?? [];
    if (name === undefined || databasesPerVolume === undefined) continue;
    if (isTwice(seen, name, row, 'ServerName', cells)) continue;
    const place = row.place('DbMap');
    rows.push({
      name,
      place: row.place('ServerName'),
      databasesPerVolume,
      spareVolumes,
      databases: databases.map((database) => ({ name: database, place })),
    });
  }
  return rows;
}

/** @param servers the known servers, by `nameKey` */
export function readDatabases(table: Table, servers: ReadonlyMap<string, string>, cells: CellReader): DatabaseRow[] {
  const rows: DatabaseRow[] = [];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const name = cells.required(row, 'Name', anyText);
    const server = cells.reference(row, 'Server', servers, 'a server of Servers.csv');
    const circularLogging = cells.optional(row, 'CircularLoggingEnabled', flag);
    const dataMoveReplicationConstraint = cells.optional(row, 'DataMoveReplicationConstraint', moveConstraint);
    if (name === undefined || isTwice(seen, name, row, 'Name', cells)) continue;
    if (server === undefined) continue;
    rows.push({ name, server, place: row.place('Name'), circularLogging, dataMoveReplicationConstraint });
  }
  return rows;
}

/** @param servers @param databases the known names, by `nameKey` */
export function readCopies(
  table: Table,
  servers: ReadonlyMap<string, string>,
  databases: ReadonlyMap<string, string>,
  cells: CellReader,
): CopyRow[] {
  const rows: CopyRow[] = [];
  for (const row of table.rows) {
    const database = cells.reference(row, 'Name', databases, 'a database of MailboxDatabases.csv');
    const server = cells.reference(row, 'Server', servers, 'a server of Servers.csv');
    const preference = cells.required(row, 'ActivationPreference', positive);
    const replayLagHours = cells.optional(row, 'ReplayLagTime', span);
    const truncationLagHours = cells.optional(row, 'TruncationLagTime', span);
    if (database === undefined || server === undefined || preference === undefined) continue;
    rows.push({ database, server, preference, place: row.place('Name'), replayLagHours, truncationLagHours });
  }
  return rows;
}

function isTwice(seen: Set<string>, name: string, row: Row, column: string, cells: CellReader): boolean {
  if (!seen.has(nameKey(name))) {
    seen.add(nameKey(name));
    return false;
  }
  cells.problems.push(problemAt(row.place(column), `${name} stands twice in the file.`, 'each name once', name));
  return true;
}

import type { Dag, Server } from '../../design/types.ts';
import { anyText, type CellReader, nameKey, type CellType } from './cellReader.ts';
import { problemAt } from './place.ts';
import type { Row, Table } from './table.ts';
import { list, oneOf, truth, wholeNumber } from './values.ts';

/** What DAGInfo.csv tells (facts sizing C4). */
export interface DagInfo {
  readonly name: string | undefined;
  /** The servers of the first and of the second site; empty where not stated. */
  readonly sites: readonly [readonly string[], readonly string[]];
  /** Server settings that hold for a whole site. */
  readonly limits: readonly [SiteLimits, SiteLimits];
  readonly autoDatabaseMountDial: Server['autoDatabaseMountDial'];
  /** The DAG's own settings. */
  readonly settings: Pick<
    Dag,
    | 'administrativeAccessPoint'
    | 'datacenterActivationMode'
    | 'replayLagManagerEnabled'
    | 'networkCompression'
    | 'networkEncryption'
    | 'autoDagDatabaseCopiesPerVolume'
    | 'witness'
    | 'alternateWitness'
  >;
}

export type SiteLimits = Pick<Server, 'maximumActiveDatabases' | 'maximumPreferredActiveDatabases'>;

/** The address that tells the calculator's script to make a DAG without one (facts sizing C4). */
const NO_ACCESS_POINT = '255.255.255.255';

const networkOption = word(['Disabled', 'Enabled', 'InterSubnetOnly', 'SeedOnly'] as const);
const activationMode = word(['Off', 'DagOnly'] as const);
const mountDial = word(['Lossless', 'GoodAvailability', 'BestAvailability'] as const);
const limit: CellType<number> = { parse: wholeNumber, expected: 'a whole number' };
const flag: CellType<boolean> = { parse: truth, expected: 'TRUE or FALSE' };

/**
 * Reads DAGInfo.csv; an export describes one DAG, so it has one row.
 * @param servers the known servers, by `nameKey`
 */
export function readDagInfo(
  table: Table,
  servers: ReadonlyMap<string, string>,
  cells: CellReader,
): DagInfo | undefined {
  const [row, second] = table.rows;
  if (!row) return undefined;
  if (second) {
    const place = second.place('DAGName');
    const message = 'An export describes one DAG. Import each DAG from a folder of its own.';
    cells.problems.push(problemAt(place, message, 'one row', `${table.rows.length} rows`));
  }
  return {
    name: cells.optional(row, 'DAGName', anyText),
    sites: [readSite(row, 'Site1Servers', servers, cells), readSite(row, 'Site2Servers', servers, cells)],
    limits: [readLimits(row, 1, cells), readLimits(row, 2, cells)],
    autoDatabaseMountDial: cells.optional(row, 'AutoDatabaseMountDial', mountDial),
    settings: stated({
      administrativeAccessPoint: readAccessPoint(row),
      datacenterActivationMode: cells.optional(row, 'DACMode', activationMode),
      replayLagManagerEnabled: cells.optional(row, 'ReplayLagManagerEnabled', flag),
      networkCompression: cells.optional(row, 'NetworkCompression', networkOption),
      networkEncryption: cells.optional(row, 'NetworkEncryption', networkOption),
      autoDagDatabaseCopiesPerVolume: cells.optional(row, 'AutoDagDatabaseCopiesPerVolume', limit),
      witness: readWitness(row, 'WitnessServer', 'WitnessDir'),
      alternateWitness: readWitness(row, 'AltWitnessServer', 'AltWitnessDir'),
    }),
  };
}

function readSite(row: Row, column: string, servers: ReadonlyMap<string, string>, cells: CellReader): string[] {
  const members: string[] = [];
  for (const text of list(row.cell(column))) {
    const name = servers.get(nameKey(text));
    if (name !== undefined) members.push(name);
    else {
      const message = `${column} names ${text}, which Servers.csv does not list.`;
      cells.problems.push(problemAt(row.place(column), message, 'a server of Servers.csv', text));
    }
  }
  return members;
}

function readLimits(row: Row, site: 1 | 2, cells: CellReader): SiteLimits {
  return stated({
    maximumActiveDatabases: cells.optional(row, `MaximumActiveDatabasesSite${site}`, limit),
    maximumPreferredActiveDatabases: cells.optional(row, `MaximumPreferredActiveDatabasesSite${site}`, limit),
  });
}

function readAccessPoint(row: Row): Dag['administrativeAccessPoint'] {
  const ipAddresses = list(row.cell('DAGIps'));
  if (ipAddresses.length === 0) return undefined;
  return ipAddresses.includes(NO_ACCESS_POINT) ? null : { ipAddresses };
}

function readWitness(row: Row, serverColumn: string, directoryColumn: string): Dag['witness'] {
  const server = row.cell(serverColumn);
  if (server === '') return undefined;
  const directory = row.cell(directoryColumn);
  return { kind: 'fileShare', server, ...(directory !== '' && { directory }) };
}

function word<W extends string>(words: readonly W[]): CellType<W> {
  return { parse: (text) => oneOf(text, words), expected: `one of ${words.join(', ')}` };
}

/** The object without its undefined properties. */
export function stated<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, property]) => property !== undefined)) as T;
}

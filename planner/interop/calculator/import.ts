import { checkDesign } from '../../design/load.ts';
import { pointerSteps, type Pointer } from '../../design/pointer.ts';
import type { Problem } from '../../design/problem.ts';
import type { Design } from '../../design/types.ts';
import { assembleDesign, type Inference } from './assemble.ts';
import { CellReader, nameKey } from './cellReader.ts';
import { droppedColumns, type DroppedColumn } from './columns.ts';
import { readDagInfo } from './dagInfo.ts';
import { assignDatacenters, type SiteMembers } from './datacenters.ts';
import { notStatedBy, type NotStated } from './notStated.ts';
import { problemAt, type FileProblem, type Place } from './place.ts';
import { checkPlacement, copiesOf } from './placement.ts';
import { readCopies, readDatabases, readServers, requiredColumns } from './rows.ts';
import { readTable, type Table } from './table.ts';

/** The files of an export; DAGInfo.csv may be absent. */
export const exportFiles = ['Servers.csv', 'MailboxDatabases.csv', 'MailboxDatabaseCopies.csv', 'DAGInfo.csv'] as const;
type ExportFile = (typeof exportFiles)[number];

export interface ImportOptions {
  /** The design's name. */
  readonly name: string;
  /** The datacenters, where they are stated rather than inferred. */
  readonly datacenters?: readonly SiteMembers[];
}

export type Imported =
  | {
      readonly ok: true;
      readonly design: Design;
      /** What the export does not say and was concluded. */
      readonly inferred: readonly Inference[];
      /** What the export says and a design has no place for. */
      readonly dropped: readonly DroppedColumn[];
      /** What a design states and the export does not. */
      readonly notStated: readonly NotStated[];
    }
  | { readonly ok: false; readonly problems: readonly (Problem | FileProblem)[] };

/**
 * Reads the CSV files that the Role Requirements Calculator exports for one DAG (facts sizing C4, pa-and-ha C7).
 * Copies, their order and all names stay as they came; volumes follow from DbMap and DbPerVolume.
 * @param files the text of each file by its name, whatever its case
 */
export function importCalculator(files: Readonly<Record<string, string>>, options: ImportOptions): Imported {
  const problems: (Problem | FileProblem)[] = [];
  const table = (file: ExportFile, columns: readonly string[], optional = false): Table => {
    const text = Object.entries(files).find(([name]) => name.toLowerCase() === file.toLowerCase())?.[1];
    if (text === undefined) {
      if (!optional)
        problems.push(problemAt(topOf(file), `${file} is missing from the export.`, 'the file', 'nothing'));
      return { file, header: [], rows: [] };
    }
    const read = readTable(file, text, columns);
    problems.push(...read.problems);
    return read.table;
  };
  const serverTable = table('Servers.csv', requiredColumns.servers);
  const databaseTable = table('MailboxDatabases.csv', requiredColumns.databases);
  const copyTable = table('MailboxDatabaseCopies.csv', requiredColumns.copies);
  const dagTable = table('DAGInfo.csv', ['DAGName'], true);
  for (const { file, rows, header } of [serverTable, databaseTable, dagTable]) {
    if (header.length > 0 && rows.length === 0) {
      problems.push(problemAt(topOf(file), `${file} has no rows.`, 'at least one row', 'none'));
    }
  }
  if (problems.length > 0) return { ok: false, problems };

  const cells = new CellReader();
  const serverNames = namesIn(serverTable, 'ServerName');
  const databaseNames = namesIn(databaseTable, 'Name');
  const servers = readServers(serverTable, cells);
  const databaseRows = readDatabases(databaseTable, serverNames, cells);
  const copyRows = readCopies(copyTable, serverNames, databaseNames, cells);
  const dagInfo = readDagInfo(dagTable, serverNames, cells);
  if (cells.problems.length > 0) return { ok: false, problems: cells.problems };

  const databases = copiesOf(databaseRows, copyRows);
  problems.push(...checkPlacement(servers, databases));
  const {
    datacenters,
    why,
    problems: siteProblems,
  } = assignDatacenters({
    servers,
    databases,
    sites: dagInfo?.sites,
    stated: options.datacenters,
  });
  problems.push(...siteProblems);
  if (problems.length > 0) return { ok: false, problems };

  const { design, inferred, places } = assembleDesign({
    name: options.name,
    servers,
    databases,
    datacenters,
    why,
    dagInfo,
  });
  const unfit = checkDesign(design).map((problem) => ({ ...problem, ...placeOf(problem.path, places) }));
  if (unfit.length > 0) return { ok: false, problems: unfit };
  const dropped = [serverTable, databaseTable, copyTable, dagTable].flatMap(droppedColumns);
  return { ok: true, design, inferred, dropped, notStated: notStatedBy(design) };
}

/** The names of a column by `nameKey`, as they are spelt first. */
function namesIn({ rows }: Table, column: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of rows.map((row) => row.cell(column))) {
    if (name !== '' && !names.has(nameKey(name))) names.set(nameKey(name), name);
  }
  return names;
}

/** Where the CSV file says what stands at a path of the design, or at the nearest place around it. */
function placeOf(path: Pointer, places: ReadonlyMap<Pointer, Place>): Place | undefined {
  for (let around = path, steps = pointerSteps(path).length; steps > 0; steps--) {
    const place = places.get(around);
    if (place) return place;
    around = around.slice(0, around.lastIndexOf('/'));
  }
  return undefined;
}

function topOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

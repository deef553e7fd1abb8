import { describe, expect, it } from 'vitest';
import { importCalculator, type ImportOptions } from '../../../planner/interop/calculator/index.ts';
import { smallExport } from './smallExport.ts';

function problems(change: Record<string, string | undefined>, options: Partial<ImportOptions> = {}): string[] {
  const files = Object.fromEntries(
    Object.entries({ ...smallExport(), ...change }).filter((file): file is [string, string] => file[1] !== undefined),
  );
  const imported = importCalculator(files, { name: 'small', ...options });
  if (imported.ok) throw new Error('imported');
  return imported.problems.map((problem) => {
    const place = 'file' in problem ? `${problem.file}:${problem.line}:${problem.column} ` : '';
    return `${place}${problem.message}`;
  });
}

const {
  'Servers.csv': servers,
  'MailboxDatabases.csv': databases,
  'MailboxDatabaseCopies.csv': copies,
} = smallExport();

describe('importCalculator(files, options) names the place of what is wrong', () => {
  it.each<[string, Record<string, string | undefined>, string[]]>([
    [
      'a file that is missing',
      { 'Servers.csv': undefined },
      ['Servers.csv:1:1 Servers.csv is missing from the export.'],
    ],
    [
      'an empty file',
      { 'MailboxDatabaseCopies.csv': '' },
      [
        'MailboxDatabaseCopies.csv:1:1 The column Name is missing.',
        'MailboxDatabaseCopies.csv:1:1 The column Server is missing.',
        'MailboxDatabaseCopies.csv:1:1 The column ActivationPreference is missing.',
      ],
    ],
    [
      'a file of nothing but its header',
      { 'Servers.csv': servers.split('\r\n').slice(0, 2).join('\r\n') },
      ['Servers.csv:1:1 Servers.csv has no rows.'],
    ],
    [
      'a DAGInfo.csv that is none',
      { 'DAGInfo.csv': '404 not found' },
      ['DAGInfo.csv:1:1 The column DAGName is missing.', 'DAGInfo.csv:1:1 DAGInfo.csv has no rows.'],
    ],
    [
      'a DAGInfo.csv without its DAG',
      { 'DAGInfo.csv': 'DAGName,DACMode' },
      ['DAGInfo.csv:1:1 DAGInfo.csv has no rows.'],
    ],
    [
      'a missing column',
      { 'Servers.csv': servers.replace('DbMap', 'Map') },
      ['Servers.csv:1:1 The column DbMap is missing.'],
    ],
    [
      'a quotation mark that is never closed',
      { 'Servers.csv': `${servers}\r\n"C1` },
      ['Servers.csv:7:1 This is not a CSV file.'],
    ],
    [
      'a server twice',
      { 'Servers.csv': `${servers}\r\n"a1",5,4,1,0,,,DB1` },
      ['Servers.csv:7:2 a1 stands twice in the file.'],
    ],
    [
      'a count that is none',
      { 'Servers.csv': servers.replace(',4,"1"', ',four,"1"') },
      ['Servers.csv:3:10 DbPerVolume does not read as a whole number from 1.'],
    ],
    [
      'a count of zero',
      { 'Servers.csv': servers.replace(',4,"1"', ',0,"1"') },
      ['Servers.csv:3:10 DbPerVolume does not read as a whole number from 1.'],
    ],
    [
      'a blank name',
      { 'MailboxDatabases.csv': databases.replace('"DB2"', '""') },
      [
        'MailboxDatabases.csv:4:1 Name is blank.',
        'MailboxDatabaseCopies.csv:6:8 Name names DB2, which the export does not list.',
        'MailboxDatabaseCopies.csv:7:8 Name names DB2, which the export does not list.',
        'MailboxDatabaseCopies.csv:8:8 Name names DB2, which the export does not list.',
      ],
    ],
    [
      'a time span that is none',
      { 'MailboxDatabaseCopies.csv': copies.replace('7.0:00:00', 'a week') },
      ['MailboxDatabaseCopies.csv:5:23 ReplayLagTime does not read as a time span such as 7.00:00:00.'],
    ],
    [
      'a move constraint that Exchange does not know',
      { 'MailboxDatabases.csv': databases.replace('SecondCopy', 'Second') },
      [
        'MailboxDatabases.csv:3:45 DataMoveReplicationConstraint does not read as one of None, SecondCopy, SecondDatacenter, AllCopies, AllDatacenters, CINoReplication, CISecondCopy, CISecondDatacenter.',
      ],
    ],
    [
      'a copy of an unknown database',
      { 'MailboxDatabaseCopies.csv': copies.replace('"DB4","B1"', '"DB9","B1"') },
      ['MailboxDatabaseCopies.csv:12:8 Name names DB9, which the export does not list.'],
    ],
    [
      'a map without a copy',
      { 'Servers.csv': servers.replace('"DB1,DB2,DB3,DB4"', '"DB1,DB2,DB3"') },
      ['MailboxDatabaseCopies.csv:14:8 DB4 has a copy on A1, whose DbMap in Servers.csv does not list it.'],
    ],
    [
      'a map with more than the copies',
      { 'Servers.csv': servers.replace('"DB1,DB2,DB3,DB4"', '"DB1,DB2,DB3,DB4,DB5"') },
      ['Servers.csv:3:35 The DbMap of A1 lists DB5, which has no copy there.'],
    ],
    [
      'a name that Exchange cannot have',
      {
        'Servers.csv': servers.replaceAll('A2', 'A:2'),
        'MailboxDatabases.csv': databases.replaceAll('A2', 'A:2'),
        'MailboxDatabaseCopies.csv': copies.replaceAll('A2', 'A:2'),
      },
      ['Servers.csv:4:2 This name has a character that names cannot have.'],
    ],
  ])('%s', (_title, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });

  it('names the rows that disagree on the datacenters, and how to state them', () => {
    const swapped = copies.replace('"DB4","B1","2"', '"DB4","A1","2"').replace('"DB4","A1","4"', '"DB4","B1","4"');
    const found = problems({ 'MailboxDatabaseCopies.csv': swapped });
    expect(found[0]).toBe(
      'MailboxDatabases.csv:3:2 DB1 puts B1 and B2 in one datacenter, DB4 in different ones: ' +
        'state the datacenters with --datacenter NAME=SERVER,SERVER for each.',
    );
  });

  it('does not guess where a database has another number of copies', () => {
    const three = copies.replace(/"GC1","DB1","B2".*\r\n/, '');
    const map = servers.replace(/("B2".*)"DB1,DB2/, '$1"DB2');
    expect(problems({ 'MailboxDatabaseCopies.csv': three, 'Servers.csv': map })).toEqual([
      expect.stringContaining('DB1 does not tell the datacenters of its servers apart'),
    ]);
  });

  it('holds stated datacenters against the servers', () => {
    const datacenters = [
      { name: 'East', servers: ['A1', 'A2', 'C1'] },
      { name: 'West', servers: ['B1', 'A1'] },
    ];
    expect(problems({}, { datacenters })).toEqual([
      'The datacenter East is given the server C1, which Servers.csv does not list.',
      'Servers.csv:3:2 The server A1 stands in several of the datacenters (stated by the caller).',
      'Servers.csv:6:2 The server B2 stands in none of the datacenters (stated by the caller).',
    ]);
  });

  it('refuses a DAGInfo.csv of several DAGs and unknown members', () => {
    const info = 'DAGName,Site1Servers,DACMode\nD1,"A1,X9",Perhaps\nD2,B1,Off\n';
    expect(problems({ 'DAGInfo.csv': info })).toEqual([
      'DAGInfo.csv:3:1 An export describes one DAG. Import each DAG from a folder of its own.',
      'DAGInfo.csv:2:5 Site1Servers names X9, which Servers.csv does not list.',
      'DAGInfo.csv:2:12 DACMode does not read as one of Off, DagOnly.',
    ]);
  });
});

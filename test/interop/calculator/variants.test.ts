import { describe, expect, it } from 'vitest';
import { importCalculator, type ImportOptions } from '../../../planner/interop/calculator/index.ts';
import { smallExport } from './smallExport.ts';

const { 'MailboxDatabaseCopies.csv': copies } = smallExport();
const plain = designOf(smallExport());

function designOf(files: Record<string, string>, options: ImportOptions = { name: 'small' }) {
  const imported = importCalculator(files, options);
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return imported.design;
}

function each(change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(smallExport()).map(([name, text]) => [name, change(text)]));
}

describe('importCalculator(files, options) reads every style in which the calculator and its users write the files', () => {
  it.each<[string, Record<string, string>]>([
    ['Unix line endings', each((text) => text.replaceAll('\r\n', '\n'))],
    ['old Mac line endings', each((text) => text.replaceAll('\r\n', '\r'))],
    ['a byte order mark', each((text) => `\uFEFF${text}`)],
    ['no version row', each((text) => text.replace(/"VersionNumber".*\r\n/, ''))],
    ['spaces after commas', each((text) => text.replace(/"?,"?(?=[A-Z][A-Za-z]+"?,)/g, '", "'))],
    ['no quotation marks where none are needed', each((text) => text.replace(/"([^",\r\n]*)"/g, '$1'))],
    ['blank lines', each((text) => `\r\n${text.replaceAll('\r\n', '\r\n\r\n')}\r\n`)],
    ['a quoted line break in DbMap', each((text) => text.replaceAll('DB1,DB2,', 'DB1,\r\nDB2,'))],
    [
      'file names in another case',
      Object.fromEntries(Object.entries(smallExport()).map(([name, text]) => [name.toUpperCase(), text])),
    ],
    ['the header of version 6.6', each((text) => text.replace('EDBFilePath', 'DBFilePath'))],
    [
      'names in another case in the further files',
      {
        ...smallExport(),
        'MailboxDatabaseCopies.csv': copies.replaceAll('"DB', '"db').replaceAll('"A', '"a'),
      },
    ],
  ])('%s', (_title, files) => {
    expect(designOf(files)).toEqual(plain);
  });

  it('reads lag, circular logging and the move constraint', () => {
    const [database] = plain.dags?.[0]?.databases ?? [];
    expect(database).toMatchObject({ name: 'DB1', circularLogging: true, dataMoveReplicationConstraint: 'SecondCopy' });
    expect(database?.copies?.map((copy) => [copy.server, copy.activationPreference, copy.replayLagHours])).toEqual([
      ['A1', 1, 0],
      ['A2', 2, 0],
      ['B1', 3, 0],
      ['B2', 4, 168],
    ]);
  });

  it('takes the datacenters that are stated', () => {
    const stated = [
      { name: 'East', servers: ['a1', 'A2'] },
      { name: 'West', servers: ['B1', 'B2'] },
    ];
    const design = designOf(smallExport(), { name: 'small', datacenters: stated });
    expect(design.datacenters).toEqual([{ name: 'East' }, { name: 'West' }]);
    expect(design.dags?.[0]?.servers?.map(({ datacenter }) => datacenter)).toEqual(['East', 'East', 'West', 'West']);
  });

  it('reads DAGInfo.csv where it is there', () => {
    const header =
      'DAGName,DAGIps,WitnessServer,WitnessDir,AltWitnessServer,AltWitnessDir,Site1Servers,Site2Servers,DACMode,' +
      'MaximumActiveDatabasesSite1,MaximumPreferredActiveDatabasesSite1,MaximumActiveDatabasesSite2,' +
      'AutoDagDatabaseCopiesPerVolume,ReplayLagManagerEnabled,NetworkEncryption,NetworkCompression,ReplicationPort,AutoDatabaseMountDial';
    const row =
      'DAG-X,255.255.255.255,FS1,C:\\DAG-X,FS2,C:\\DAG-X,"A1,B1","A2,B2",DAGOnly,44,25,40,4,True,InterSubnetOnly,InterSubnetOnly,64327,BestAvailability';
    const design = designOf({ ...smallExport(), 'DAGInfo.csv': `${header}\nSchemaVersion,2.4,7.6\n${row}\n` });
    const [dag] = design.dags ?? [];
    expect(dag).toMatchObject({
      name: 'DAG-X',
      administrativeAccessPoint: null,
      datacenterActivationMode: 'DagOnly',
      replayLagManagerEnabled: true,
      networkCompression: 'InterSubnetOnly',
      autoDagDatabaseCopiesPerVolume: 4,
      witness: { kind: 'fileShare', server: 'FS1', directory: 'C:\\DAG-X' },
      alternateWitness: { server: 'FS2' },
    });
    expect(dag?.servers?.map(({ datacenter, maximumActiveDatabases }) => [datacenter, maximumActiveDatabases])).toEqual(
      [
        ['Datacenter 1', 44],
        ['Datacenter 2', 40],
        ['Datacenter 1', 44],
        ['Datacenter 2', 40],
      ],
    );
    expect(dag?.servers?.[0]).toMatchObject({
      maximumPreferredActiveDatabases: 25,
      autoDatabaseMountDial: 'BestAvailability',
    });
  });
});

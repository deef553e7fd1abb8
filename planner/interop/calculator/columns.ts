import type { Table } from './table.ts';

/** A column whose values have no place in a design. */
export interface DroppedColumn {
  readonly file: string;
  readonly column: string;
  readonly why: string;
}

const used: ReadonlySet<string> = new Set(
  [
    ...['ServerName', 'DbPerVolume', 'AutoReseedVolumes', 'DbMap'],
    ...['Name', 'Server', 'CircularLoggingEnabled', 'DataMoveReplicationConstraint'],
    ...['ActivationPreference', 'ReplayLagTime', 'TruncationLagTime'],
    ...['DAGName', 'DAGIps', 'WitnessServer', 'WitnessDir', 'AltWitnessServer', 'AltWitnessDir', 'DACMode'],
    ...['Site1Servers', 'Site2Servers', 'MaximumActiveDatabasesSite1', 'MaximumActiveDatabasesSite2'],
    ...['MaximumPreferredActiveDatabasesSite1', 'MaximumPreferredActiveDatabasesSite2'],
    ...['AutoDagDatabaseCopiesPerVolume', 'ReplayLagManagerEnabled', 'NetworkEncryption', 'NetworkCompression'],
    'AutoDatabaseMountDial',
  ].map((column) => column.toLowerCase()),
);

const leftBehind: readonly (readonly [why: string, ...columns: string[]])[] = [
  ['the number of the first data disk, which only the deployment script needs', 'StartDrive'],
  ['a design lays the logs of a database on its own volume', 'DbLogIsolation', 'LogIsolation'],
  ['a folder of the deployment script', 'VolumesRootFolder', 'DatabasesRootFolder'],
  ['a folder of the deployment script', 'AutoDagVolumesRootFolderPath', 'AutoDagDatabasesRootFolderPath'],
  [
    'follows from the database name, by the folder convention of AutoReseed',
    'DBFilePath',
    'EDBFilePath',
    'LogFolderPath',
  ],
  ['a design states it by mailbox tier, and the export knows no tiers', 'DeletedItemRetention'],
  [
    'a design states quotas by mailbox tier, and the export knows no tiers',
    'ProhibitSendReceiveQuota',
    'ProhibitSendQuota',
  ],
  [
    'a design states quotas by mailbox tier, and the export knows no tiers',
    'IssueWarningQuota',
    'CalendarLoggingQuota',
  ],
  [
    'a design states quotas by mailbox tier, and the export knows no tiers',
    'RecoverableItemsQuota',
    'RecoverableItemsWarningQuota',
  ],
  ['the domain controller that the deployment script talks to', 'GC', 'GC2'],
  ['the export does not tell the networks themselves', 'ManualDagnetworkConfiguration'],
  [
    'a setting that no rule and no figure uses',
    'MailboxRetention',
    'OAB',
    'RetainDeletedItemsUntilBackup',
    'IndexEnabled',
  ],
  ['a setting that no rule and no figure uses', 'AllowFileRestore', 'BackgroundDatabaseMaintenance', 'MountAtStartup'],
  ['a setting that no rule and no figure uses', 'IsExcludedFromProvisioning', 'IsSuspendedFromProvisioning'],
  ['a setting that no rule and no figure uses', 'IsExcludedFromInitialProvisioning', 'EventHistoryRetentionPeriod'],
  ['a setting that no rule and no figure uses', 'AutoDagExcludeFromMonitoring', 'ReplicationPort'],
];

const reasons: ReadonlyMap<string, string> = new Map(
  leftBehind.flatMap(([why, ...columns]) => columns.map((column) => [column.toLowerCase(), why] as const)),
);

/** The columns of a file that hold something and are left behind. */
export function droppedColumns(table: Table): DroppedColumn[] {
  return table.header
    .filter((column) => column !== '' && !used.has(column.toLowerCase()))
    .filter((column) => table.rows.some((row) => row.cell(column) !== ''))
    .map((column) => ({
      file: table.file,
      column,
      why: reasons.get(column.toLowerCase()) ?? 'not a column of the calculator that Dagwright knows',
    }));
}

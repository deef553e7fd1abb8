/** A line of the summary: what people call a figure, its id, and the figure that it must not exceed. */
export type Row = readonly [label: string, id: string, limit?: string];

export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The main figures, in the order in which an architect reads them. Lines whose figure a sizing does not have are left out. */
export const groups: readonly Group[] = [
  {
    title: 'Databases',
    rows: [
      ['Databases in a DAG', 'databasesPerDag'],
      ['Mailboxes in a database', 'mailboxesPerDatabase'],
      ['Database size', 'databaseSize'],
      ['Largest database', 'maximumDatabaseSize'],
      ['Logs of a database', 'databaseLogs'],
      ['Days of logs kept', 'logRetentionDays'],
      ['Room for its logs', 'logSpace'],
    ],
  },
  {
    title: 'Copies and volumes',
    rows: [
      ['Copies on a server', 'copiesPerServer'],
      ['Databases on a volume', 'databasesPerVolume'],
      ['Storage', 'storage'],
      ['Data volumes of a server', 'dataVolumesPerServer'],
      ['Restore volumes', 'restoreVolumesPerServer'],
      ['Spare volumes', 'spareVolumesPerServer'],
      ['Data volume, reserves included', 'volumeSize'],
      ['Formatted disk', 'formattedDisk'],
      ['Disk fill', 'volumeFill'],
      ['Restore volume', 'restoreVolumeSize'],
      ['Disks of a server', 'disksPerServer', 'driveBays'],
    ],
  },
  {
    title: 'I/O',
    rows: [
      ['Database', 'databaseIOPS'],
      ['Volume', 'volumeIOPS'],
      ['Server', 'serverIOPS'],
      ['of it reads', 'databaseReadsPerServer'],
      ['of it writes', 'databaseWritesPerServer'],
      ['Log writes', 'logWritesPerServer'],
      ['Log reads', 'logReadsPerServer'],
      ['Background maintenance', 'backgroundMaintenancePerServer'],
    ],
  },
  {
    title: 'Servers',
    rows: [
      ['Available megacycles', 'availableMegacycles'],
      ['Database cache', 'cache'],
      ['Memory needed', 'memoryNeeded', 'memoryInstalled'],
      ['Memory to buy', 'memory'],
      ['MaximumActiveDatabases', 'maximumActiveDatabases'],
      ['MaximumPreferredActiveDatabases', 'maximumPreferredActiveDatabases'],
      ['Transport database', 'transportDatabase'],
      ['Fits the system disk', 'transportOnSystemDisk'],
      ['Global catalog cores of a datacenter', 'globalCatalogCores'],
    ],
  },
  {
    title: 'Replication between the datacenters',
    rows: [
      ['Log streams of a DAG', 'logStreams'],
      ['Busiest hour', 'totalPeakTraffic'],
      ['Within the recovery point objective', 'totalRecoveryPointTraffic'],
    ],
  },
  {
    title: 'All together',
    rows: [
      ['Mailboxes', 'mailboxes'],
      ['Servers', 'servers'],
      ['Databases', 'databases'],
      ['Copies', 'copies'],
      ['Databases, all copies', 'databaseSpace'],
      ['Logs, all copies', 'totalLogSpace'],
      ['Volumes, reserves included', 'volumeSpace'],
      ['I/O, all copies', 'totalIOPS'],
      ['Disks', 'disks'],
      ['Rack units', 'rackUnits'],
      ['Server licences', 'serverLicences'],
    ],
  },
];

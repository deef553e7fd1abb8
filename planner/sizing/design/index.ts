import type { Design } from '../../design/types.ts';
import type { Figure } from '../figure.ts';
import { present } from '../present.ts';
import { tierFigures } from '../tier/index.ts';
import * as activation from './activation.ts';
import * as dags from './dags.ts';
import * as databases from './databases.ts';
import * as directory from './directory.ts';
import * as memory from './memory.ts';
import * as processors from './processors.ts';
import * as servers from './servers.ts';
import {
  sheetOf,
  type DagScope,
  type DatabaseScope,
  type ServerFailure,
  type ServerScope,
  type Sheet,
  type VolumeScope,
} from './sheet.ts';
import * as transport from './transport.ts';
import * as volumes from './volumes.ts';
import * as whole from './whole.ts';

type Of<S> = readonly ((scope: S) => Figure | undefined)[];

const ofDesign: Of<Sheet> = [
  whole.mailboxes,
  whole.servers,
  whole.databases,
  whole.copies,
  whole.databaseSpace,
  whole.totalLogSpace,
  whole.volumeSpace,
  whole.totalIOPS,
  whole.totalLogIOPS,
  whole.totalBackgroundMaintenance,
  whole.disks,
  whole.rackUnits,
  whole.serverLicences,
  transport.messagesPerDay,
  transport.averageMessageSize,
  transport.remainingServers,
  transport.messagesPerServer,
  transport.shadowedMessages,
  transport.safetyNetDays,
  transport.transportMessages,
  transport.transportDatabase,
];

const ofDag: Of<DagScope> = [
  dags.serversPerDag,
  dags.databasesPerDag,
  dags.copiesPerDag,
  dags.mailboxesPerDag,
  dags.iopsPerDag,
  dags.databaseSpacePerDag,
  dags.logSpacePerDag,
  dags.volumeSpacePerDag,
  dags.iopsOfCopiesPerDag,
  dags.logIOPSPerDag,
  dags.backgroundMaintenancePerDag,
  dags.disksPerDag,
];

const ofServer: Of<ServerScope> = [
  servers.copiesPerServer,
  servers.dataVolumesPerServer,
  servers.restoreVolumesPerServer,
  servers.spareVolumesPerServer,
  servers.hostedMailboxes,
  servers.databaseSpacePerServer,
  servers.logSpacePerServer,
  servers.volumeSpacePerServer,
  servers.maximumDatabaseSize,
  servers.serverIOPS,
  servers.databaseReadFraction,
  servers.databaseReadsPerServer,
  servers.databaseWritesPerServer,
  servers.logWritesPerServer,
  servers.logReadsPerServer,
  servers.logIOPSPerServer,
  servers.backgroundMaintenancePerServer,
  servers.disksPerServer,
  servers.driveBays,
  activation.maximumActiveDatabases,
  activation.maximumPreferredActiveDatabases,
  processors.availableMegacycles,
  processors.megacyclesPerCore,
  memory.minimumMemory,
  memory.cache,
  memory.clientAccessForMemory,
  memory.clientAccessMemory,
  memory.memoryNeeded,
  memory.memory,
  memory.memoryInstalled,
];

const ofFailure: Of<ServerFailure> = [
  activation.activeDatabases,
  processors.activeMegacycles,
  processors.clientAccessMegacycles,
  processors.passiveMegacycles,
  processors.requiredMegacycles,
  processors.cpuUtilization,
  memory.cache,
  memory.clientAccessForMemory,
  memory.clientAccessMemory,
  memory.memoryNeeded,
];

const ofVolume: Of<VolumeScope> = [volumes.volumeSize, volumes.volumeIOPS, volumes.volumeFill];

const ofDatabase: Of<DatabaseScope> = [
  databases.databaseSize,
  databases.databaseLogs,
  databases.moveLogsPerWeek,
  databases.logRetentionDays,
  databases.logSpace,
  databases.databaseIOPS,
];

export interface Sizing {
  readonly figures: readonly Figure[];
}

/** Every figure of a design with its working, from its real placement. What a figure needs and the design does not state leaves it out. */
export function sizeDesign(design: Design): Sizing {
  const sheet = sheetOf(design);
  const figures = [
    ...present(ofDesign, sheet),
    ...sheet.datacenters.flatMap((datacenter) => present([directory.globalCatalogCores], datacenter)),
    ...sheet.models.flatMap((model) => present([transport.transportOnSystemDisk], model)),
    ...[...sheet.tiers.values()].flatMap(tierFigures),
    ...sheet.dags.flatMap((dag) => present(ofDag, dag)),
    ...sheet.servers.flatMap(figuresOfServer),
    ...[...sheet.databases.values()].flatMap((database) => present(ofDatabase, database)),
  ];
  return { figures };
}

function figuresOfServer(server: ServerScope): Figure[] {
  return [
    ...present(ofServer, server),
    ...server.modes.flatMap((failure) => present(ofFailure, failure)),
    ...server.volumes.flatMap((volume) => present(ofVolume, volume)),
  ];
}

import { failureModes } from '../../simulate/failover/failureModes.ts';
import type { Figure } from '../figure.ts';
import { present } from '../present.ts';
import { tierFigures } from '../tier/index.ts';
import * as activation from './activation/index.ts';
import * as calculatorCount from './calculatorCount.ts';
import * as calculatorDisks from './calculatorDisks.ts';
import * as copies from './copies.ts';
import * as counts from './copyCounts.ts';
import * as cpu from './cpu.ts';
import * as databaseCount from './databaseCount.ts';
import * as databaseLimit from './databaseLimit.ts';
import * as databaseSizeLimit from './databaseSizeLimit.ts';
import * as databaseSpace from './databaseSpace.ts';
import * as demand from './demand.ts';
import * as disk from './disk.ts';
import * as disks from './disks.ts';
import * as environment from './environment.ts';
import * as io from './io.ts';
import * as layout from './layout.ts';
import * as logDemand from './logDemand.ts';
import * as logSpace from './logSpace.ts';
import * as mailboxes from './mailboxes.ts';
import * as memory from './memory.ts';
import type { Failure, Plan, Site } from './plan.ts';
import * as replication from './replication.ts';
import * as transport from './transport.ts';
import * as volumes from './volumes.ts';

type Of<S> = readonly ((scope: S) => Figure | undefined)[];

const ofPlan: Of<Plan> = [
  mailboxes.mailboxes,
  mailboxes.mailboxesPerDag,
  mailboxes.messagesPerDay,
  mailboxes.mailboxIOPS,
  mailboxes.mailboxLogs,
  mailboxes.averageMailboxSize,
  mailboxes.averageMessageSize,
  mailboxes.averageCache,
  mailboxes.averageActiveMegacycles,
  mailboxes.averageClientAccessMegacycles,
  mailboxes.averagePassiveMegacycles,
  mailboxes.databaseReadFraction,
  copies.copiesPerDatabase,
  copies.copiesAtHome,
  copies.highlyAvailableAtHome,
  copies.copiesAway,
  layout.databasesPerVolume,
  layout.volumeLayout,
  demand.databaseContentPerDag,
  demand.iopsPerDag,
  logDemand.userLogsPerDag,
  logDemand.moveLogsPerWeek,
  logDemand.averageLogsPerDag,
  logDemand.replayLagDays,
  logDemand.truncationLagDays,
  logDemand.logLagDays,
  logDemand.logRetentionDays,
  logDemand.retainedLogSpacePerDag,
  logDemand.moveLogSpacePerDag,
  logDemand.logContentPerDag,
  databaseSizeLimit.logShare,
  databaseSizeLimit.calculatedMaximumDatabaseSize,
  databaseSizeLimit.maximumDatabaseSize,
  databaseLimit.maximumDatabasesPerServer,
  databaseLimit.maximumDatabasesPerDag,
  databaseCount.databasesBySize,
  databaseCount.databasesByIO,
  calculatorCount.mailboxesPerDatabaseByIO,
  calculatorCount.mailboxesPerDatabaseBySize,
  calculatorCount.plannedMailboxesPerDatabase,
  calculatorCount.calculatedDatabases,
  calculatorCount.symmetricalDatabases,
  calculatorCount.databasesBeforeRounding,
  databaseCount.databasesPerDag,
  databaseCount.databases,
  databaseCount.mailboxesPerDatabase,
  counts.serversPerDag,
  counts.servers,
  counts.copiesPerDag,
  counts.copies,
  databaseSpace.databaseContent,
  databaseSpace.databaseSize,
  databaseSpace.databaseSpacePerDag,
  databaseSpace.databaseSpace,
  logSpace.databaseLogs,
  logSpace.databaseMoveLogs,
  logSpace.averageDatabaseLogs,
  logSpace.userLogsPerServer,
  logSpace.averageLogsPerServer,
  logSpace.userLogs,
  logSpace.logSpace,
  logSpace.logSpacePerDag,
  logSpace.totalLogSpace,
  volumes.volumeSize,
  volumes.restoreVolumesPerServer,
  volumes.restoreVolumeSize,
  volumes.restoreVolumeSpacePerDag,
  volumes.volumeSpacePerDag,
  volumes.volumeSpace,
  io.databaseIOPS,
  io.volumeIOPS,
  io.iopsOfCopiesPerDag,
  io.totalIOPS,
  io.logIOPSPerDag,
  io.totalLogIOPS,
  io.backgroundMaintenancePerDag,
  io.totalBackgroundMaintenance,
  transport.remainingServers,
  transport.messagesPerServer,
  transport.shadowedMessages,
  transport.safetyNetDays,
  transport.transportMessages,
  transport.transportDatabase,
  transport.transportSpacePerDag,
  transport.totalTransportSpace,
  disks.disksPerDag,
  disks.disks,
  calculatorDisks.jbodDisksPerDag,
  calculatorDisks.jbodDisks,
  environment.rackUnits,
  environment.serverLicences,
];

/** Only where there are two datacenters, so that logs travel. */
const ofLink: Of<Plan> = [
  replication.logStreams,
  replication.peakLogTraffic,
  replication.peakIndexTraffic,
  replication.peakTraffic,
  replication.peakLogTrafficPerDag,
  replication.peakIndexTrafficPerDag,
  replication.peakTrafficPerDag,
  replication.totalPeakTraffic,
  replication.recoveryPointHours,
  replication.recoveryPointLogTraffic,
  replication.recoveryPointIndexTraffic,
  replication.recoveryPointTraffic,
  replication.recoveryPointTrafficPerDag,
  replication.totalRecoveryPointTraffic,
];

const ofSite: Of<Site> = [
  disk.formattedDisk,
  layout.storage,
  counts.homeDatabases,
  counts.activeServers,
  counts.copiesInDatacenter,
  counts.highlyAvailableCopiesInDatacenter,
  counts.laggedCopiesInDatacenter,
  counts.copiesPerServer,
  counts.hostedMailboxes,
  databaseSpace.databaseSpacePerServer,
  logSpace.logSpacePerServer,
  volumes.volumeSpacePerServer,
  volumes.dataVolumesPerServer,
  volumes.spareVolumesPerServer,
  volumes.volumesPerServer,
  io.serverIOPS,
  io.databaseReadsPerServer,
  io.databaseWritesPerServer,
  io.logWritesPerServer,
  io.logReadsPerServer,
  io.logIOPSPerServer,
  io.logStreamIOPS,
  io.backgroundMaintenancePerServer,
  activation.maximumActiveDatabases,
  activation.maximumPreferredActiveDatabases,
  cpu.availableMegacycles,
  cpu.megacyclesPerCore,
  cpu.globalCatalogCores,
  memory.minimumMemory,
  memory.cache,
  memory.clientAccessMemory,
  memory.memoryNeeded,
  memory.memory,
  memory.memoryInstalled,
  memory.cacheInMemory,
  memory.cachePerActiveMailbox,
  transport.transportOnSystemDisk,
  disks.raid10IOPS,
  disks.raid5IOPS,
  disks.raid6IOPS,
  disks.dataDisksPerServer,
  disks.restoreDisksPerServer,
  disks.disksPerServer,
  disks.driveBays,
  calculatorDisks.jbodDataDisks,
  calculatorDisks.jbodRestoreDisks,
  calculatorDisks.jbodSpareDisks,
  calculatorDisks.jbodDisksPerServer,
];

const ofFailure: Of<Failure> = [
  activation.activeDatabases,
  activation.activeMailboxes,
  activation.databasesMoved,
  activation.databasesRemaining,
  activation.databasesTakenOver,
  cpu.activeMegacycles,
  cpu.mailboxRoleMegacycles,
  cpu.clientAccessMegacycles,
  cpu.passiveMegacycles,
  cpu.requiredMegacycles,
  cpu.cpuUtilization,
];

/** Every figure of the requirements whose inputs are stated, with its working. @throws Overflow */
export function planFigures(plan: Plan): Figure[] {
  return [
    ...present(ofPlan, plan),
    ...plan.tiers.flatMap((tier) => [...present([mailboxes.plannedMailboxes], tier), ...tierFigures(tier)]),
    ...plan.sites.flatMap((site) => [
      ...present(ofSite, site),
      ...[...failureModes, 'worst' as const].flatMap((mode) => present(ofFailure, site.in(mode))),
    ]),
    ...(plan.siteResilient || plan.parity ? linkFigures(plan) : []),
  ];
}

function linkFigures(plan: Plan): Figure[] {
  const required = plan.recoveryPoints.flatMap((point) => present([replication.requiredTraffic], point));
  return [...present(ofLink, plan), ...required];
}

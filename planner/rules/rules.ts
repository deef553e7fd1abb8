import type { Rule } from './rule.ts';
import { activationPreferenceSequence } from './activation-preference-sequence.ts';
import { allocationUnit64k } from './allocation-unit-64k.ts';
import { autoReseedEnabled } from './auto-reseed-enabled.ts';
import { batteryBackedWriteCache } from './battery-backed-write-cache.ts';
import { baysHoldDisks } from './bays-hold-disks.ts';
import { bitlocker } from './bitlocker.ts';
import { coexistenceVersion } from './coexistence-version.ts';
import { copiesPerDisk } from './copies-per-disk.ts';
import { coreCount } from './core-count.ts';
import { cpuWorstFailure } from './cpu-worst-failure.ts';
import { dacMode } from './dac-mode.ts';
import { dagMemberLimit } from './dag-member-limit.ts';
import { dagName } from './dag-name.ts';
import { dagSize } from './dag-size.ts';
import { dagSpansTwoDatacenters } from './dag-spans-two-datacenters.ts';
import { dataMoveConstraint } from './data-move-constraint.ts';
import { databaseSize } from './database-size.ts';
import { databasesMount } from './databases-mount.ts';
import { datacenterOwnAdSite } from './datacenter-own-ad-site.ts';
import { diskIops } from './disk-iops.ts';
import { dnsTimeToLive } from './dns-time-to-live.ts';
import { domainControllerVersion } from './domain-controller-version.ts';
import { driveBays } from './drive-bays.ts';
import { dualSocket } from './dual-socket.ts';
import { evenActiveSpread } from './even-active-spread.ts';
import { evenMemberCount } from './even-member-count.ts';
import { evenPreferenceSpread } from './even-preference-spread.ts';
import { forestFunctionalLevel } from './forest-functional-level.ts';
import { fourCopies } from './four-copies.ts';
import { globalCatalogPresent } from './global-catalog-present.ts';
import { identicalServers } from './identical-servers.ts';
import { integrityStreamsOff } from './integrity-streams-off.ts';
import { iplessDagOperatingSystem } from './ipless-dag-operating-system.ts';
import { jbodDataDisks } from './jbod-data-disks.ts';
import { jbodNeedsHaCopies } from './jbod-needs-ha-copies.ts';
import { lagLimit } from './lag-limit.ts';
import { laggedCopyLast } from './lagged-copy-last.ts';
import { largeCapacityDisks } from './large-capacity-disks.ts';
import { layer7LoadBalancing } from './layer-7-load-balancing.ts';
import { linkCarriesReplication } from './link-carries-replication.ts';
import { mapiNetwork } from './mapi-network.ts';
import { memoryCeiling } from './memory-ceiling.ts';
import { memoryForLoad } from './memory-for-load.ts';
import { namespacePerProtocol } from './namespace-per-protocol.ts';
import { nativeProtectionCopies } from './native-protection-copies.ts';
import { noAdministrativeAccessPoint } from './no-administrative-access-point.ts';
import { noCloudWitness } from './no-cloud-witness.ts';
import { noSessionAffinity } from './no-session-affinity.ts';
import { noWindowsNlb } from './no-windows-nlb.ts';
import { officeOnlineAffinity } from './office-online-affinity.ts';
import { officeOnlineBoundNamespace } from './office-online-bound-namespace.ts';
import { officeOnlineNotColocated } from './office-online-not-colocated.ts';
import { officeOnlinePerDatacenter } from './office-online-per-datacenter.ts';
import { officeOnlineTwoNodes } from './office-online-two-nodes.ts';
import { oneActiveCopyPerDisk } from './one-active-copy-per-disk.ts';
import { oneCopyPerServer } from './one-copy-per-server.ts';
import { oneLaggedCopy } from './one-lagged-copy.ts';
import { physicalServer } from './physical-server.ts';
import { preferenceMoveFrequency } from './preference-move-frequency.ts';
import { refsDataVolumes } from './refs-data-volumes.ts';
import { replayLagManager } from './replay-lag-manager.ts';
import { reseedParallelism } from './reseed-parallelism.ts';
import { replicationRpo } from './replication-rpo.ts';
import { roundTripLatency } from './round-trip-latency.ts';
import { safetyNetCoversLag } from './safety-net-covers-lag.ts';
import { sameExchangeVersion } from './same-exchange-version.ts';
import { sameNeighbours } from './same-neighbours.ts';
import { sameOperatingSystem } from './same-operating-system.ts';
import { serverDatabaseLimit } from './server-database-limit.ts';
import { sevenDayLag } from './seven-day-lag.ts';
import { singleNetwork } from './single-network.ts';
import { spareDisk } from './spare-disk.ts';
import { supportedOperatingSystem } from './supported-operating-system.ts';
import { symmetricMembership } from './symmetric-membership.ts';
import { systemDisksRaid1 } from './system-disks-raid1.ts';
import { twoCopiesPerDatacenter } from './two-copies-per-datacenter.ts';
import { unboundNamespace } from './unbound-namespace.ts';
import { uniquePreferencePerDisk } from './unique-preference-per-disk.ts';
import { volumeCapacity } from './volume-capacity.ts';
import { witnessLocation } from './witness-location.ts';
import { witnessNotMember } from './witness-not-member.ts';

/** Every rule, by area. Which of them hold, and how severely, a ruleset says. */
export const rules: readonly Rule[] = [
  unboundNamespace,
  layer7LoadBalancing,
  noSessionAffinity,
  namespacePerProtocol,
  dnsTimeToLive,
  officeOnlinePerDatacenter,
  officeOnlineBoundNamespace,
  officeOnlineAffinity,
  officeOnlineNotColocated,
  officeOnlineTwoNodes,
  noWindowsNlb,
  datacenterOwnAdSite,
  roundTripLatency,
  linkCarriesReplication,
  replicationRpo,
  dagSpansTwoDatacenters,
  physicalServer,
  dualSocket,
  coreCount,
  memoryCeiling,
  batteryBackedWriteCache,
  identicalServers,
  driveBays,
  baysHoldDisks,
  systemDisksRaid1,
  jbodDataDisks,
  largeCapacityDisks,
  spareDisk,
  cpuWorstFailure,
  memoryForLoad,
  diskIops,
  serverDatabaseLimit,
  refsDataVolumes,
  integrityStreamsOff,
  allocationUnit64k,
  bitlocker,
  copiesPerDisk,
  oneActiveCopyPerDisk,
  uniquePreferencePerDisk,
  sameNeighbours,
  reseedParallelism,
  databaseSize,
  volumeCapacity,
  noAdministrativeAccessPoint,
  symmetricMembership,
  dagMemberLimit,
  evenMemberCount,
  dagSize,
  witnessLocation,
  witnessNotMember,
  noCloudWitness,
  dacMode,
  replayLagManager,
  autoReseedEnabled,
  mapiNetwork,
  singleNetwork,
  sameOperatingSystem,
  sameExchangeVersion,
  dagName,
  evenActiveSpread,
  databasesMount,
  preferenceMoveFrequency,
  iplessDagOperatingSystem,
  fourCopies,
  twoCopiesPerDatacenter,
  oneLaggedCopy,
  laggedCopyLast,
  sevenDayLag,
  lagLimit,
  oneCopyPerServer,
  activationPreferenceSequence,
  evenPreferenceSpread,
  jbodNeedsHaCopies,
  nativeProtectionCopies,
  safetyNetCoversLag,
  dataMoveConstraint,
  supportedOperatingSystem,
  forestFunctionalLevel,
  domainControllerVersion,
  coexistenceVersion,
  globalCatalogPresent,
];

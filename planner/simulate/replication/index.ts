export type { LaggedCopy } from './playDown.ts';
export { linkOutages, type CatchUp, type LinkOutage, type WaitingDatabase } from './linkOutage.ts';
export { linkBetween, type LinkLoad, type LoadPart } from './links.ts';
export { partKinds, type PartKind } from './parts.ts';
export { logProfiles, wrongShareSum, type LogProfile } from './profile.ts';
export { ReplicationError } from './replicationError.ts';
export type { ReplicationSettings } from './played.ts';
export { simulateReplication, type ReplicationOutcome } from './simulateReplication.ts';

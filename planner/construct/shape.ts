import { sizingCatalog } from '../sizing/catalog.ts';
import { memoryNeed } from '../sizing/memory.ts';
import type { Demand } from './demand.ts';
import type { CompleteRequirements } from './requirements.ts';
import type { ServerModel } from './serverModel.ts';
import { worstCount } from './worstCount.ts';

const { limits } = sizingCatalog;

/** The shape of a symmetric design. Every server has as many databases active in the normal state as data volumes. */
export interface Shape {
  readonly dags: number;
  readonly serversPerDatacenter: number;
  readonly volumesPerServer: number;
}

/** What can keep a shape from holding the design. */
export type Limit = 'bays' | 'copiesPerServer' | 'databaseSize' | 'volumeSize' | 'diskIOPS' | 'cpu' | 'memory';

export interface Rejection {
  readonly limit: Limit;
  /** What the shape needs and what there is of it: GB, IOPS, bays, copies, or a fraction of the processors. */
  readonly needed: number;
  readonly available: number;
}

/** Data volumes for which a server has bays and may have copies; the lower of the two. */
export function mostVolumes(
  requirements: CompleteRequirements,
  model: ServerModel,
): { volumes: number; limit: 'bays' | 'copiesPerServer' } {
  const { sizing, copies, exchange } = requirements;
  const free = model.bays - model.systemDisks - sizing.spareVolumesPerServer - (sizing.restoreVolume ? 1 : 0);
  const allowed = Math.floor(
    limits.copiesPerServer[exchange.edition ?? 'Enterprise'] / (copies.highlyAvailable + copies.lagged),
  );
  return free < allowed ? { volumes: free, limit: 'bays' } : { volumes: allowed, limit: 'copiesPerServer' };
}

/** Whether something does not fit; what is no number any more does not. */
export function exceeds(needed: number, available: number): boolean {
  return !(needed <= available);
}

/** Whether the servers of a shape carry the design failure, with the mailboxes spread evenly. */
export function rejectServers(
  shape: Shape,
  demand: Demand,
  requirements: CompleteRequirements,
  model: ServerModel,
): Rejection | undefined {
  const { sizing, copies } = requirements;
  const perVolume = copies.highlyAvailable + copies.lagged;
  const databases = databaseCount(shape);
  const hosted = shape.volumesPerServer * perVolume;
  const active = Math.min(
    hosted,
    worstCount(sizing.designFailure, shape.serversPerDatacenter, shape.volumesPerServer, perVolume),
  );
  const megacycles = (active * demand.activeMegacycles + (hosted - active) * demand.passiveMegacycles) / databases;
  const utilization = (megacycles * model.hypervisorFactor) / model.megacycles;
  if (exceeds(utilization, sizing.cpuLimitFraction)) {
    return { limit: 'cpu', needed: utilization, available: sizing.cpuLimitFraction };
  }
  const { neededGB: needed } = memoryNeed({
    version: requirements.exchange.version,
    copies: hosted,
    cores: model.cores,
    cacheMB: (active * demand.cacheMB) / databases,
    clientAccessUtilization: model.specIntStated
      ? (active * demand.clientAccessMegacycles * model.hypervisorFactor) / databases / model.megacycles
      : undefined,
  });
  return exceeds(needed, model.memoryGB) ? { limit: 'memory', needed, available: model.memoryGB } : undefined;
}

/** Databases of all DAGs together. */
export function databaseCount({ dags, serversPerDatacenter, volumesPerServer }: Shape): number {
  return dags * 2 * serversPerDatacenter * volumesPerServer;
}

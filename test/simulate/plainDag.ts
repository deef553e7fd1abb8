import { indexDesign } from '../../planner/design/index.ts';
import type { Design } from '../../planner/design/types.ts';
import { availableMegacycles } from '../../planner/sizing/cpu.ts';
import { databaseLoads } from '../../planner/sizing/databaseLoads.ts';
import type { PlainDag } from '../oracle/failover.ts';

/** The first DAG of a design in the oracle's words; costs are megacycles, as sizing has them. */
export function plainDag(design: Design): PlainDag {
  const [dag] = design.dags ?? [];
  if (!dag) throw new Error('The design has no DAG.');
  const { loads } = databaseLoads(design);
  const { hardware } = indexDesign(design);
  const disks = diskSelectors(design);
  const numbers = new Map((dag.servers ?? []).map(({ name }, s) => [name, s]));
  return {
    witness: dag.witness !== undefined,
    servers: (dag.servers ?? []).map((server) => ({
      site: server.datacenter ?? '',
      limit: server.maximumActiveDatabases ?? Infinity,
      policy: server.databaseCopyAutoActivationPolicy ?? 'Unrestricted',
      capacity: availableMegacycles(hardware.get(server.hardware ?? '')?.value.cores ?? NaN, undefined),
    })),
    databases: (dag.databases ?? []).map(({ name, copies = [] }) => ({
      name,
      activeCost: loads.get(name)?.activeMegacycles ?? NaN,
      passiveCost: loads.get(name)?.passiveMegacycles ?? NaN,
      copies: copies.map((copy) => ({
        server: numbers.get(copy.server) ?? -1,
        preference: copy.activationPreference ?? NaN,
        lagged: (copy.replayLagHours ?? 0) > 0,
        suspended: copy.activationSuspended ?? false,
        ...(copy.volume !== undefined && { disk: disks.indexOf(`volume:${copy.server}/${copy.volume}`) }),
      })),
    })),
  };
}

/** The disks of the first DAG that hold copies, in file order; the oracle's disks are numbers into this list. */
export function diskSelectors(design: Design): string[] {
  const [dag] = design.dags ?? [];
  const held = new Set(
    (dag?.databases ?? []).flatMap(({ copies = [] }) =>
      copies.map(({ server, volume = '' }) => `volume:${server}/${volume}`),
    ),
  );
  return (dag?.servers ?? [])
    .flatMap(({ name, volumes = [] }) => volumes.map((volume) => `volume:${name}/${volume.name}`))
    .filter((selector) => held.has(selector));
}

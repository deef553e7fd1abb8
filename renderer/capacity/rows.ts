import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import {
  failureModes,
  fillOf,
  type FailureMode,
  type ServerLoad,
  type VolumeLoad,
} from '../../planner/sizing/index.ts';

/** How much of something is used; `share` is used ÷ available. */
export interface Use {
  readonly share: number;
  readonly used: number;
  readonly available: number;
}

/** The use of the one volume of a server of which most is used. */
export interface VolumeUse extends Use {
  readonly volume: string;
}

/** What a server carries in the worst failure of a mode. Parts are absent where a field that they need is not stated. */
export interface ModeUse {
  readonly activeDatabases: number;
  /** Megacycles. */
  readonly cpu?: Use;
  /** GB. */
  readonly memory?: Use;
  /** The failed servers or datacenters, in words; "" where nothing has failed. */
  readonly failed: string;
}

/** The load of one server as the capacity view shows it: plain data, so that it passes between worker and page. */
export interface CapacityRow {
  readonly server: string;
  readonly dag: string;
  readonly datacenter: string;
  readonly copies: number;
  /** Absent modes leave the server down in every case. */
  readonly modes: Readonly<Partial<Record<FailureMode, ModeUse>>>;
  /** The fullest volume, GB of 2^30 bytes with all reserves; the same in every mode. */
  readonly disk?: VolumeUse;
  /** The busiest volume, IOPS; passive copies count like the active one, so that it too is the same in every mode. */
  readonly iops?: VolumeUse;
}

/** One row for each server of a design, in file order. */
export function capacityRows(design: Design, loads: readonly ServerLoad[]): CapacityRow[] {
  const { servers } = indexDesign(design);
  return loads.map((load): CapacityRow => {
    const placed = servers.get(load.server);
    const disk = mostUsed(load.volumes, ({ requiredGB, formattedGB }) => [requiredGB, formattedGB], fillOf);
    const iops = mostUsed(
      load.volumes,
      (volume) => [volume.iops, volume.availableIOPS],
      ({ iops, availableIOPS }) => (availableIOPS ? iops / availableIOPS : undefined),
    );
    return {
      server: load.server,
      dag: placed?.dag.name ?? '',
      datacenter: placed?.value.datacenter ?? '',
      copies: load.copies,
      modes: Object.fromEntries(
        failureModes.flatMap((mode) => (load.modes[mode] ? [[mode, modeUse(load, mode)]] : [])),
      ),
      ...(disk && { disk }),
      ...(iops && { iops }),
    };
  });
}

function modeUse({ modes, availableMegacycles, memoryGB }: ServerLoad, mode: FailureMode): ModeUse {
  const { activeDatabases = 0, activeMegacycles, passiveMegacycles, memoryNeed, failed = [] } = modes[mode] ?? {};
  const megacycles =
    activeMegacycles === undefined || passiveMegacycles === undefined
      ? undefined
      : activeMegacycles + passiveMegacycles;
  const cpu = use(megacycles, availableMegacycles);
  const memory = use(memoryNeed?.neededGB, memoryGB);
  return { activeDatabases, ...(cpu && { cpu }), ...(memory && { memory }), failed: namesOf(failed) };
}

function use(used: number | undefined, available: number | undefined): Use | undefined {
  return used !== undefined && available ? { share: used / available, used, available } : undefined;
}

function mostUsed(
  volumes: readonly VolumeLoad[],
  amounts: (volume: VolumeLoad) => readonly [number | undefined, number | undefined],
  shareOf: (volume: VolumeLoad) => number | undefined,
): VolumeUse | undefined {
  let most: VolumeUse | undefined;
  for (const volume of volumes) {
    const share = shareOf(volume);
    if (share === undefined || share <= (most?.share ?? -1)) continue;
    const [used = 0, available = 0] = amounts(volume);
    most = { share, used, available, volume: volume.volume };
  }
  return most;
}

function namesOf(failed: readonly Subject[]): string {
  return failed.map((each) => parseSubject(each)?.name ?? each).join(' and ');
}

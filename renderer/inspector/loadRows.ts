import { memoryText } from '../numbers/storage.ts';
import {
  failureModes,
  fillOf,
  type FailureMode,
  type ModeLoad,
  type ServerLoad,
} from '../../planner/sizing/serverLoad.ts';

export interface LoadRow {
  readonly label: string;
  /** Used share; undefined where a field that it needs is not stated. */
  readonly fraction: number | undefined;
  readonly limit?: number;
  readonly detail: string;
}

export interface LoadRows {
  readonly title: string;
  readonly mode: FailureMode;
  readonly worst: ModeLoad | undefined;
  readonly rows: readonly LoadRow[];
}

const modeNames: Readonly<Record<FailureMode, string>> = {
  normal: 'Load, nothing failed',
  oneServer: 'Load, worst of one server failed',
  twoServers: 'Load, worst of two servers failed',
  datacenter: 'Load, a datacenter failed',
  datacenterAndOneServer: 'Load, a datacenter and a server failed',
};

/** A server's load in its worst failure, as the bars of the inspector. */
export function loadRows(load: ServerLoad, cpuLimit: number): LoadRows {
  const mode = worstMode(load);
  const worst = load.modes[mode];
  const fullest = maximum(load.volumes.flatMap((volume) => fillOf(volume) ?? []));
  const busiest = maximum(
    load.volumes.flatMap(({ iops, availableIOPS }) => (availableIOPS ? iops / availableIOPS : [])),
  );
  const { memoryRequiredGB, memoryGB } = load;
  return {
    title: modeNames[mode],
    mode,
    worst,
    rows: [
      { label: 'CPU', fraction: worst?.cpuUtilization, limit: cpuLimit, detail: 'of the available megacycles' },
      {
        label: 'Memory',
        fraction: memoryRequiredGB !== undefined && memoryGB ? memoryRequiredGB / memoryGB : undefined,
        detail: `${memory(memoryRequiredGB)} needed of ${memory(memoryGB)}`,
      },
      { label: 'Disk', fraction: fullest, detail: 'of the fullest volume' },
      { label: 'IOPS', fraction: busiest, detail: 'of the busiest volume' },
    ],
  };
}

function worstMode({ modes }: ServerLoad): FailureMode {
  let worst: FailureMode = 'normal';
  for (const mode of failureModes) {
    if ((modes[mode]?.cpuUtilization ?? 0) > (modes[worst]?.cpuUtilization ?? 0)) worst = mode;
  }
  return worst;
}

function maximum(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

function memory(value: number | undefined): string {
  return value === undefined ? 'not stated' : memoryText(value);
}

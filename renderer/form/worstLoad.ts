import { fillOf, type ServerLoad } from '../../planner/sizing/serverLoad.ts';

/** The highest load of any server in the failure it is judged by, shares of what there is; undefined where nothing of the kind is stated. */
export interface WorstLoad {
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
  readonly memoryGB: number;
  readonly disk: number | undefined;
  readonly iops: number | undefined;
}

export function worstLoad(loads: readonly ServerLoad[]): WorstLoad {
  const volumes = loads.flatMap((load) => load.volumes);
  return {
    cpu: most(loads.flatMap(({ modes, judgedMode }) => modes[judgedMode]?.cpuUtilization ?? [])),
    memory: most(
      loads.flatMap(({ memoryRequiredGB, memoryGB }) =>
        memoryRequiredGB !== undefined && memoryGB ? memoryRequiredGB / memoryGB : [],
      ),
    ),
    memoryGB: most(loads.flatMap(({ memoryRequiredGB }) => memoryRequiredGB ?? [])) ?? 0,
    disk: most(volumes.flatMap((volume) => fillOf(volume) ?? [])),
    iops: most(volumes.flatMap(({ iops, availableIOPS }) => (availableIOPS ? iops / availableIOPS : []))),
  };
}

function most(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

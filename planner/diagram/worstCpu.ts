import type { ServerLoad } from '../sizing/serverLoad.ts';

/** The processor load of a server in the failure that it is judged by; undefined where it cannot be known. */
export function worstCpu(load: ServerLoad | undefined): number | undefined {
  return load?.modes[load.judgedMode]?.cpuUtilization;
}

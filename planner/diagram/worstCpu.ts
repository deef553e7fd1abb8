import type { Design } from '../design/types.ts';
import type { ServerLoad } from '../sizing/serverLoad.ts';

/** The default of `sizing.designFailure`, from the schema. */
const defaultDesignFailure = 'datacenterAndOneServer';

/** The processor load of a server in the failure that the design is made for; undefined where it cannot be known. */
export function worstCpu(design: Design, load: ServerLoad | undefined): number | undefined {
  return load?.modes[design.sizing?.designFailure ?? defaultDesignFailure]?.cpuUtilization;
}

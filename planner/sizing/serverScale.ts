import type { PlacedServer } from '../design/index.ts';
import type { Design } from '../design/types.ts';
import { availableMegacycles } from './cpu.ts';
import { cacheGB, clientAccessMemoryGB, minimumMemoryGB, neededMemoryGB } from './memory.ts';
import { sizingOptions } from './options.ts';
import { missingFields } from './serverFields.ts';
import { hypervisorFactor } from './serverTally.ts';

/** How sums over a server's databases become its load, for loops over many failures; NaN where something is not stated. */
export interface ServerScale {
  /** CPU utilisation that a megacycle of demand adds, a fraction. */
  readonly utilizationPerMegacycle: number;
  /** Memory that it needs, GB, for the cache and the client access megacycles of its active databases. */
  readonly memoryGB: (cacheMB: number, clientAccessMegacycles: number) => number;
}

/** @param members all servers of its DAG */
export function serverScale(design: Design, server: PlacedServer, members: readonly PlacedServer[]): ServerScale {
  const { cores, specIntRate2006 } = server.hardware?.value ?? {};
  const missing = missingFields(design, server, members);
  const factor = hypervisorFactor(server.hardware?.value, sizingOptions(design));
  const perMegacycle = cores === undefined ? NaN : factor / availableMegacycles(cores, specIntRate2006);
  const minimum = minimumMemoryGB(design.exchange?.version ?? '2016', server.copies.length);
  return {
    utilizationPerMegacycle: missing.cpu.length > 0 ? NaN : perMegacycle,
    memoryGB: (cacheMB, clientAccessMegacycles) => {
      if (cores === undefined || missing.memoryNeed.length > 0) return NaN;
      const utilization = specIntRate2006 === undefined ? undefined : clientAccessMegacycles * perMegacycle;
      return neededMemoryGB(minimum, cacheGB(cacheMB), clientAccessMemoryGB(cores, utilization));
    },
  };
}

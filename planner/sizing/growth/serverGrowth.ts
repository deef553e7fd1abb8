import type { Design } from '../../design/types.ts';
import { grownMemoryGB } from '../memory.ts';
import type { FailureMode } from '../serverLoad.ts';
import { serverLoads } from '../serverLoads.ts';

/** The server of which most is used. */
export interface MostUsed {
  readonly server: string;
  readonly share: number;
}

/** What is used of the servers with so many times the mailboxes; parts are absent where no server has them known. */
export interface ServerGrowth {
  readonly cpu?: (mailboxFactor: number) => MostUsed;
  readonly memory?: (mailboxFactor: number) => MostUsed;
}

/**
 * The CPU and memory of a design's servers in the worst failure of a mode as its mailboxes become more, every tier and database in
 * proportion: megacycles rise with them, memory with the cache and client access of those that are active.
 */
export function serverGrowth(design: Design, mode: FailureMode): ServerGrowth {
  const cpu: ((factor: number) => MostUsed)[] = [];
  const memory: ((factor: number) => MostUsed)[] = [];
  for (const { server, modes, memoryGB } of serverLoads(design)) {
    const { cpuUtilization, memoryNeed } = modes[mode] ?? {};
    if (cpuUtilization !== undefined) cpu.push((factor) => ({ server, share: cpuUtilization * factor }));
    if (memoryNeed && memoryGB) {
      memory.push((factor) => ({ server, share: grownMemoryGB(memoryNeed, factor) / memoryGB }));
    }
  }
  return {
    ...(cpu.length > 0 && { cpu: mostOf(cpu) }),
    ...(memory.length > 0 && { memory: mostOf(memory) }),
  };
}

function mostOf(servers: readonly ((factor: number) => MostUsed)[]): (factor: number) => MostUsed {
  return (factor) =>
    servers.map((server) => server(factor)).reduce((most, next) => (next.share > most.share ? next : most));
}

import type { Pointer } from '../design/pointer.ts';
import type { Subject } from '../design/subject.ts';
import type { FailureMode } from '../simulate/failover/failureModes.ts';
import type { MemoryNeed } from './memory.ts';

export { failureModes, type FailureMode } from '../simulate/failover/failureModes.ts';

/** What a server carries in the worst failure of a mode that leaves it up. */
export interface ModeLoad {
  /** The failed servers of that worst case: the one that is heaviest for the CPU. */
  readonly failed: readonly Subject[];
  /** The most of any failure of the mode, which need not be the heaviest where databases weigh differently. */
  readonly activeDatabases: number;
  /** The failed servers of that failure. */
  readonly activeFailed: readonly Subject[];
  /** In the heaviest failure. Absent where the mailboxes of a database are not stated. */
  readonly activeMailboxes?: number;
  /** Fraction of the available megacycles; absent where a field it needs is not stated, as are the two that make it. */
  readonly cpuUtilization?: number;
  /** Megacycles of the active mailboxes, client access included. */
  readonly activeMegacycles?: number;
  readonly passiveMegacycles?: number;
  /** Of the failure of the mode that needs the most memory; absent where a field it needs is not stated. */
  readonly memoryNeed?: MemoryNeed;
  /** The failed servers of that failure. */
  readonly memoryFailed?: readonly Subject[];
}

export interface VolumeLoad {
  readonly volume: string;
  readonly copies: number;
  /** What its databases, their logs and content index take, GB of 2^30 bytes; absent where a lag is not stated. */
  readonly contentGB?: number;
  /** The same with room for a restore and a catalogue merge and with free space. */
  readonly requiredGB?: number;
  /** Formatted capacity, GB of 2^30 bytes; absent where not stated. */
  readonly formattedGB?: number;
  /** Peak random I/O of its copies, IOPS, and what the disk sustains. */
  readonly iops: number;
  readonly availableIOPS?: number;
}

/** The load of one server, from the design's real placement. */
export interface ServerLoad {
  readonly server: string;
  readonly copies: number;
  readonly modes: Readonly<Partial<Record<FailureMode, ModeLoad>>>;
  /** The mode by which the server is judged: the design failure or, where no case of it leaves the server up, the next milder one that does. */
  readonly judgedMode: FailureMode;
  /** Megacycles the server has for Exchange; absent where not stated. */
  readonly availableMegacycles?: number;
  /** GB needed in the judged mode and installed; absent where not stated. */
  readonly memoryRequiredGB?: number;
  readonly memoryNeed?: MemoryNeed;
  readonly memoryGB?: number;
  readonly volumes: readonly VolumeLoad[];
  /** Fields that a figure needs and the design does not state. */
  readonly notStated: NotStated;
}

/** Missing fields by what needs them: the CPU, the memory, the capacity of the volumes and their I/O. */
export interface NotStated {
  readonly cpu: readonly Pointer[];
  readonly memory: readonly Pointer[];
  readonly capacity: readonly Pointer[];
  readonly iops: readonly Pointer[];
}

/** The share of a volume that is in use with all reserves; undefined where it cannot be known. */
export function fillOf({ requiredGB, formattedGB }: VolumeLoad): number | undefined {
  return requiredGB !== undefined && formattedGB ? requiredGB / formattedGB : undefined;
}

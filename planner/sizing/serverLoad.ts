import type { Pointer } from '../design/pointer.ts';
import type { Subject } from '../design/subject.ts';
import type { FailureMode } from '../simulate/failover/failureModes.ts';
import type { MemoryNeed } from './memory.ts';

export { failureModes, type FailureMode } from '../simulate/failover/failureModes.ts';

/** What a server carries in the worst failure of a mode that leaves it up. */
export interface ModeLoad {
  /** The failed servers of that worst case. */
  readonly failed: readonly Subject[];
  readonly activeDatabases: number;
  /** Absent where the mailboxes of a database are not stated. */
  readonly activeMailboxes?: number;
  /** Fraction of the available megacycles; absent where a field it needs is not stated, as are the two that make it. */
  readonly cpuUtilization?: number;
  /** Megacycles of the active mailboxes, client access included. */
  readonly activeMegacycles?: number;
  readonly passiveMegacycles?: number;
}

export interface VolumeLoad {
  readonly volume: string;
  readonly copies: number;
  /** Room that its databases, logs, content index and reserve take, GB of 2^30 bytes; free space included. */
  readonly requiredGB: number;
  /** Formatted capacity, GB of 2^30 bytes. */
  readonly formattedGB: number;
  /** Peak random I/O of its copies, IOPS, and what the disk sustains. */
  readonly iops: number;
  readonly availableIOPS?: number;
}

/** The load of one server, from the design's real placement. */
export interface ServerLoad {
  readonly server: string;
  readonly copies: number;
  readonly modes: Readonly<Partial<Record<FailureMode, ModeLoad>>>;
  /** Megacycles the server has for Exchange; absent where not stated. */
  readonly availableMegacycles?: number;
  /** GB needed in the design failure and installed; absent where not stated. */
  readonly memoryRequiredGB?: number;
  readonly memoryNeed?: MemoryNeed;
  readonly memoryGB?: number;
  readonly volumes: readonly VolumeLoad[];
  /** Fields that a figure needed and the design does not state. */
  readonly notStated: readonly Pointer[];
}

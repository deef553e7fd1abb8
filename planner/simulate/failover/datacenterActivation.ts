import type { Dag } from '../../design/types.ts';
import type { Side } from './quorum.ts';

/** What a change leaves of a DAG, as its members' Active Managers see it. */
export interface Reached {
  /** 1 for each server that is up and a member of the cluster, and for each member of the cluster. */
  readonly up: Uint8Array;
  readonly members: Uint8Array;
  /** The side with quorum, if there is one. */
  readonly side: Side | undefined;
  readonly witnessUp: boolean;
}

/**
 * Which members may mount, by datacenter activation coordination (facts B5). A member that was down starts without
 * leave. It gets leave from a member of its side that has it, or where all members are reached, as in a cold start. In
 * a cluster of two a member that starts alone compares: if the witness has started since the member last got leave, both
 * were down, and it waits. Without the mode, every member has leave.
 */
export class DatacenterActivation {
  readonly #isOn: boolean;
  #may: Uint8Array;
  /** The changes after which each member last got leave, and after which the witness last started. */
  readonly #since: Int32Array;
  #witnessStarted = -1;
  #witnessUp = true;
  #changes = 0;

  constructor({ datacenterActivationMode, servers = [] }: Dag) {
    this.#isOn = datacenterActivationMode === 'DagOnly';
    this.#may = new Uint8Array(servers.length).fill(1);
    this.#since = new Int32Array(servers.length);
  }

  /** @returns 1 for each server that may mount after a change */
  next({ up, members, side, witnessUp }: Reached): Uint8Array {
    if (!this.#isOn) return this.#may;
    if (witnessUp && !this.#witnessUp) this.#witnessStarted = this.#changes;
    this.#witnessUp = witnessUp;
    const kept = this.#may.map((may, s) => may & (up[s] ?? 0));
    if (side && (isWhole(side, members) || hasLeave(side, kept) || this.#startsAlone(side, members))) {
      side.members.forEach((member, s) => {
        if (member !== 1 || kept[s] === 1) return;
        kept[s] = 1;
        this.#since[s] = this.#changes;
      });
    }
    this.#changes++;
    return (this.#may = kept);
  }

  /** Gives leave to a side, as restoring a DAG in one datacenter does (facts B6). */
  grant(side: Side): Uint8Array {
    this.#may = this.#may.map((may, s) => may | (side.members[s] ?? 0));
    return this.#may;
  }

  #startsAlone({ members: own, reachesWitness }: Side, members: Uint8Array): boolean {
    const member = own.indexOf(1);
    return count(members) === 2 && reachesWitness && (this.#since[member] ?? -1) > this.#witnessStarted;
  }
}

function isWhole(side: Side, members: Uint8Array): boolean {
  return members.every((member, s) => member === 0 || side.members[s] === 1);
}

function hasLeave(side: Side, may: Uint8Array): boolean {
  return side.members.some((member, s) => member === 1 && may[s] === 1);
}

function count(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}

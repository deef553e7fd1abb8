import type { Dag } from '../../design/types.ts';
import { orderByName } from './orderByName.ts';

/** How the votes of a DAG's cluster are given. */
export interface QuorumRules {
  /** 1 for each server of the DAG that is a member of its cluster; a datacenter switchover evicts some. */
  readonly members: Uint8Array;
  /** The members by name, so that it means nothing in which order the file lists them. */
  readonly byName: Int32Array;
  readonly hasWitness: boolean;
  /** Votes follow each survived change (Windows Server 2012 and later); else they stay as at the start. */
  readonly dynamicVotes: boolean;
  /** The witness votes only where the voting members are even (Windows Server 2012 R2 and later). */
  readonly dynamicWitness: boolean;
}

/** Who votes, as the last survived change left it. */
export interface Votes {
  /** 1 for each member with a vote. */
  readonly members: Uint8Array;
  readonly witness: boolean;
}

/** Members that reach each other, and whether they reach the witness. */
export interface Side {
  /** 1 for each member of this side that is up. */
  readonly members: Uint8Array;
  readonly reachesWitness: boolean;
}

/** What a change of the sides does to the quorum. */
export interface QuorumOutcome {
  /** The side that keeps quorum, or -1. */
  readonly winner: number;
  /** Votes of each side, the witness with the side that holds its lock. */
  readonly held: readonly number[];
  /** The side that holds the lock of the witness, or -1. */
  readonly lockHolder: number;
  readonly needed: number;
}

/** @param dynamic whether votes follow each survived change; from the members' Windows releases, 2012 R2 where not stated */
export function quorumRules(dag: Dag, dynamic = true): QuorumRules {
  const servers = dag.servers ?? [];
  return {
    members: new Uint8Array(servers.length).fill(1),
    byName: orderByName(servers),
    hasWitness: dag.witness !== undefined,
    dynamicVotes: dynamic,
    dynamicWitness: dynamic && !servers.some(({ operatingSystem }) => operatingSystem === 'WS2012'),
  };
}

/** The votes of a DAG with everything up. */
export function firstVotes(rules: QuorumRules): Votes {
  return assignVotes(rules, rules.members, true);
}

/**
 * The votes after a change that quorum survived (facts B4.1, B4.5). Where an even number of members votes and the
 * witness does not, the last member by name loses its vote, so that the total is odd (Windows: understand quorum).
 * @param present 1 for each member of the side that kept quorum
 */
export function assignVotes(rules: QuorumRules, present: Uint8Array, reachesWitness: boolean): Votes {
  const { members: cluster, byName, hasWitness, dynamicVotes, dynamicWitness } = rules;
  const isEvenAtStart = sum(cluster) % 2 === 0;
  if (!dynamicVotes) return { members: Uint8Array.from(cluster), witness: hasWitness && isEvenAtStart };
  const members = Uint8Array.from(present);
  const isEven = sum(members) % 2 === 0;
  const witness = hasWitness && (dynamicWitness ? reachesWitness && isEven : isEvenAtStart);
  if (isEven && !witness) members[byName.findLast((member) => members[member] === 1) ?? -1] = 0;
  return { members, witness };
}

/** All votes, and the majority of them. */
export function voteCount({ members, witness }: Votes): { votes: number; needed: number } {
  const votes = sum(members) + (witness ? 1 : 0);
  return { votes, needed: Math.floor(votes / 2) + 1 };
}

/**
 * Which side keeps quorum (facts B4.2, B4.4, B4.7).
 * @param sides in the order in which they get the witness's lock: the first that reaches it and has a majority with
 *   it, else the first that reaches it
 */
export function judgeQuorum(votes: Votes, sides: readonly Side[]): QuorumOutcome {
  const { needed } = voteCount(votes);
  const held = sides.map(({ members }) => members.reduce((all, up, m) => all + (up & (votes.members[m] ?? 0)), 0));
  const lockHolder = votes.witness ? holderOfLock(sides, held, needed) : -1;
  if (lockHolder >= 0) held[lockHolder] = (held[lockHolder] ?? 0) + 1;
  return { winner: held.findIndex((count) => count >= needed), held, lockHolder, needed };
}

function holderOfLock(sides: readonly Side[], held: readonly number[], needed: number): number {
  const decides = sides.findIndex(({ reachesWitness }, s) => reachesWitness && (held[s] ?? 0) + 1 >= needed);
  return decides >= 0 ? decides : sides.findIndex(({ reachesWitness }) => reachesWitness);
}

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}

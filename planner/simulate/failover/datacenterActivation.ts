import type { Dag } from '../../design/types.ts';

/**
 * Which members may mount after a change, by datacenter activation coordination (facts B5.1). A member that was down
 * starts without leave. It gets leave from a member of its side that has it, or where all members of the DAG are
 * reached, as in a cold start. Without the mode, every member has leave.
 * @param before 1 for each member that had leave
 * @param side 1 for each member of the side with quorum
 */
export function promote(
  { datacenterActivationMode }: Dag,
  before: Uint8Array,
  up: Uint8Array,
  side: Uint8Array | undefined,
): Uint8Array {
  if (datacenterActivationMode !== 'DagOnly') return new Uint8Array(before.length).fill(1);
  const after = before.map((may, s) => may & (up[s] ?? 0));
  if (!side) return after;
  const isPromoted = side.every((member) => member === 1) || side.some((member, s) => member === 1 && after[s] === 1);
  return isPromoted ? after.map((may, s) => may | (side[s] ?? 0)) : after;
}

import { indexDesign } from '../../planner/design/index.ts';
import type { Design } from '../../planner/design/types.ts';

/** The datacenters whose side can hold a witness's lock when links are cut: those of pairs, or all where there is no pair. */
export function lockSites(design: Design): readonly string[] {
  const paired = new Set((design.pairs ?? []).flatMap(({ datacenters }) => datacenters ?? []));
  return paired.size > 0 ? [...paired] : [...indexDesign(design).datacenters.keys()];
}

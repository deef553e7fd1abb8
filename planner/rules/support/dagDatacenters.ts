import { indexDesign, type Placed } from '../../design/index.ts';
import type { Dag, Design } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';
import { membersOf } from './each.ts';
import { stated } from './stated.ts';

/** How many members of a DAG stand in each datacenter, by name in file order; members that state none are told as not stated. */
export function membersByDatacenter(design: Design, dag: Placed<Dag>, reporter: Reporter): Map<string, number> {
  const counts = new Map<string, number>();
  for (const member of membersOf(design, dag, reporter)) {
    const datacenter = stated(member, 'datacenter', reporter);
    if (datacenter !== undefined) counts.set(datacenter, (counts.get(datacenter) ?? 0) + 1);
  }
  return counts;
}

/** The two datacenters of a DAG's pair; undefined where the pair is not stated, which is told. */
export function pairDatacenters(design: Design, dag: Placed<Dag>, reporter: Reporter): readonly string[] | undefined {
  const name = stated(dag, 'pair', reporter);
  return name === undefined ? undefined : indexDesign(design).pairs.get(name)?.value.datacenters;
}

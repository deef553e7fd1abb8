import { indexDesign, type PlacedServer } from '../../design/index.ts';
import { subject, type Subject } from '../../design/subject.ts';
import type { Dag, Design, Server, Witness } from '../../design/types.ts';
import type { CopyTable } from './copyTable.ts';
import type { Side } from './quorum.ts';
import { linkSubject } from './selectors.ts';

/** What is out of service, as selectors. */
export type Failed = ReadonlySet<Subject>;

/** The selector by whose failure a server is down, if it is. */
export function downBy(failed: Failed, dag: Dag, { name, datacenter }: Server): Subject | undefined {
  return [
    subject.server(name),
    ...(datacenter === undefined ? [] : [subject.datacenter(datacenter)]),
    subject.dag(dag.name),
  ].find((selector) => failed.has(selector));
}

/** The cluster of a DAG, which a datacenter switchover changes. */
export interface Cluster {
  /** 1 for each server that is a member of it. */
  readonly members: Uint8Array;
  readonly witness: Witness | undefined;
}

/**
 * The sides into which cut links part the members that are up, in the order in which they get the witness's lock: the
 * given datacenter's first, then by the pair's order, then by file order. A datacenter passes traffic on to others
 * where members of it are up; members without a datacenter reach everything.
 */
export function sidesOf(
  design: Design,
  { dag, servers }: CopyTable,
  { members, witness }: Cluster,
  failed: Failed,
  lockDatacenter?: string,
): Side[] {
  const up = servers.map(({ value }, s) => members[s] === 1 && downBy(failed, dag, value) === undefined);
  const order = lockOrder(design, dag, lockDatacenter);
  const sites = [...new Set(servers.filter((_, s) => up[s]).map(({ value }) => value.datacenter))];
  sites.sort((a, b) => rankOf(order, a) - rankOf(order, b));
  const sides: Side[] = [];
  const left = new Set(sites);
  for (const first of sites) {
    if (!left.delete(first)) continue;
    const reached = new Set([first]);
    for (const site of reached) {
      for (const next of left) {
        if (areCut(design, failed, site, next)) continue;
        reached.add(next);
        left.delete(next);
      }
    }
    sides.push({
      members: Uint8Array.from(servers, ({ value }, s) => (up[s] && reached.has(value.datacenter) ? 1 : 0)),
      reachesWitness:
        isWitnessUp(design, dag, witness, failed) &&
        [...reached].some((site) => !areCut(design, failed, site, witness?.datacenter)),
    });
  }
  return sides;
}

/** The datacenters in the order in which their sides of a DAG get its witness's lock; one may come twice. */
export function lockOrder(design: Design, dag: Dag, lockDatacenter?: string): readonly string[] {
  const { pairs, datacenters } = indexDesign(design);
  const pair = dag.pair === undefined ? undefined : pairs.get(dag.pair);
  return [
    ...(lockDatacenter === undefined ? [] : [lockDatacenter]),
    ...(pair?.value.datacenters ?? []),
    ...datacenters.keys(),
  ];
}

function rankOf(order: readonly string[], site: string | undefined): number {
  const rank = site === undefined ? -1 : order.indexOf(site);
  return rank < 0 ? order.length : rank;
}

function areCut(design: Design, failed: Failed, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  return failed.has(linkSubject(design, one, other));
}

/** Whether the witness of a DAG is there and up. */
export function isWitnessUp(design: Design, dag: Dag, witness: Witness | undefined, failed: Failed): boolean {
  if (witness === undefined) return false;
  if (witness === dag.witness && failed.has(subject.witness(dag.name))) return false;
  const { server, datacenter } = witness;
  const host: PlacedServer | undefined = server === undefined ? undefined : indexDesign(design).servers.get(server);
  if (host && downBy(failed, host.dag, host.value) !== undefined) return false;
  return datacenter === undefined || !failed.has(subject.datacenter(datacenter));
}

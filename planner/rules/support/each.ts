import {
  indexDesign,
  type Placed,
  type PlacedDatabase,
  type PlacedServer,
  type PlacedVolume,
} from '../../design/index.ts';
import type { Dag, Datacenter, Design, Hardware, Pair } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';
import { items, stated, whole } from './stated.ts';

/** The datacenter pairs, in file order; the list is told as not stated where it is absent. So are the lists of the others below. */
export function eachPair(design: Design, reporter: Reporter): Placed<Pair>[] {
  return items(whole(design), 'pairs', reporter);
}

/** The datacenters that mailbox servers stand in: those that are not for a witness only. */
export function eachMailboxDatacenter(design: Design, reporter: Reporter): Placed<Datacenter>[] {
  return items(whole(design), 'datacenters', reporter).filter(({ value }) => value.role !== 'witness');
}

/** The DAGs, in file order. */
export function eachDag(design: Design, reporter: Reporter): Placed<Dag>[] {
  return items(whole(design), 'dags', reporter);
}

/** The members of a DAG, in file order. */
export function membersOf(design: Design, dag: Placed<Dag>, reporter: Reporter): readonly PlacedServer[] {
  stated(dag, 'servers', reporter);
  return indexDesign(design).dags.get(dag.value.name)?.servers ?? [];
}

/** The servers of all DAGs, in file order. */
export function eachServer(design: Design, reporter: Reporter): PlacedServer[] {
  return eachDag(design, reporter).flatMap((dag) => membersOf(design, dag, reporter));
}

/** The databases of a DAG whose copies are stated, in file order. */
export function databasesOf(design: Design, dag: Placed<Dag>, reporter: Reporter): PlacedDatabase[] {
  stated(dag, 'databases', reporter);
  const { databases = [] } = indexDesign(design).dags.get(dag.value.name) ?? {};
  return databases.filter((database) => stated(database, 'copies', reporter) !== undefined);
}

/** The databases of all DAGs whose copies are stated, in file order. */
export function eachDatabase(design: Design, reporter: Reporter): PlacedDatabase[] {
  return eachDag(design, reporter).flatMap((dag) => databasesOf(design, dag, reporter));
}

/** A server's volumes for databases: those whose role says so and those that carry copies. */
export function dataVolumesOf(server: PlacedServer, reporter: Reporter): PlacedVolume[] {
  stated(server, 'volumes', reporter);
  return server.volumes.filter((volume) => volume.value.role === 'data' || volume.copies.length > 0);
}

/** The volumes for databases of a DAG's members, in file order. */
export function dataVolumesIn(design: Design, dag: Placed<Dag>, reporter: Reporter): PlacedVolume[] {
  return membersOf(design, dag, reporter).flatMap((server) => dataVolumesOf(server, reporter));
}

/** The volumes for databases of all servers, in file order. */
export function eachDataVolume(design: Design, reporter: Reporter): PlacedVolume[] {
  return eachDag(design, reporter).flatMap((dag) => dataVolumesIn(design, dag, reporter));
}

/** A server model together with the servers that use it. */
export interface UsedHardware extends Placed<Hardware> {
  readonly servers: readonly PlacedServer[];
}

/** The server models that servers use, in file order; a model that nobody uses is not judged. */
export function eachUsedHardware(design: Design, reporter: Reporter): UsedHardware[] {
  const users = new Map<string, PlacedServer[]>();
  for (const server of eachServer(design, reporter)) {
    const name = stated(server, 'hardware', reporter);
    if (name === undefined) continue;
    const list = users.get(name);
    if (list) list.push(server);
    else users.set(name, [server]);
  }
  return [...indexDesign(design).hardware.values()].flatMap((model) => {
    const servers = users.get(model.value.name);
    return servers ? [{ ...model, servers }] : [];
  });
}

import type { Placed, PlacedServer } from '../../design/index.ts';
import type { Pointer } from '../../design/pointer.ts';
import type { Dag, Design } from '../../design/types.ts';
import { serverLoads, type FailureMode, type ServerLoad } from '../../sizing/index.ts';
import type { Reporter } from '../rule.ts';
import { databasesOf, membersOf } from './each.ts';

/** A server with its load. */
export interface LoadedServer {
  readonly server: PlacedServer;
  readonly load: ServerLoad;
}

/** The members of a DAG with their loads, in file order; databases and copies that are not stated are told. */
export function loadedServersOf(design: Design, dag: Placed<Dag>, reporter: Reporter): LoadedServer[] {
  const loads = new Map(serverLoads(design).map((load) => [load.server, load]));
  databasesOf(design, dag, reporter);
  return membersOf(design, dag, reporter).flatMap((server) => {
    const load = loads.get(server.value.name);
    return load ? [{ server, load }] : [];
  });
}

/** Where a volume of a server stands. */
export function volumePath(server: PlacedServer, name: string): Pointer {
  return server.volumes.find(({ value }) => value.name === name)?.path ?? `${server.path}/volumes`;
}

/** A failure mode as part of a sentence: "the loss of a datacenter". */
export const modeNames: Readonly<Record<FailureMode, string>> = {
  normal: 'the normal state',
  oneServer: 'the loss of one server',
  twoServers: 'the loss of two servers',
  datacenter: 'the loss of a datacenter',
  datacenterAndOneServer: 'the loss of a datacenter and one server',
};

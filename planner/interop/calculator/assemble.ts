import { pointer, type Pointer } from '../../design/pointer.ts';
import type { Dag, Database, Design, Server, Volume } from '../../design/types.ts';
import { nameKey } from './cellReader.ts';
import { stated, type DagInfo } from './dagInfo.ts';
import type { SiteMembers } from './datacenters.ts';
import type { Place } from './place.ts';
import type { ExportedDatabase } from './placement.ts';
import type { ServerRow } from './rows.ts';

/** Something the export does not say and the import concluded. */
export interface Inference {
  readonly path: Pointer;
  readonly value: unknown;
  readonly why: string;
}

interface Export {
  readonly name: string;
  readonly servers: readonly ServerRow[];
  readonly databases: readonly ExportedDatabase[];
  readonly datacenters: readonly SiteMembers[];
  /** Where the datacenters are known from. */
  readonly why: string;
  readonly dagInfo: DagInfo | undefined;
}

const PAIR = 'Pair 1';
const DAG = 'DAG1';

/** @returns the design, what in it is concluded, and for each path the place in the CSV files that it comes from */
export function assembleDesign({ name, servers, databases, datacenters, why, dagInfo }: Export): {
  design: Design;
  inferred: Inference[];
  places: ReadonlyMap<Pointer, Place>;
} {
  const places = new Map<Pointer, Place>();
  const inferred: Inference[] = datacenters.map((datacenter, i) => ({
    path: pointer('datacenters', i),
    value: datacenter,
    why,
  }));
  const [first, second] = datacenters;
  const isPair = first !== undefined && second !== undefined && datacenters.length === 2;
  if (isPair) {
    inferred.push({ path: '/pairs/0', value: PAIR, why: 'the DAG spans two datacenters' });
  }
  if (dagInfo?.name === undefined) {
    inferred.push({ path: '/dags/0/name', value: DAG, why: 'the export does not name the DAG' });
  }
  for (const lag of ['replayLagHours', 'truncationLagHours']) {
    inferred.push({
      path: `/dags/0/databases/*/copies/0/${lag}`,
      value: 0,
      why: 'the export gives lags to further copies only: the first one is created without',
    });
  }
  const volumes = new Map(servers.map((server) => [server.name, layVolumes(server)]));
  inferred.push({
    path: '/dags/0/servers/*/volumes/*/name',
    value: 'ExVol01, ExVol02, …',
    why: 'volumes follow from DbMap, cut by DbPerVolume, and from AutoReseedVolumes; they have no names there',
  });
  const dag: Dag = {
    name: dagInfo?.name ?? DAG,
    ...(isPair && { pair: PAIR }),
    ...dagInfo?.settings,
    servers: servers.map((server, i) => {
      places.set(pointer('dags', 0, 'servers', i), server.place);
      return serverOf(server.name, datacenters, volumes.get(server.name)?.volumes ?? [], dagInfo);
    }),
    databases: databases.map((database, i) => {
      places.set(pointer('dags', 0, 'databases', i), database.place);
      return databaseOf(database, (server) => volumes.get(server)?.volumeOf.get(nameKey(database.name)));
    }),
  };
  const design: Design = {
    format: 'dagwright/1',
    name,
    datacenters: datacenters.map((datacenter) => ({ name: datacenter.name })),
    ...(isPair && { pairs: [{ name: PAIR, datacenters: [first.name, second.name] }] }),
    dags: [dag],
  };
  return { design, inferred, places };
}

/** Cuts a server's databases, in the order of its DbMap, into volumes. */
function layVolumes({ databases, databasesPerVolume, spareVolumes }: ServerRow): {
  volumes: Volume[];
  volumeOf: Map<string, string>;
} {
  const dataVolumes = Math.ceil(databases.length / databasesPerVolume);
  const nameOf = (volume: number): string => `ExVol${String(volume + 1).padStart(2, '0')}`;
  const volumes = Array.from({ length: dataVolumes + spareVolumes }, (_, i): Volume => ({
    name: nameOf(i),
    role: i < dataVolumes ? 'data' : 'spare',
  }));
  const volumeOf = new Map(databases.map(({ name }, i) => [nameKey(name), nameOf(Math.floor(i / databasesPerVolume))]));
  return { volumes, volumeOf };
}

function serverOf(
  name: string,
  datacenters: readonly SiteMembers[],
  volumes: Volume[],
  dagInfo: DagInfo | undefined,
): Server {
  const site = dagInfo?.sites.findIndex((members) => members.includes(name)) ?? -1;
  return stated<Server>({
    name,
    datacenter: datacenters.find(({ servers }) => servers.includes(name))?.name,
    ...(site >= 0 && dagInfo?.limits[site]),
    autoDatabaseMountDial: dagInfo?.autoDatabaseMountDial,
    volumes,
  });
}

function databaseOf(database: ExportedDatabase, volumeOn: (server: string) => string | undefined): Database {
  return stated<Database>({
    name: database.name,
    circularLogging: database.circularLogging,
    dataMoveReplicationConstraint: database.dataMoveReplicationConstraint,
    copies: database.copies.map(({ server, preference, replayLagHours, truncationLagHours }) =>
      stated({
        server,
        volume: volumeOn(server),
        activationPreference: preference,
        replayLagHours,
        truncationLagHours,
      }),
    ),
  });
}

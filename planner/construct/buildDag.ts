import type { Dag, Database, DatabaseCopy, Server, Volume, Witness } from '../design/types.ts';
import { copyOrder } from '../layout/copyOrder.ts';
import { volumeOrder } from '../layout/volumeOrder.ts';
import { mailboxesIn } from './demand.ts';
import { patternName } from './names.ts';
import type { Platform } from './platform.ts';
import type { CompleteRequirements } from './requirements.ts';
import { databaseCount, type Shape } from './shape.ts';
import { worstCount } from './worstCount.ts';

/** What the parts of a DAG take from the design around it. */
export interface DagContext {
  readonly requirements: CompleteRequirements;
  readonly shape: Shape;
  readonly datacenters: readonly [string, string];
  /** Whether both datacenters are in one Active Directory site. */
  readonly sharedSite: boolean;
  readonly pair: string;
  readonly hardware: string;
  readonly platform: Platform;
  readonly witness: Witness;
}

/** One DAG of a design as the PA has it (facts A4, A6, A7). @param number counted from 1 */
export function buildDag(context: DagContext, number: number): Dag {
  const { requirements, shape, platform } = context;
  const name = patternName({ pattern: requirements.naming.dag, count: shape.dags }, number, { dag: number });
  const servers = serverNames(context, number);
  const copies = copiesOf(context, servers);
  const perVolume = requirements.copies.highlyAvailable + requirements.copies.lagged;
  return {
    name,
    pair: context.pair,
    administrativeAccessPoint: needsAccessPoint(context) ? {} : null,
    datacenterActivationMode: 'DagOnly',
    fileSystem: platform.fileSystem,
    replayLagManagerEnabled: requirements.replayLagManagerEnabled,
    ...(platform.properties.has('preferenceMoveFrequencyHours') && { preferenceMoveFrequencyHours: 1 }),
    networkCompression: 'InterSubnetOnly',
    networkEncryption: 'InterSubnetOnly',
    autoDagAutoReseedEnabled: true,
    autoDagDatabaseCopiesPerVolume: perVolume,
    ...(platform.properties.has('autoDagBitlockerEnabled') && { autoDagBitlockerEnabled: true }),
    witness: { ...context.witness, directory: witnessDirectory(context, name) },
    networks: [{ name: 'MAPI', kind: 'mapi', gbps: 10, teamed: false }],
    servers: servers.flatMap((names, side) =>
      names.map((server) => buildServer(context, server, context.datacenters[side === 0 ? 0 : 1])),
    ),
    databases: copies.map((list, d) => buildDatabase(context, list, (number - 1) * copies.length + d)),
  };
}

/** A DAG does without an access point from Windows Server 2012 R2 on; which addresses it takes is not planned (facts A6.5). */
function needsAccessPoint({ requirements }: DagContext): boolean {
  return requirements.operatingSystem === 'WS2012';
}

/** Server names by datacenter; the counter runs through the DAG's first datacenter, then its second. */
function serverNames({ requirements, shape, datacenters }: DagContext, dag: number): string[][] {
  const { serversPerDatacenter: n, dags } = shape;
  const pattern = { pattern: requirements.naming.server, count: 2 * n * dags };
  return datacenters.map((site, side) =>
    Array.from({ length: n }, (_, s) => patternName(pattern, (dag - 1) * 2 * n + side * n + s + 1, { site, dag })),
  );
}

function buildServer(
  { requirements, shape, platform, hardware }: DagContext,
  name: string,
  datacenter: string,
): Server {
  const limits = activationLimits(requirements, shape);
  return {
    name,
    datacenter,
    hardware,
    operatingSystem: requirements.operatingSystem ?? platform.operatingSystem,
    cumulativeUpdate: platform.cumulativeUpdate,
    ...limits,
    databaseCopyAutoActivationPolicy: 'Unrestricted',
    autoDatabaseMountDial: 'GoodAvailability',
    volumes: buildVolumes(requirements, shape, platform),
  };
}

/**
 * Hard and soft limit of active databases: the worst failure, and two servers or, if that is no less, one. The soft one is for four
 * copies and more (facts C6.2).
 */
function activationLimits(
  { copies }: CompleteRequirements,
  { serversPerDatacenter: n, volumesPerServer: active }: Shape,
): Pick<Server, 'maximumActiveDatabases' | 'maximumPreferredActiveDatabases'> {
  const total = copies.highlyAvailable + copies.lagged;
  const worst = worstCount('datacenterAndOneServer', n, active, total);
  if (total < 4) return { maximumActiveDatabases: worst };
  const two = worstCount('twoServers', n, active, total);
  return {
    maximumActiveDatabases: worst,
    maximumPreferredActiveDatabases: two < worst ? two : worstCount('oneServer', n, active, total),
  };
}

function buildVolumes({ sizing }: CompleteRequirements, { volumesPerServer }: Shape, platform: Platform): Volume[] {
  const { spareVolumesPerServer: spares, restoreVolume } = sizing;
  const roles = [
    ...new Array<'data'>(volumesPerServer).fill('data'),
    ...new Array<'spare'>(spares).fill('spare'),
    ...(restoreVolume ? (['restore'] as const) : []),
  ];
  return roles.map((role, i) => ({
    name: volumeName(i),
    role,
    fileSystem: platform.fileSystem,
    ...(platform.fileSystem === 'ReFS' && { integrityStreams: false }),
    allocationUnitKB: 64,
    bitLocker: true,
  }));
}

function volumeName(index: number): string {
  return `ExVol${String(index + 1).padStart(2, '0')}`;
}

/** The copies of every database of the DAG. */
function copiesOf({ requirements, shape }: DagContext, servers: readonly (readonly string[])[]): DatabaseCopy[][] {
  const { highlyAvailable, lagged } = requirements.copies;
  const perVolume = highlyAvailable + lagged;
  const rows = copyOrder(shape.serversPerDatacenter, databaseCount({ ...shape, dags: 1 }), perVolume);
  const volumes = volumeOrder(rows);
  return rows.map((row, d) =>
    row.map(({ datacenter, server }, i): DatabaseCopy => ({
      server: servers[datacenter]?.[server] ?? '',
      volume: volumeName(volumes[d]?.[i] ?? 0),
      activationPreference: i + 1,
      replayLagHours: i < highlyAvailable ? 0 : requirements.replayLagHours,
      truncationLagHours: i < highlyAvailable ? 0 : requirements.truncationLagHours,
      activationSuspended: false,
    })),
  );
}

/** @param index the database's place among all databases of the design, from 0 */
function buildDatabase(context: DagContext, copies: DatabaseCopy[], index: number): Database {
  const { requirements, shape } = context;
  const count = databaseCount(shape);
  const dag = Math.floor(index / (count / shape.dags)) + 1;
  return {
    name: patternName({ pattern: requirements.naming.database, count }, index + 1, { dag }),
    mailboxes: Object.fromEntries(
      requirements.mailboxTiers.map((tier) => [tier.name, mailboxesIn(tier, count, index)]),
    ),
    circularLogging: true,
    dataMoveReplicationConstraint: dataMoveConstraint(context),
    copies,
  };
}

/**
 * A move waits for a copy in the second site where highly available copies stand in both (facts B7.9). The first half of the copies is at
 * home, the lagged ones are the last.
 */
function dataMoveConstraint({ requirements, sharedSite }: DagContext): Database['dataMoveReplicationConstraint'] {
  const { copies, replayLagHours } = requirements;
  const inBoth = replayLagHours === 0 || copies.highlyAvailable > copies.lagged;
  return inBoth && !sharedSite ? 'SecondDatacenter' : 'SecondCopy';
}

function witnessDirectory({ witness, shape }: DagContext, dag: string): string {
  if (witness.directory === undefined) return `C:\\${dag}`;
  return shape.dags === 1 ? witness.directory : `${witness.directory}\\${dag}`;
}

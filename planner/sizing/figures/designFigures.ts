import { indexDesign } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { Design, Hardware } from '../../design/types.ts';
import { copyTables, type CopyTable } from '../../simulate/failover/copyTable.ts';
import { failureModes, forEachFailure, type FailureMode } from '../../simulate/failover/failureModes.ts';
import { sizingCatalog } from '../catalog.ts';
import { globalCatalogCores } from '../cpu.ts';
import { databaseLoads } from '../databaseLoads.ts';
import type { Figure } from '../figure.ts';
import { sizingOptions, tierWithDefaults, transportOptions } from '../options.ts';
import { serverLoads } from '../serverLoads.ts';
import { transportDatabaseGB } from '../transport.ts';
import { formattedGB } from '../volume.ts';
import { calculator, from, given, transportOperand } from './operands.ts';

/** Figures of the whole design: the transport database of each server, and global catalog cores. */
export function designFigures(design: Design): Figure[] {
  const index = indexDesign(design);
  const { loads, notStated } = databaseLoads(design);
  if (notStated.size > 0 || loads.size === 0) return [];
  return [
    ...transportFigure(design),
    ...[...index.datacenters.keys()].flatMap((name) => directoryFigure(design, name)),
  ];
}

function transportFigure(design: Design): Figure[] {
  const { safetyNetHoldDays, queueExpirationDays } = transportOptions(design);
  const messages = messageProfile(design);
  const { servers, modes } = survivors(design);
  const safetyNet = transportOperand(design, 'Safety Net', 'safetyNetHoldDays', 'days');
  if (servers === 0 || messages.perDay === 0) return [];
  const load = {
    messagesPerDay: messages.perDay,
    servers,
    averageMessageKB: messages.averageKB,
    queueExpirationDays,
    safetyNetDays: Math.max(safetyNetHoldDays, longestLagDays(design)),
  };
  const transport: Figure = {
    id: 'transportDatabase',
    subject: subject.design,
    value: transportDatabaseGB(load),
    unit: 'GB',
    formula:
      '2 × messages ÷ servers × (1 + queue expiration ÷ 2 + Safety Net) × message size ÷ 1,048,576, on each server',
    inputs: [
      given('messages', load.messagesPerDay, 'messages/day', 'Σ mailboxes × messages per day'),
      given('servers', servers, 'servers', `left after the design failure (${modes.join(', ')}) in every DAG`),
      transportOperand(design, 'queue expiration', 'queueExpirationDays', 'days'),
      {
        ...safetyNet,
        value: load.safetyNetDays,
        source:
          safetyNet.source === 'default'
            ? "default, 7 for a lag of seven days (Exchange's own is 2); at least the replay lag (facts A7.8)"
            : `${safetyNet.source}, at least the replay lag (facts A7.8)`,
      },
      given('message size', load.averageMessageKB, 'KB', 'average over all mailboxes'),
    ],
    source: `${calculator} (facts A8)`,
  };
  return [transport, ...(design.hardware ?? []).flatMap((hardware, h) => placeTransport(transport, hardware, h))];
}

/** Whether the transport database fits the system disks of a server model. */
function placeTransport(transport: Figure, { name, systemDisks }: Hardware, index: number): Figure[] {
  if (systemDisks?.capacityGB === undefined) return [];
  const diskGB = formattedGB(systemDisks.capacityGB);
  const { systemDiskReserveGB } = sizingCatalog.transport;
  return [
    {
      id: 'transportOnSystemDisk',
      subject: subject.hardware(name),
      value: Number(transport.value) + systemDiskReserveGB < diskGB,
      unit: '',
      formula: 'transport database + reserve < formatted system disk; else it wants a mirrored pair of its own',
      inputs: [
        from(transport, 'transport database'),
        given('reserve', systemDiskReserveGB, 'GB', 'facts A8'),
        given('formatted system disk', diskGB, 'GB', `/hardware/${index}/systemDisks/capacityGB`),
      ],
      source: `${calculator} (facts A8)`,
    },
  ];
}

function longestLagDays(design: Design): number {
  let hours = 0;
  for (const { copies } of indexDesign(design).databases.values()) {
    for (const { value } of copies) hours = Math.max(hours, value.replayLagHours ?? 0);
  }
  return hours / 24;
}

/** Messages of all mailboxes, and their average size weighted by mailboxes as the calculator does. */
function messageProfile(design: Design): { perDay: number; averageKB: number } {
  const tiers = indexDesign(design).tiers;
  let mailboxes = 0;
  let perDay = 0;
  let kilobytes = 0;
  for (const { value } of indexDesign(design).databases.values()) {
    for (const [name, count = 0] of Object.entries(value.mailboxes ?? {})) {
      const { messagesPerDay = 0, averageMessageKB } = tierWithDefaults(tiers.get(name)?.value ?? { name });
      mailboxes += count;
      perDay += count * messagesPerDay;
      kilobytes += count * averageMessageKB;
    }
  }
  return { perDay, averageKB: mailboxes === 0 ? 0 : kilobytes / mailboxes };
}

/** Servers left when the design failure strikes every DAG, and the modes that were played. */
function survivors(design: Design): { servers: number; modes: readonly FailureMode[] } {
  const { designFailure } = sizingOptions(design);
  const left = copyTables(design).map((table) => fewestLeft(table, designFailure));
  return {
    servers: left.reduce((sum, { servers }) => sum + servers, 0),
    modes: [...new Set(left.map(({ mode }) => mode))],
  };
}

/** The fewest servers that a failure leaves; where the design failure leaves none, the next milder mode that does counts. */
function fewestLeft(table: CopyTable, designFailure: FailureMode): { servers: number; mode: FailureMode } {
  const milder = failureModes.slice(0, failureModes.indexOf(designFailure) + 1).toReversed();
  for (const mode of milder) {
    let servers = Infinity;
    forEachFailure(table, mode, ({ serverDown }) => {
      servers = Math.min(
        servers,
        serverDown.reduce((up, down) => up - down, table.servers.length),
      );
    });
    if (servers > 0 && servers < Infinity) return { servers, mode };
  }
  return { servers: 0, mode: 'normal' };
}

/** For a datacenter with servers: the cores that all mailboxes need when it carries them (facts A2). */
function directoryFigure(design: Design, datacenter: string): Figure[] {
  const { loads } = databaseLoads(design);
  const server = [...indexDesign(design).servers.values()].find(({ value }) => value.datacenter === datacenter);
  const cores = server?.hardware?.value.cores;
  const available = serverLoads(design).find((load) => load.server === server?.value.name)?.availableMegacycles;
  if (cores === undefined || available === undefined || design.exchange?.version === undefined) return [];
  let megacycles = 0;
  for (const load of loads.values()) megacycles += load.activeMegacycles - load.clientAccessMegacycles;
  return [
    {
      id: 'globalCatalogCores',
      subject: subject.datacenter(datacenter),
      value: globalCatalogCores(megacycles, available / cores),
      unit: 'cores',
      formula: 'active megacycles ÷ megacycles of a core ÷ 8, rounded up',
      inputs: [
        given('active megacycles', megacycles, 'megacycles', 'all mailboxes active, without client access'),
        given('megacycles of a core', available / cores, 'megacycles', 'available megacycles ÷ cores'),
      ],
      source: `${calculator} (facts A2); derived for Exchange 2016`,
    },
  ];
}

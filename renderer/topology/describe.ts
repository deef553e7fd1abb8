import { counted, formatCount, formatNumber, formatPercent } from '../numbers/format.ts';
import { diskLabelInFull, memoryText } from '../numbers/storage.ts';
import { indexDesign, type DesignIndex } from '../../planner/design/index.ts';
import { lagText, peakShare, type LinkUse } from '../../planner/diagram/index.ts';
import { parseSubject, type ParsedSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { failureModes, fillOf, type FailureMode, type ServerLoad } from '../../planner/sizing/serverLoad.ts';

/** The figures that matter of one thing, for the tooltip and for screen readers. */
export interface Description {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

const modeLabels: Readonly<Record<FailureMode, string>> = {
  normal: 'CPU, nothing failed',
  oneServer: 'one server failed',
  twoServers: 'two servers failed',
  datacenter: 'a datacenter failed',
  datacenterAndOneServer: 'a datacenter and one server failed',
};

/** What to say about a subject; undefined for one that the design does not have. */
export function describe(
  design: Design,
  loads: readonly ServerLoad[],
  about: Subject,
  uses: readonly LinkUse[] = [],
): Description | undefined {
  const parsed = parseSubject(about);
  if (!parsed) return undefined;
  const index = indexDesign(design);
  switch (parsed.kind) {
    case 'server':
      return describeServer(index, loads, parsed.name);
    case 'volume':
      return describeVolume(index, loads, parsed);
    case 'copy':
      return describeCopy(index, parsed);
    case 'datacenter':
      return describeDatacenter(index, parsed.name);
    case 'dag':
      return describeDag(index, parsed.name);
    case 'witness':
      return describeWitness(index, parsed.name);
    case 'link':
      return describeLink(design, parsed, uses);
    case 'pair':
      return { title: parsed.name, subtitle: 'Datacenter pair', rows: pairRows(index, parsed.name) };
    case 'note': {
      const note = design.notes?.[Number(parsed.name) - 1];
      return note && { title: note.text, subtitle: `Note on ${note.subject ?? 'the design'}`, rows: [] };
    }
    default:
      return undefined;
  }
}

/** A description as one sentence, for an aria-live region. */
export function inWords({ title, subtitle, rows }: Description): string {
  return [`${title}, ${subtitle}`, ...rows.map(([label, value]) => `${label} ${value}`)].join('; ');
}

function describeServer(index: DesignIndex, loads: readonly ServerLoad[], name: string): Description | undefined {
  const placed = index.servers.get(name);
  if (!placed) return undefined;
  const load = loads.find(({ server }) => server === name);
  const cpu = failureModes.flatMap((mode): [string, string][] => {
    const fraction = load?.modes[mode]?.cpuUtilization;
    return fraction === undefined ? [] : [[modeLabels[mode], formatPercent(fraction)]];
  });
  const active = failureModes.map((mode) => load?.modes[mode]?.activeDatabases).filter((count) => count !== undefined);
  const place = placed.value.datacenter === undefined ? '' : ` in ${placed.value.datacenter}`;
  return {
    title: name,
    subtitle: `Mailbox server${place}, member of ${placed.dag.name}`,
    rows: [
      ...cpu,
      ...(active[0] === undefined
        ? []
        : [['Active databases', `${formatCount(active[0])}, at most ${formatCount(Math.max(...active))}`] as const]),
      ['Copies', formatCount(placed.copies.length)],
      ...fullestDisk(load),
      ...(load?.memoryRequiredGB === undefined
        ? []
        : [
            [
              'Memory',
              `${memoryText(load.memoryRequiredGB)} needed${load.memoryGB === undefined ? '' : ` of ${memoryText(load.memoryGB)}`}`,
            ] as const,
          ]),
    ],
  };
}

/** The disk that is fullest, as `fillOf` has it, among those whose fill is known. */
function fullestDisk(load: ServerLoad | undefined): (readonly [string, string])[] {
  const fills = load?.volumes.map((volume) => fillOf(volume)).filter((fill) => fill !== undefined) ?? [];
  return fills.length === 0 ? [] : [['Fullest disk', formatPercent(Math.max(...fills))]];
}

function describeVolume(
  index: DesignIndex,
  loads: readonly ServerLoad[],
  { name, second = '' }: ParsedSubject,
): Description | undefined {
  const placed = index.servers.get(name);
  const volume = placed?.volumes.find(({ value }) => value.name === second);
  if (!placed || !volume) return undefined;
  const load = loads.find(({ server }) => server === name)?.volumes.find(({ volume: of }) => of === second);
  const fill = load && fillOf(load);
  const capacity = volume.value.capacityGB ?? placed.hardware?.value.dataDisk?.capacityGB;
  const { role = 'data' } = volume.value;
  return {
    title: second,
    subtitle: `${role === 'data' ? 'Data disk' : role === 'spare' ? 'Spare disk' : 'Restore disk'} of ${name}`,
    rows: [
      ...(capacity === undefined ? [] : [['Capacity', diskLabelInFull(capacity)] as const]),
      ...(role === 'data' ? [['Copies', formatCount(volume.copies.length)] as const] : []),
      ...(fill === undefined ? [] : [['Fill', formatPercent(fill)] as const]),
      ...(load
        ? [
            [
              'I/O',
              `${formatNumber(load.iops)} IOPS${load.availableIOPS === undefined ? '' : ` of ${formatNumber(load.availableIOPS)}`}`,
            ] as const,
          ]
        : []),
    ],
  };
}

function describeCopy(index: DesignIndex, { name, second = '' }: ParsedSubject): Description | undefined {
  const placed = index.databases.get(name);
  const copy = placed?.copies.find(({ value }) => value.server === second)?.value;
  if (!placed || !copy) return undefined;
  const mailboxes = Object.values(placed.value.mailboxes ?? {}).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const others = placed.copies
    .filter(({ value }) => value !== copy)
    .map(
      ({ value }) =>
        `${value.server}${value.activationPreference === undefined ? '' : ` (${value.activationPreference})`}`,
    );
  const disk = index.servers.get(second)?.volumes.find(({ value }) => value.name === copy.volume);
  const neighbours = (disk?.copies ?? []).map(({ database }) => database.name).filter((database) => database !== name);
  return {
    title: name,
    subtitle: `Copy on ${second}${copy.volume === undefined ? '' : `, ${copy.volume}`}`,
    rows: [
      [
        'Activation preference',
        copy.activationPreference === undefined ? 'not stated' : String(copy.activationPreference),
      ],
      ...(copy.replayLagHours === undefined ? [] : [['Replay lag', lagText(copy.replayLagHours)] as const]),
      ...(mailboxes > 0 ? [['Mailboxes', formatCount(mailboxes)] as const] : []),
      ...(others.length > 0 ? [['Other copies', others.join(', ')] as const] : []),
      ...(neighbours.length > 0 ? [['On the same disk', neighbours.join(', ')] as const] : []),
    ],
  };
}

function describeDatacenter(index: DesignIndex, name: string): Description {
  const datacenter = index.datacenters.get(name)?.value;
  const servers = [...index.servers.values()].filter(({ value }) => value.datacenter === name);
  return {
    title: name,
    subtitle: 'Datacenter',
    rows: [
      ...(datacenter?.adSite === undefined ? [] : [['Active Directory site', datacenter.adSite] as const]),
      ['Servers', formatCount(servers.length)],
    ],
  };
}

function describeDag(index: DesignIndex, name: string): Description | undefined {
  const dag = index.dags.get(name)?.value;
  if (!dag) return undefined;
  return {
    title: name,
    subtitle: 'Database availability group',
    rows: [
      ['Members', counted(dag.servers?.length ?? 0, 'server')],
      ['Databases', formatCount(dag.databases?.length ?? 0)],
    ],
  };
}

function describeWitness(index: DesignIndex, name: string): Description | undefined {
  const dag = index.dags.get(name)?.value;
  if (!dag) return undefined;
  const { server, datacenter, directory } = dag.witness ?? {};
  return {
    title: server ?? 'Witness',
    subtitle: `Witness of ${name}`,
    rows: [
      ['Datacenter', datacenter ?? 'not stated'],
      ...(directory === undefined ? [] : [['Directory', directory] as const]),
    ],
  };
}

function describeLink(
  { links = [] }: Design,
  { name, second = '' }: ParsedSubject,
  uses: readonly LinkUse[],
): Description {
  const link = links.find(({ from, to }) => (from === name && to === second) || (from === second && to === name));
  return {
    title: `${name} – ${second}`,
    subtitle: 'Link',
    rows: [
      ['Round trip', link?.roundTripMs === undefined ? 'not stated' : `${formatNumber(link.roundTripMs)} ms`],
      [
        'Bandwidth',
        link?.bandwidthMbps === undefined ? 'not stated' : `${formatNumber(link.bandwidthMbps)} Mbps each way`,
      ],
      ...uses
        .filter(({ from, to }) => (from === name && to === second) || (from === second && to === name))
        .map((use) => [`Peak ${use.from} → ${use.to}`, peakText(use)] as const),
    ],
  };
}

/** "215.3 of 150 Mbps at 14:00 UTC, 143.5 %". */
function peakText(use: LinkUse): string {
  const { peakMbps, peakHour, availableMbps } = use;
  const peak = formatNumber(Math.round(peakMbps * 10) / 10);
  const hour = `${String(peakHour).padStart(2, '0')}:00 UTC`;
  const share = peakShare(use);
  if (availableMbps === null || share === undefined) return `${peak} Mbps at ${hour}`;
  if (peakMbps === 0) return 'nothing crosses';
  const verdict = Number.isFinite(share) ? formatPercent(share) : 'nothing gets through';
  return `${peak} of ${formatNumber(Math.round(availableMbps * 10) / 10)} Mbps at ${hour}, ${verdict}`;
}

function pairRows(index: DesignIndex, name: string): [string, string][] {
  const pair = index.pairs.get(name)?.value;
  const hosts = [...new Set(pair?.namespaces?.map(({ host }) => host))];
  const farms = [...new Set(pair?.officeOnline?.map(({ host }) => host))];
  return [
    ['Namespaces', hosts.join(', ') || 'not stated'],
    ['Office Online', farms.join(', ') || 'not stated'],
  ];
}

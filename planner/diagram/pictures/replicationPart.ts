import { counted, formatNumber, formatPercent } from '../../design/format.ts';
import { indexDesign } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import {
  ReplicationError,
  partKinds,
  simulateReplication,
  type LinkLoad,
  type PartKind,
} from '../../simulate/replication/index.ts';
import { replicationOptions } from '../../sizing/index.ts';
import { Draft } from '../draft.ts';
import { loadScaleEnd } from '../loadScale.ts';
import type { Swatch } from '../looks.ts';
import type { LegendEntry, Scene } from '../scene.ts';
import type { Part, PictureSource } from './part.ts';

/** Lengths in scene units. */
const chart = { width: 640, axis: 46, labels: 136, head: 58, plot: 170, hours: 22, gap: 34 } as const;
const labelHeight = 13;
const partLooks: Readonly<Record<PartKind, { readonly name: string; readonly swatch: Swatch }>> = {
  logs: { name: 'logs', swatch: { fill: 'preference1' } },
  contentIndex: { name: 'content index', swatch: { fill: 'preference2' } },
  transport: { name: 'shadow copies', swatch: { fill: 'preference3' } },
  clients: { name: 'proxied clients', swatch: { fill: 'lagged', stroke: 'laggedLine' } },
};
const overLook = { fill: 'red', hatched: true } as const satisfies Swatch;

/** The pairs of datacenters between which something can cross, "East/West", as far as they have mailbox servers. */
export function replicationPairs(design: Design): readonly string[] {
  const { datacenters, servers } = indexDesign(design);
  const hosts = new Set([...servers.values()].flatMap(({ value }) => value.datacenter ?? []));
  const sites = [...datacenters.keys()].filter((name) => hosts.has(name));
  const joined = new Set(
    [
      ...(design.links ?? []).map(({ from, to }) => [from, to]),
      ...(design.pairs ?? []).map((pair) => pair.datacenters ?? []),
      ...(design.dags ?? []).map((dag) => [
        ...new Set((dag.servers ?? []).flatMap(({ datacenter }) => datacenter ?? [])),
      ]),
    ].flatMap((ends) => ends.flatMap((one) => ends.map((other) => `${one}/${other}`))),
  );
  return sites.flatMap((one, i) =>
    sites.slice(i + 1).flatMap((other) => (joined.has(`${one}/${other}`) ? [`${one}/${other}`] : [])),
  );
}

/** A day of replication between two datacenters, each way: what crosses by kind and hour, what gets through, what the RPO needs. */
export function replicationPart({ design }: PictureSource, name: string): Part {
  const [one = '', other = ''] = name.split('/');
  return {
    heading: `Replication between ${one} and ${other}`,
    scale: 1,
    scene: (aspect) => replicationScene(design, one, other, aspect),
  };
}

function replicationScene(design: Design, one: string, other: string, aspect: number): Scene {
  const { loads, nothing } = dayOf(design, one, other);
  const draft = new Draft();
  const height = chart.head + chart.plot + chart.hours;
  const beside = aspect > 2;
  const most = loadScaleEnd(loads);
  const bounds = {
    x: 0,
    y: 0,
    width: beside ? 2 * chart.width + chart.gap : chart.width,
    height: beside ? height : 2 * height + chart.gap,
  };
  draft.beginTile(bounds);
  for (const [i, load] of loads.entries()) {
    const [x, y] = beside ? [i * (chart.width + chart.gap), 0] : [0, i * (height + chart.gap)];
    drawDay(draft, load, replicationOptions(design).rpoHours, most, x, y);
  }
  if (nothing !== undefined)
    draft.text('text', nothing, {
      x: bounds.width / 2,
      y: bounds.height / 2,
      size: 12,
      role: 'ink2',
      anchor: 'middle',
      maxWidth: bounds.width,
    });
  draft.hit(subject.link(one, other), bounds);
  return {
    ...bounds,
    title: design.name,
    description: [`A day of replication between ${one} and ${other} in ${design.name}.`, ...loads.map(inWords)].join(
      ' ',
    ),
    ...draft.finish(),
    legend: legendOf(loads),
  };
}

/** Both directions, or why there is nothing to draw. */
function dayOf(
  design: Design,
  one: string,
  other: string,
): { readonly loads: readonly LinkLoad[]; readonly nothing?: string } {
  try {
    const loads = simulateReplication(design).links.filter(
      ({ from, to }) => (from === one && to === other) || (from === other && to === one),
    );
    if (loads.some(({ peakMbps }) => peakMbps > 0)) return { loads };
    return { loads: [], nothing: 'Nothing is known to cross between these datacenters.' };
  } catch (error) {
    if (!(error instanceof ReplicationError)) throw error;
    return { loads: [], nothing: error.message };
  }
}

function drawDay(draft: Draft, load: LinkLoad, rpoHours: number, most: number, left: number, top: number): void {
  const { from, to, availableMbps, requiredMbps, peakHour } = load;
  const origin = left + chart.axis;
  const width = chart.width - chart.axis - chart.labels;
  const ground = top + chart.head + chart.plot;
  const x = (hour: number): number => origin + (hour / 24) * width;
  const y = (mbps: number): number => ground - (Math.min(mbps, most) / most) * chart.plot;
  const wide = { x: left, maxWidth: chart.width } as const;
  draft.text('text', `${from} → ${to}`, { ...wide, y: top + 14, size: 13, weight: 600, role: 'ink' });
  draft.text('text', factsOf(load), { ...wide, y: top + 29, size: 10, role: 'ink2' });
  for (const mbps of ticks(most)) {
    draft.line('lines', level(origin, width, y(mbps)), { stroke: 'line', strokeWidth: 0.75 });
    draft.text('text', shortRate(mbps), {
      x: origin - 6,
      y: y(mbps) + 3.5,
      size: 9.5,
      role: 'ink3',
      anchor: 'end',
      maxWidth: chart.axis - 8,
    });
  }
  for (let hour = 0; hour < 24; hour++) drawHour(draft, load, hour, { x: x(hour) + 1, width: width / 24 - 2 }, y);
  draft.line('bars', level(origin, width, ground), { stroke: 'lineStrong', strokeWidth: 1 });
  draft.marker('bars', {
    marker: 'dot',
    x: x(peakHour + 0.5),
    y: y(load.peakMbps) - 5,
    size: 5,
    role: 'ink2',
  });
  const isOnScale = availableMbps !== null && availableMbps <= most;
  draft.line('bars', level(origin, width + 4, y(requiredMbps)), { stroke: 'ink2', strokeWidth: 1, dashed: true });
  if (isOnScale) draft.line('bars', level(origin, width + 4, y(availableMbps)), { stroke: 'ink', strokeWidth: 2 });
  const label = { x: origin + width + 8, size: 10, maxWidth: chart.labels - 8 } as const;
  const apart = isOnScale ? besideEachOther(y(requiredMbps), y(availableMbps)) : ([y(requiredMbps), 0] as const);
  draft.text('text', `RPO ${formatNumber(rpoHours)} h: ${rate(requiredMbps)}`, {
    ...label,
    y: apart[0] + 3.5,
    role: 'ink2',
  });
  if (availableMbps !== null)
    draft.text('text', `${isOnScale ? '' : '↑ '}${rate(availableMbps)} get through`, {
      ...label,
      y: isOnScale ? apart[1] + 3.5 : top + chart.head - 11,
      weight: 600,
      role: 'ink',
    });
  draft.text('text', 'Mbit/s', {
    x: origin - 6,
    y: top + chart.head - 11,
    size: 9.5,
    role: 'ink3',
    anchor: 'end',
    maxWidth: chart.axis,
  });
  for (const hour of [0, 6, 12, 18, 24]) {
    draft.text('text', `${clock(hour)}${hour === 0 ? ' UTC' : ''}`, {
      x: x(hour),
      y: ground + 14,
      size: 9.5,
      role: 'ink3',
      anchor: hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle',
      maxWidth: 80,
    });
  }
}

/** An hour's parts on top of one another, and what of them is more than gets through. */
function drawHour(
  draft: Draft,
  { parts, hourlyMbps, availableMbps }: LinkLoad,
  hour: number,
  bar: { readonly x: number; readonly width: number },
  y: (mbps: number) => number,
): void {
  let below = 0;
  for (const kind of partKinds) {
    const mbps = parts.find((part) => part.kind === kind)?.hourlyMbps[hour] ?? 0;
    if (mbps <= 0) continue;
    const place = { ...bar, y: y(below + mbps), height: y(below) - y(below + mbps) };
    draft.rect('tracks', place, { ...partLooks[kind].swatch, strokeWidth: 0.75 });
    below += mbps;
  }
  const together = hourlyMbps[hour] ?? 0;
  if (availableMbps === null || together <= availableMbps) return;
  const over = { ...bar, y: y(together), height: y(availableMbps) - y(together) };
  draft.rect('bars', over, overLook);
}

/** Where two labels stand that belong to two heights, moved apart where they would cover each other. */
function besideEachOther(one: number, other: number): [number, number] {
  const isApart = Math.abs(one - other) >= labelHeight;
  if (isApart) return [one, other];
  const middle = (one + other) / 2;
  const half = labelHeight / 2;
  return one < other ? [middle - half, middle + half] : [middle + half, middle - half];
}

const level = (x: number, width: number, y: number) =>
  [
    [x, y],
    [x + width, y],
  ] as const;

/** About four round values up to the end of the scale, 0 among them. */
function ticks(most: number): number[] {
  const decade = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 5, 10].map((times) => times * decade).find((each) => most / each <= 5) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => Math.round((i * step) / decade) * decade);
}

function factsOf(load: LinkLoad): string {
  const { streams, peakMbps, peakHour, availableMbps } = load;
  const share =
    availableMbps === null
      ? 'what gets through is not stated'
      : availableMbps === 0
        ? 'nothing gets through'
        : `${formatPercent(peakMbps / availableMbps)} of what gets through`;
  return [counted(streams, 'copy', 'copies'), `peak ${rate(peakMbps)} at ${clock(peakHour)} UTC`, share].join(' · ');
}

function inWords(load: LinkLoad): string {
  return `From ${load.from} to ${load.to}: ${factsOf(load)}.`;
}

function legendOf(loads: readonly LinkLoad[]): LegendEntry[] {
  const always = { minScale: 0, maxScale: Infinity } as const;
  const entry = (label: string, swatch: Swatch): LegendEntry => ({ label, swatch, ...always });
  const crossing = partKinds.filter((kind) =>
    loads.some(({ parts }) => parts.some((part) => part.kind === kind && part.hourlyMbps.some((mbps) => mbps > 0))),
  );
  const isOver = loads.some(({ availableMbps, peakMbps }) => availableMbps !== null && peakMbps > availableMbps);
  return [
    ...crossing.map((kind) => entry(partLooks[kind].name, partLooks[kind].swatch)),
    ...(isOver ? [entry('more than gets through', overLook)] : []),
    ...(loads.length > 0 ? [entry('needed for the recovery point objective', { stroke: 'ink2', dashed: true })] : []),
  ];
}

function rate(mbps: number): string {
  return `${shortRate(mbps)} Mbit/s`;
}

function shortRate(mbps: number): string {
  return formatNumber(mbps >= 10 ? Math.round(mbps * 10) / 10 : Number(mbps.toPrecision(2)));
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

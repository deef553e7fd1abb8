import { formatNumber } from '../../design/format.ts';
import { indexDesign } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { DatabaseCopy, Server } from '../../design/types.ts';
import { badgesOf } from '../badges.ts';
import { disksOf, type Disk } from '../disks.ts';
import { Draft, type OpenHit } from '../draft.ts';
import { drawBadge } from '../drawBadge.ts';
import { lagText, legendOf } from '../legend.ts';
import { copyInk, copyLook, diskLook, lagOf } from '../looks.ts';
import { textWidth } from '../measure.ts';
import type { Scene } from '../scene.ts';
import { runs, span, type Part, type PictureSource } from './part.ts';

/** Lengths in scene units. */
const box = { width: 124, header: 24, row: 17, foot: 7, gap: 10, padding: 8, longest: 260 } as const;
const chip = { width: 17, height: 13 } as const;
const heading = 50;
const kindNames = {
  data: 'data',
  spare: 'spare',
  restore: 'restore',
  system: 'system',
  unassigned: 'volume not stated',
} as const;

/** One server's disks, each with its size and its copies in words; comes apart into runs of disks. */
export function disksPart(source: PictureSource, name: string): Part {
  const placed = indexDesign(source.design).servers.get(name);
  return placed ? ofDisks(source, placed.value, disksOf(placed), `Disks of ${name}`) : empty(source, name);
}

function ofDisks(source: PictureSource, server: Server, disks: readonly Disk[], title: string): Part {
  return {
    heading: title,
    scale: 1,
    scene: (aspect) => disksScene(source, server, disks, aspect),
    slices: (count) =>
      runs(disks, count)?.map((run) =>
        ofDisks(source, server, run, `${title}, ${span(run.map(({ volume, kind }) => volume?.name ?? kind))}`),
      ),
  };
}

function empty(source: PictureSource, name: string): Part {
  return ofDisks(source, { name }, [], `Disks of ${name}`);
}

function disksScene({ design, verdict }: PictureSource, server: Server, disks: readonly Disk[], aspect: number): Scene {
  const badges = badgesOf(verdict?.findings ?? []).bySubject;
  const draft = new Draft();
  const width = Math.min(
    box.longest,
    Math.max(box.width, ...disks.flatMap((disk) => widthsOf(disk)).map((text) => text + 2 * box.padding)),
  );
  const rows = Math.max(1, ...disks.map(({ copies }) => copies.length));
  const height = box.header + rows * box.row + box.foot;
  const columns = columnsFor(disks.length, width + box.gap, height + box.gap, aspect);
  const total = {
    x: 0,
    y: 0,
    width: Math.max(columns * (width + box.gap) - box.gap, 300),
    height: heading + Math.max(1, Math.ceil(disks.length / columns)) * (height + box.gap) - box.gap,
  };
  const hit = draft.hit(subject.server(server.name), total);
  draft.beginTile(total);
  const line = { x: 0, maxWidth: total.width } as const;
  const nameWidth = draft.text('text', server.name, { ...line, y: 16, size: 15, weight: 600, role: 'ink' });
  drawBadge({ draft, badges }, subject.server(server.name), nameWidth + 12, 11);
  draft.text('text', factsOf(design, server, disks), { ...line, y: 34, size: 10.5, role: 'ink2' });
  for (const [i, disk] of disks.entries()) {
    const x = (i % columns) * (width + box.gap);
    const y = heading + Math.floor(i / columns) * (height + box.gap);
    drawBox({ draft, badges }, design, server, disk, { x, y, width, height }, hit);
  }
  return {
    ...total,
    title: design.name,
    description: `Disks of ${server.name} in ${design.name}.`,
    ...draft.finish(),
    legend: legendOf(design, [disks], undefined, undefined)
      .map((entry) => ({ ...entry, minScale: 0, maxScale: Infinity }))
      .filter(({ label }) => label !== 'data disk'),
  };
}

/** The number of columns that brings the whole nearest to an aspect. */
function columnsFor(count: number, width: number, height: number, aspect: number): number {
  let best = 1;
  let bestCost = Infinity;
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const cost = Math.abs(Math.log((columns * width) / (heading + Math.ceil(count / columns) * height) / aspect));
    if (cost < bestCost) [best, bestCost] = [columns, cost];
  }
  return best;
}

function drawBox(
  { draft, badges }: { draft: Draft; badges: ReturnType<typeof badgesOf>['bySubject'] },
  design: PictureSource['design'],
  server: Server,
  disk: Disk,
  bounds: { x: number; y: number; width: number; height: number },
  parent: OpenHit,
): void {
  const { x, y, width } = bounds;
  const about = disk.volume && subject.volume(server.name, disk.volume.name);
  const hit = about ? draft.hit(about, bounds, parent) : parent;
  const look =
    disk.kind === 'data' || disk.kind === 'unassigned'
      ? ({ fill: 'panel', stroke: 'lineStrong' } as const)
      : diskLook[disk.kind];
  draft.rect('panels', bounds, { radius: 5, strokeWidth: 0.75, ...look });
  const inner = width - 2 * box.padding;
  const note = sizeOf(design, server, disk);
  const noteWidth = draft.text('text', note, {
    x: x + width - box.padding,
    y: y + 15,
    size: 9,
    role: 'ink3',
    anchor: 'end',
    maxWidth: inner * 0.6,
  });
  draft.text('text', nameOf(disk), {
    x: x + box.padding,
    y: y + 15,
    size: 10,
    weight: 600,
    role: 'ink',
    maxWidth: inner - noteWidth - 6,
  });
  if (about) drawBadge({ draft, badges }, about, x + width - 2, y + 2, 9);
  for (const [i, { value: copy, database }] of disk.copies.entries()) {
    const top = y + box.header + i * box.row;
    const { fill, hatched, stroke } = copyLook(copy);
    const place = { x: x + box.padding, y: top, width: chip.width, height: chip.height };
    draft.rect('tracks', place, { radius: 2.5, strokeWidth: 0.75, fill, hatched, stroke });
    draft.text('text', preferenceOf(copy), {
      x: place.x + chip.width / 2,
      y: top + 10,
      size: 9,
      weight: 600,
      role: copyInk(copy),
      anchor: 'middle',
      maxWidth: chip.width,
    });
    const stateWidth = draft.text('text', stateOf(copy), {
      x: x + width - box.padding,
      y: top + 10,
      size: 9,
      role: 'ink3',
      anchor: 'end',
      maxWidth: inner / 2,
    });
    draft.text('text', database.name, {
      x: place.x + chip.width + 6,
      y: top + 10,
      size: 9.5,
      role: 'ink',
      maxWidth: inner - chip.width - stateWidth - 12,
    });
    const copyHit = draft.hit(subject.copy(database.name, copy.server), { ...place, width: inner }, hit);
    drawBadge({ draft, badges }, copyHit.subject, x + width - 3, top + chip.height / 2, 7);
  }
}

/** The widths that a box needs for its heading and for each of its copies. */
function widthsOf(disk: Disk): number[] {
  return [
    textWidth(nameOf(disk), 10, 600) + 64,
    ...disk.copies.map(
      ({ value, database }) => chip.width + textWidth(database.name, 9.5, 400) + textWidth(stateOf(value), 9, 400) + 14,
    ),
  ];
}

function nameOf({ volume, kind }: Disk): string {
  return volume?.name ?? kindNames[kind];
}

/** "8 TB data", as far as the volume or the server's hardware states it. */
function sizeOf(design: PictureSource['design'], server: Server, { volume, kind }: Disk): string {
  if (kind === 'unassigned') return '';
  const model = design.hardware?.find(({ name }) => name === server.hardware);
  const gigabytes =
    kind === 'system' ? model?.systemDisks?.capacityGB : (volume?.capacityGB ?? model?.dataDisk?.capacityGB);
  const size =
    gigabytes === undefined
      ? ''
      : gigabytes >= 1000
        ? `${formatNumber(gigabytes / 1000)} TB`
        : `${formatNumber(gigabytes)} GB`;
  return [size, volume ? kindNames[kind] : ''].filter((part) => part !== '').join(' ');
}

function factsOf(design: PictureSource['design'], server: Server, disks: readonly Disk[]): string {
  const dag = design.dags?.find(({ servers = [] }) => servers.some(({ name }) => name === server.name));
  const data = disks.filter(({ kind }) => kind === 'data').length;
  return [
    dag?.name,
    server.datacenter,
    server.hardware,
    `${data} data ${data === 1 ? 'disk' : 'disks'}`,
    `${disks.reduce((sum, { copies }) => sum + copies.length, 0)} copies`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function preferenceOf({ activationPreference }: DatabaseCopy): string {
  return activationPreference === undefined ? '?' : String(activationPreference);
}

function stateOf(copy: DatabaseCopy): string {
  if (lagOf(copy) > 0) return `lag ${lagText(lagOf(copy))}`;
  return copy.activationPreference === 1 ? 'active' : 'passive';
}

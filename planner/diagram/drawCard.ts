import { subject } from '../design/subject.ts';
import type { Server } from '../design/types.ts';
import type { Badges } from './badges.ts';
import { card, disk as diskLengths, type CardSize } from './cardSize.ts';
import { closeUp } from './closeUp.ts';
import type { Disk } from './disks.ts';
import { Draft, type OpenHit, type Tiles } from './draft.ts';
import { drawBadge } from './drawBadge.ts';
import { drawDisk } from './drawDisk.ts';
import type { Fate } from './fates.ts';
import { failedLook, heatInk, heatRole, loadRole } from './looks.ts';
import type { Bounds, Rect } from './scene.ts';
import { writeDisk } from './writeDisk.ts';

const bar = { height: 6, y: 14, tick: 5 } as const;

/** Everything besides the server itself that decides how its card looks. */
export interface CardLook {
  readonly x: number;
  readonly y: number;
  readonly size: CardSize;
  readonly disks: readonly Disk[];
  /** Of the server and what stands in it. */
  readonly badges: Badges;
  /** Whether loads were given at all. */
  readonly hasLoads: boolean;
  /** The fraction of the processor that the judged case takes; undefined where it cannot be known. */
  readonly cpu: number | undefined;
  readonly cpuLimit: number;
  /** What failures have made of it, where they are played. */
  readonly fate: Fate | undefined;
}

/** A drawn card: what can be pointed at, and its shapes. */
export interface Card {
  readonly hit: OpenHit;
  readonly places: readonly Tiles[];
}

/** A server's card: its name, the load of the judged case against the limit, and its disks. */
export function drawCard(server: Server, look: CardLook): Card {
  const { x, y, size, disks, badges } = look;
  const draft = new Draft();
  const bounds = { x, y, width: size.width, height: size.height };
  const about = subject.server(server.name);
  const hit = draft.hit(about, bounds);
  draft.beginTile(bounds);
  draft.rect('cards', bounds, { radius: card.radius, ...frameOf(look) });
  draft.text('text', server.name, {
    x: x + card.padding,
    y: y + 21,
    size: card.nameSize,
    weight: 600,
    role: 'ink',
    maxWidth: size.nameWidth - card.gap,
  });
  if (outOfService(look.fate)) drawOutage(draft, look, server.name);
  else {
    drawLoad(draft, look);
    drawSummary(draft, look, server.name);
    drawHeat(draft, look, server.name);
  }
  const places = disks.map((disk, i) => ({
    disk,
    left: x + card.padding + (i % size.diskColumns) * diskLengths.pitchX,
    top: y + card.header + Math.floor(i / size.diskColumns) * diskLengths.pitchY,
  }));
  const pens = { draft, badges, fate: look.fate };
  for (const { disk, left, top } of places) drawDisk(pens, server.name, disk, left, top, hit);
  const corner = { x: x + size.width - 6, y, size: 13 };
  if (look.fate) drawFateMark(draft, look, corner);
  else drawBadge(pens, about, corner.x, corner.y, corner.size);
  const near = closeUp(['preferences', 'databases', 'volumeNames'], bounds, (text) => {
    for (const { disk, left, top } of places) writeDisk(text, disk, left, top, look.fate);
  });
  return { hit, places: [...draft.places, ...(disks.length > 0 ? [near] : [])] };
}

/** What a server that mounts nothing is called; undefined for one that does. */
function outOfService(fate: Fate | undefined): string | undefined {
  return fate && { up: undefined, stopped: 'no quorum', failed: 'failed' }[fate.state];
}

function isOverloaded({ fate, cpu, cpuLimit }: CardLook): boolean {
  return fate?.state === 'up' && cpu !== undefined && cpu > cpuLimit;
}

function frameOf(look: CardLook): Omit<Rect, 'kind' | 'radius' | keyof Bounds> {
  if (look.fate?.state === 'failed') return { fill: 'track', strokeWidth: 1.5, ...failedLook };
  if (look.fate?.state === 'stopped') return { fill: 'panel', strokeWidth: 1.5, ...failedLook };
  if (isOverloaded(look)) return { fill: 'panel', stroke: loadRole(look.cpu ?? 0, look.cpuLimit), strokeWidth: 1.5 };
  return { fill: 'panel', stroke: 'line', strokeWidth: 1 };
}

/** A dead server's cross and an overloaded one's triangle, seen at every zoom. */
function drawFateMark(draft: Draft, look: CardLook, place: { x: number; y: number; size: number }): void {
  if (outOfService(look.fate)) draft.marker('badges', { ...place, marker: 'cross', role: 'red' });
  else if (isOverloaded(look))
    draft.marker('badges', { ...place, marker: 'triangle', role: loadRole(look.cpu ?? 0, look.cpuLimit) });
}

/** In the place of the load: why there is none. */
function drawOutage(draft: Draft, { x, y, size, fate }: CardLook, name: string): void {
  const { width, height } = size;
  const why = outOfService(fate) ?? '';
  const end = { x: x + width - card.padding, role: 'red', anchor: 'end', maxWidth: width / 2 } as const;
  draft.text('text', why, { ...end, y: y + 21, size: 12, weight: 600 });
  const used = draft.text('summary', why, { ...end, y: y + 25, size: 21, maxWidth: width * 0.6 });
  const start = { x: x + card.padding, y: y + 25, size: 21, weight: 600, role: 'ink2' } as const;
  draft.text('summary', name, { ...start, maxWidth: width - 2 * card.padding - used - card.gap });
  const look = { radius: card.radius, fill: 'track', strokeWidth: 3, ...failedLook } as const;
  draft.rect('heat', { x, y, width, height }, look);
  const middle = { x: x + width / 2, anchor: 'middle', maxWidth: width - 16 } as const;
  draft.text('heatText', name, { ...middle, y: y + height / 2 + 3, size: 36, weight: 600, role: 'ink2' });
  draft.text('heatText', why, { ...middle, y: y + height / 2 + 36, size: 28, role: 'red' });
}

function drawLoad(draft: Draft, { x, y, size, cpu, cpuLimit, hasLoads }: CardLook): void {
  const right = x + size.width - card.padding;
  const value = { x: right, y: y + 21, size: 12, role: 'ink2', anchor: 'end', maxWidth: size.width / 2 } as const;
  if (cpu === undefined) {
    if (hasLoads) draft.text('text', 'CPU not stated', { ...value, size: 11, role: 'ink3' });
    return;
  }
  const left = x + card.padding + size.nameWidth;
  const width = right - card.percentWidth - left;
  const top = y + bar.y;
  draft.rect('tracks', { x: left, y: top, width, height: bar.height }, { radius: bar.height / 2, fill: 'track' });
  draft.rect(
    'bars',
    { x: left, y: top, width: Math.max(bar.height, width * Math.min(1, cpu)), height: bar.height },
    { radius: bar.height / 2, fill: loadRole(cpu, cpuLimit) },
  );
  const tick = left + width * Math.min(1, cpuLimit);
  const points = [[tick, top - bar.tick + 1] as const, [tick, top + bar.height + bar.tick - 1] as const];
  draft.line('bars', points, { stroke: 'ink2', strokeWidth: 1 });
  const role = cpu > cpuLimit ? loadRole(cpu, cpuLimit) : 'ink2';
  draft.text('text', percent(cpu), { ...value, role, ...(cpu > cpuLimit && { weight: 600 }) });
}

/** Name and load in the room that the bar takes up close. */
function drawSummary(draft: Draft, { x, y, size, cpu, cpuLimit }: CardLook, name: string): void {
  const right = x + size.width - card.padding;
  const role = cpu !== undefined && cpu > cpuLimit ? loadRole(cpu, cpuLimit) : 'ink2';
  const text = { y: y + 25, size: 21 } as const;
  const used =
    cpu === undefined
      ? 0
      : draft.text('summary', percent(cpu), { ...text, x: right, role, anchor: 'end', maxWidth: size.width / 2 });
  const maxWidth = size.width - 2 * card.padding - used - card.gap;
  draft.text('summary', name, { ...text, x: x + card.padding, role: 'ink', weight: 600, maxWidth });
}

/** What stays readable when the whole card is a few pixels high: a tint of the load and the name, large. */
function drawHeat(draft: Draft, { x, y, size, cpu, cpuLimit }: CardLook, name: string): void {
  const { width, height } = size;
  const fill = cpu === undefined ? 'track' : heatRole(cpu, cpuLimit);
  draft.rect('heat', { x, y, width, height }, { radius: card.radius, fill });
  const text = { x: x + width / 2, role: heatInk(fill), anchor: 'middle', maxWidth: width - 16 } as const;
  const middle = y + height / 2;
  draft.text('heatText', name, { ...text, y: middle + (cpu === undefined ? 13 : 3), size: 36, weight: 600 });
  if (cpu !== undefined) draft.text('heatText', percent(cpu), { ...text, y: middle + 36, size: 28 });
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 100)} %`;
}

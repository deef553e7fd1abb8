import { subject } from '../design/subject.ts';
import type { Server } from '../design/types.ts';
import { worstCpu } from './worstCpu.ts';
import { card, disk as diskLengths } from './cardSize.ts';
import { drawBadge, type Drawing } from './drawing.ts';
import { drawDisk } from './drawDisk.ts';
import type { OpenHit } from './draft.ts';
import { heatInk, heatRole, loadRole } from './looks.ts';
import type { Bounds } from './scene.ts';

const bar = { height: 6, y: 14, tick: 5 } as const;

/** A server's card: its name, the load of the worst case against the limit, and its disks. */
export function drawServer(drawing: Drawing, server: Server, x: number, y: number, parent: OpenHit): void {
  const { draft, size } = drawing;
  const bounds = { x, y, width: size.width, height: size.height };
  const about = subject.server(server.name);
  const hit = draft.hit(about, bounds, parent);
  draft.beginTile(bounds);
  draft.rect('cards', bounds, { radius: card.radius, fill: 'panel', stroke: 'line', strokeWidth: 1 });
  draft.text('text', server.name, {
    x: x + card.padding,
    y: y + 21,
    size: card.nameSize,
    weight: 600,
    role: 'ink',
    maxWidth: size.nameWidth - card.gap,
  });
  const cpu = worstCpu(drawing.loads.get(server.name));
  drawLoad(drawing, bounds, cpu);
  drawSummary(drawing, server, bounds, cpu);
  drawHeat(drawing, server, bounds, cpu);
  for (const [i, disk] of (drawing.disks.get(server.name) ?? []).entries()) {
    const column = i % size.diskColumns;
    const row = Math.floor(i / size.diskColumns);
    drawDisk(
      drawing,
      server,
      disk,
      x + card.padding + column * diskLengths.pitchX,
      y + card.header + row * diskLengths.pitchY,
      hit,
    );
  }
  drawBadge(drawing, about, x + size.width - 6, y, 13);
}

function drawLoad({ draft, size, cpuLimit, loads }: Drawing, { x, y }: Bounds, cpu: number | undefined): void {
  const right = x + size.width - card.padding;
  const value = { x: right, y: y + 21, size: 12, role: 'ink2', anchor: 'end', maxWidth: size.width / 2 } as const;
  if (cpu === undefined) {
    if (loads.size > 0) draft.text('text', 'CPU not stated', { ...value, size: 11, role: 'ink3' });
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
function drawSummary(
  { draft, cpuLimit, size }: Drawing,
  server: Server,
  { x, y }: Bounds,
  cpu: number | undefined,
): void {
  const right = x + size.width - card.padding;
  const role = cpu !== undefined && cpu > cpuLimit ? loadRole(cpu, cpuLimit) : 'ink2';
  const text = { y: y + 25, size: 21 } as const;
  const used =
    cpu === undefined
      ? 0
      : draft.text('summary', percent(cpu), { ...text, x: right, role, anchor: 'end', maxWidth: size.width / 2 });
  const maxWidth = size.width - 2 * card.padding - used - card.gap;
  draft.text('summary', server.name, { ...text, x: x + card.padding, role: 'ink', weight: 600, maxWidth });
}

/** What stays readable when the whole card is a few pixels high: a tint of the load and the name, large. */
function drawHeat({ draft, cpuLimit }: Drawing, server: Server, bounds: Bounds, cpu: number | undefined): void {
  const { x, y, width, height } = bounds;
  const fill = cpu === undefined ? 'track' : heatRole(cpu, cpuLimit);
  draft.rect('heat', bounds, { radius: card.radius, fill });
  const text = { x: x + width / 2, role: heatInk(fill), anchor: 'middle', maxWidth: width - 16 } as const;
  const middle = y + height / 2;
  draft.text('heatText', server.name, { ...text, y: middle + (cpu === undefined ? 13 : 3), size: 36, weight: 600 });
  if (cpu !== undefined) draft.text('heatText', percent(cpu), { ...text, y: middle + 36, size: 28 });
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 100)} %`;
}

import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import { activeMailboxes } from './activeMailboxes.ts';
import type { Block, Column } from './arrange.ts';
import { hasSectionHeaders, panel, type BlockSize } from './blockSize.ts';
import { card } from './cardSize.ts';
import type { Disk } from './disks.ts';
import { drawBadge } from './drawBadge.ts';
import type { Drawing } from './drawing.ts';
import { drawServer } from './drawServer.ts';
import type { OpenHit } from './draft.ts';
import { failedLook } from './looks.ts';
import type { Bounds } from './scene.ts';

/** A datacenter: its header, and the servers of each DAG in a grid of cards. */
export function drawPanel(
  drawing: Drawing,
  block: Block,
  column: Column,
  size: BlockSize,
  bounds: Bounds,
  parent?: OpenHit,
): void {
  const { draft } = drawing;
  const { x, y, width } = bounds;
  draft.beginTile(bounds);
  const isFailed = column.name !== undefined && drawing.fates?.failed.has(subject.datacenter(column.name)) === true;
  const frame = isFailed ? { strokeWidth: 1.5, ...failedLook } : ({ stroke: 'lineStrong', strokeWidth: 1 } as const);
  draft.rect('panels', bounds, { radius: panel.radius, fill: 'panel', ...frame });
  if (isFailed) draft.marker('badges', { x: x + width - 12, y, size: 16, marker: 'cross', role: 'red' });
  const hit = column.name === undefined ? parent : draft.hit(subject.datacenter(column.name), bounds, parent);
  drawHeader(drawing, block, column, bounds, hit);
  const servers = column.sections.flatMap((section) => section.servers);
  if (servers.length === 0 && !hasSectionHeaders(block)) {
    draft.text('text', 'No servers', {
      x: x + width / 2,
      y: y + panel.header + panel.emptyHeight / 2,
      size: 12,
      role: 'ink3',
      anchor: 'middle',
      maxWidth: width - 2 * panel.padding,
    });
  }
  for (const [s, section] of column.sections.entries()) {
    const top = y + (size.sectionTops[s] ?? panel.header);
    const about = subject.dag(section.dag.name);
    const heading = hasSectionHeaders(block);
    const sectionBounds = {
      x: x + panel.padding,
      y: top,
      width: width - 2 * panel.padding,
      height: sectionHeight(size, s, bounds),
    };
    const dagHit = heading ? draft.hit(about, sectionBounds, hit) : hit;
    if (heading) drawSectionHeader(drawing, section.dag.name, section.servers.length, sectionBounds);
    for (const [i, server] of section.servers.entries()) {
      drawServer(
        drawing,
        server,
        x + panel.padding + (i % size.cardColumns) * (drawing.size.width + card.gap),
        top + (heading ? panel.sectionHeader : 0) + Math.floor(i / size.cardColumns) * (drawing.size.height + card.gap),
        dagHit ?? draft.hit(about, bounds),
      );
    }
  }
}

function sectionHeight({ sectionTops }: BlockSize, section: number, bounds: Bounds): number {
  const top = sectionTops[section] ?? panel.header;
  return (sectionTops[section + 1] ?? bounds.height - panel.padding + panel.sectionGap) - panel.sectionGap - top;
}

function drawHeader(drawing: Drawing, block: Block, column: Column, bounds: Bounds, hit: OpenHit | undefined): void {
  const { draft } = drawing;
  const { x, y, width } = bounds;
  const left = x + panel.padding + 2;
  const room = width - 2 * panel.padding - 4;
  const name = column.name ?? 'Datacenter not stated';
  const nameWidth = draft.text('text', name, {
    x: left,
    y: y + 28,
    size: 15,
    weight: 600,
    role: 'ink',
    maxWidth: room * 0.58,
  });
  draft.text('overview', name, { x: left, y: y + 34, size: 32, weight: 600, role: 'ink', maxWidth: room });
  if (column.name !== undefined && !drawing.fates)
    drawBadge(drawing, subject.datacenter(column.name), left + nameWidth + 12, y + 23);
  const [dag] = block.dags;
  let used = nameWidth + 12;
  if (dag && block.dags.length === 1) {
    const start = left + used + (drawing.badges.has(subject.datacenter(column.name ?? '')) ? 14 : 0);
    const dagWidth = draft.text('text', dag.name, {
      x: start,
      y: y + 28,
      size: 12,
      role: 'ink2',
      maxWidth: room * 0.3,
    });
    draft.hit(subject.dag(dag.name), { x: start - 4, y: y + 12, width: dagWidth + 8, height: 24 }, hit);
    drawBadge(drawing, subject.dag(dag.name), start + dagWidth + 12, y + 23);
    used = start - left + dagWidth + (drawing.badges.has(subject.dag(dag.name)) ? 24 : 12);
  }
  const isFailed = column.name !== undefined && drawing.fates?.failed.has(subject.datacenter(column.name)) === true;
  draft.text('text', isFailed ? 'failed' : summaryOf(column, drawing), {
    x: left + room,
    y: y + 28,
    size: 12,
    ...(isFailed && { weight: 600 }),
    role: isFailed ? 'red' : 'ink3',
    anchor: 'end',
    maxWidth: room - used,
  });
}

function drawSectionHeader(drawing: Drawing, dag: string, servers: number, { x, y, width }: Bounds): void {
  const { draft } = drawing;
  draft.beginTile({ x, y, width, height: panel.sectionHeader });
  const nameWidth = draft.text('text', dag, {
    x: x + 2,
    y: y + 18,
    size: 12,
    weight: 600,
    role: 'ink2',
    maxWidth: width * 0.6,
  });
  drawBadge(drawing, subject.dag(dag), x + nameWidth + 14, y + 14);
  const count = servers === 0 ? 'no servers' : counted(servers, 'server');
  const place = { x: x + width - 2, y: y + 18, size: 11, role: 'ink3', anchor: 'end', maxWidth: width * 0.35 } as const;
  const countWidth = draft.text('text', count, place);
  const from = x + nameWidth + (drawing.badges.has(subject.dag(dag)) ? 28 : 14);
  const to = x + width - countWidth - 12;
  if (to > from)
    draft.line(
      'text',
      [
        [from, y + 14],
        [to, y + 14],
      ],
      { stroke: 'line', strokeWidth: 1 },
    );
  draft.text('overview', dag, { x: x + 2, y: y + 25, size: 26, weight: 600, role: 'ink2', maxWidth: width });
}

/** "8 servers · 96 data disks · 24,000 mailboxes", the last as far as the databases state them. */
function summaryOf(column: Column, { disks }: Drawing): string {
  const names = new Set(column.sections.flatMap(({ servers }) => servers.map(({ name }) => name)));
  if (names.size === 0) return '';
  const data = [...names].reduce((sum, name) => sum + (disks.get(name) ?? []).filter(isData).length, 0);
  const mailboxes = column.sections.reduce((sum, { dag }) => sum + activeMailboxes(dag.databases, names), 0);
  return [
    counted(names.size, 'server'),
    ...(data > 0 ? [counted(data, 'data disk')] : []),
    ...(mailboxes > 0 ? [counted(mailboxes, 'mailbox', 'mailboxes')] : []),
  ].join(' · ');
}

const isData = ({ kind }: Disk): boolean => kind === 'data';

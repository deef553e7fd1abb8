import { subject } from '../../design/subject.ts';
import type { Dag, Database, DatabaseCopy, Server } from '../../design/types.ts';
import { disksOf } from '../disks.ts';
import { indexDesign } from '../../design/index.ts';
import { Draft, type OpenHit } from '../draft.ts';
import { legendOf } from '../legend.ts';
import { copyInk, copyLook } from '../looks.ts';
import { textWidth } from '../measure.ts';
import type { Scene } from '../scene.ts';
import { runs, span, type Part, type PictureSource } from './part.ts';

/** Lengths in scene units. */
const table = { row: 19, head: 26, group: 24, chipWidth: 22, chipHeight: 14, nameRoom: 190, serverRoom: 120 } as const;

/** A piece of a DAG's copy layout. */
interface Extent {
  readonly dag: Dag;
  /** By datacenter. */
  readonly servers: readonly Server[];
  readonly databases: readonly Database[];
  /** Whether the table ends with the copies of each preference per server. */
  readonly totals: boolean;
}

/** The databases of a DAG by its servers, the activation preference in the cell; comes apart into runs of rows, or of columns. */
export function copyLayoutPart(source: PictureSource, name: string): Part {
  const dag = source.design.dags?.find((each) => each.name === name);
  const servers = byDatacenter(dag?.servers ?? []);
  return ofExtent(
    source,
    { dag: dag ?? { name }, servers, databases: dag?.databases ?? [], totals: true },
    `Copy layout of ${name}`,
  );
}

function ofExtent(source: PictureSource, extent: Extent, heading: string): Part {
  return {
    heading,
    scale: 1,
    scene: () => copyLayoutScene(source, extent),
    strips: (count) =>
      runs(extent.servers, count)?.map((servers) =>
        ofExtent(source, { ...extent, servers }, `${heading}, ${span(servers.map(({ name }) => name))}`),
      ),
    slices: (count) =>
      runs(extent.databases, count)?.map((databases, i) =>
        ofExtent(
          source,
          { ...extent, databases, totals: extent.totals && i === count - 1 },
          `${heading}, ${span(databases.map(({ name }) => name))}`,
        ),
      ),
  };
}

/** In the order in which the datacenters first appear, as the screen shows them. */
function byDatacenter(servers: readonly Server[]): Server[] {
  const datacenters = [...new Set(servers.map(({ datacenter }) => datacenter))];
  return datacenters.flatMap((name) => servers.filter(({ datacenter }) => datacenter === name));
}

function copyLayoutScene({ design }: PictureSource, { dag, servers, databases, totals }: Extent): Scene {
  const draft = new Draft();
  const rows = totals ? totalsOf(dag, servers) : [];
  const nameWidth = Math.min(
    table.nameRoom,
    Math.max(70, ...[...databases, ...rows].map(({ name }) => textWidth(name, 10.5, 400) + 16)),
  );
  const cell = Math.min(table.serverRoom, Math.max(34, ...servers.map(({ name }) => textWidth(name, 10, 600) + 12)));
  const top = table.group + table.head;
  const bounds = {
    x: 0,
    y: 0,
    width: nameWidth + Math.max(1, servers.length) * cell,
    height: top + (databases.length + rows.length) * table.row + 6,
  };
  const hit = draft.hit(subject.dag(dag.name), bounds);
  draft.beginTile(bounds);
  drawHead(draft, servers, nameWidth, cell, bounds.width, hit);
  for (const [i, database] of databases.entries()) {
    const y = top + i * table.row;
    if (i > 0) drawLine(draft, y, bounds.width, 'line');
    draft.text('text', database.name, { x: 6, y: y + 13, size: 10.5, role: 'ink', maxWidth: nameWidth - 12 });
    const row = draft.hit(subject.database(database.name), { x: 0, y, width: bounds.width, height: table.row }, hit);
    drawCells(draft, database, servers, { x: nameWidth, y, cell }, row);
  }
  const foot = top + databases.length * table.row;
  drawLine(draft, foot, bounds.width, 'lineStrong');
  for (const [i, { name, counts }] of rows.entries()) {
    const y = foot + i * table.row;
    draft.text('text', name, { x: 6, y: y + 13, size: 10, role: 'ink2', maxWidth: nameWidth - 12 });
    for (const [s, count] of counts.entries())
      draft.text('text', String(count), {
        x: nameWidth + (s + 0.5) * cell,
        y: y + 13,
        size: 10,
        role: 'ink2',
        anchor: 'middle',
        maxWidth: cell,
      });
  }
  const { servers: placed } = indexDesign(design);
  const disks = servers.map(({ name }) => {
    const entry = placed.get(name);
    return entry ? disksOf(entry).filter(({ copies }) => copies.length > 0) : [];
  });
  return {
    ...bounds,
    title: design.name,
    description: `Copy layout of ${dag.name} in ${design.name}: ${databases.length} databases by ${servers.length} servers.`,
    ...draft.finish(),
    legend: legendOf(design, disks, undefined, undefined)
      .filter(({ label }) => label !== 'data disk')
      .map((entry) => ({ ...entry, minScale: 0, maxScale: Infinity })),
  };
}

/** A line across the table. */
function drawLine(draft: Draft, y: number, width: number, stroke: 'line' | 'lineStrong'): void {
  const points = [[0, y] as const, [width, y] as const];
  draft.line('lines', points, { stroke, strokeWidth: 0.75 });
}

function drawHead(
  draft: Draft,
  servers: readonly Server[],
  left: number,
  cell: number,
  width: number,
  parent: OpenHit,
): void {
  for (const [i, server] of servers.entries()) {
    const x = left + i * cell;
    if (i === 0 || servers[i - 1]?.datacenter !== server.datacenter) {
      const count = servers.slice(i).findIndex(({ datacenter }) => datacenter !== server.datacenter);
      const room = (count < 0 ? servers.length - i : count) * cell;
      const name = server.datacenter ?? 'Datacenter not stated';
      draft.text('text', name, {
        x: x + room / 2,
        y: 15,
        size: 11,
        weight: 600,
        role: 'ink2',
        anchor: 'middle',
        maxWidth: room - 8,
      });
      if (i > 0)
        draft.line(
          'lines',
          [
            [x, 2],
            [x, table.group + table.head],
          ],
          { stroke: 'lineStrong', strokeWidth: 0.75 },
        );
    }
    draft.text('text', server.name, {
      x: x + cell / 2,
      y: table.group + 17,
      size: 10,
      weight: 600,
      role: 'ink',
      anchor: 'middle',
      maxWidth: cell - 6,
    });
    draft.hit(subject.server(server.name), { x, y: table.group, width: cell, height: table.head }, parent);
  }
  draft.text('text', 'Database', {
    x: 6,
    y: table.group + 17,
    size: 10,
    weight: 600,
    role: 'ink',
    maxWidth: left - 12,
  });
  drawLine(draft, table.group + table.head, width, 'lineStrong');
}

function drawCells(
  draft: Draft,
  database: Database,
  servers: readonly Server[],
  { x, y, cell }: { x: number; y: number; cell: number },
  parent: OpenHit,
): void {
  const copies = new Map((database.copies ?? []).map((copy) => [copy.server, copy]));
  for (const [i, { name }] of servers.entries()) {
    const copy = copies.get(name);
    if (!copy) continue;
    const middle = x + (i + 0.5) * cell;
    const place = {
      x: middle - table.chipWidth / 2,
      y: y + (table.row - table.chipHeight) / 2,
      width: table.chipWidth,
      height: table.chipHeight,
    };
    const { fill, hatched, stroke } = copyLook(copy);
    draft.rect('tracks', place, { radius: 3, strokeWidth: 0.75, fill, hatched, stroke });
    draft.text('text', preferenceText(copy), {
      x: middle,
      y: y + 13,
      size: 9.5,
      weight: 600,
      role: copyInk(copy),
      anchor: 'middle',
      maxWidth: table.chipWidth,
    });
    draft.hit(subject.copy(database.name, name), place, parent);
  }
}

/** How many copies of each preference every server holds, over the whole DAG. */
function totalsOf(dag: Dag, servers: readonly Server[]): { name: string; counts: number[] }[] {
  const copies = (dag.databases ?? []).flatMap((database) => database.copies ?? []);
  const preferences = [...new Set(copies.map(({ activationPreference }) => activationPreference))];
  return preferences
    .toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity))
    .map((preference) => ({
      name: preference === undefined ? 'Not stated' : `Copies of preference ${preference}`,
      counts: servers.map(
        ({ name }) => copies.filter((copy) => copy.server === name && copy.activationPreference === preference).length,
      ),
    }));
}

function preferenceText({ activationPreference }: DatabaseCopy): string {
  return activationPreference === undefined ? '?' : String(activationPreference);
}

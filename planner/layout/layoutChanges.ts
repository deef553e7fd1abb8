import type { Edit } from '../design/edit.ts';
import type { DatabaseCopy } from '../design/types.ts';
import type { DagLayout } from './dagLayout.ts';
import { at } from './layoutTally.ts';

/** Where a copy stands; `volume` is null where none is stated. */
export interface CopyPlace {
  readonly server: string;
  readonly volume: string | null;
}

/** A copy whose data has to be seeded: it stands where none of the database stood. From null: one that was lacking. */
export interface CopyMove {
  readonly database: string;
  readonly activationPreference: number | null;
  readonly from: CopyPlace | null;
  readonly to: CopyPlace;
}

/** A copy that stays where it is and has another preference, and with it that preference's replay lag. */
export interface PreferenceChange extends CopyPlace {
  readonly database: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** What turns a layout into another. */
export interface LayoutChanges {
  readonly edits: readonly Edit[];
  readonly moves: readonly CopyMove[];
  readonly preferences: readonly PreferenceChange[];
  /** Copies that are lacking or stand on a server that is to be emptied, and found no place. */
  readonly unplaced: number;
  /** No layout whose servers hold as many copies as these moves fewer: what servers gain, or what they lose, is moved. */
  readonly fewestMoves: number;
}

/** The changes from a DAG's layout as the design has it to the given one. */
export function layoutChanges(layout: DagLayout, rows: Int32Array): LayoutChanges {
  const edits: Edit[] = [];
  const moves: CopyMove[] = [];
  const preferences: PreferenceChange[] = [];
  layout.databases.forEach((_, d) => {
    const before = layout.rows.subarray(d * layout.width, (d + 1) * layout.width);
    const after = rows.subarray(d * layout.width, (d + 1) * layout.width);
    edits.push(...copyEdits(layout, d, after));
    moves.push(...movesOf(layout, d, before, after));
    preferences.push(...turned(layout, d, before, after));
  });
  return { edits, moves, preferences, unplaced: unplaced(layout, rows), fewestMoves: fewestMoves(layout, rows) };
}

function copyEdits(layout: DagLayout, d: number, after: Int32Array): Edit[] {
  const database = layout.databases[d];
  if (!database) return [];
  let end = database.placed.copies.length;
  return database.copies.flatMap(({ value, index }, c): Edit[] => {
    const place = placeOf(layout, at(after, c));
    if (!place) return [];
    const path = `${database.placed.path}/copies`;
    const copy = standingAt(value, place);
    if (index === undefined) return [{ op: 'insert', path: `${path}/${end++}`, value: copy }];
    const stays = value.server === place.server && (value.volume ?? null) === place.volume;
    return stays ? [] : [{ op: 'set', path: `${path}/${index}`, value: copy }];
  });
}

function standingAt(copy: DatabaseCopy, { server, volume }: CopyPlace): DatabaseCopy {
  const { volume: _, ...rest } = copy;
  return volume === null ? { ...rest, server } : { ...copy, server, volume };
}

/** Places that were left and places that were taken, in pairs of one datacenter where there are such. */
function movesOf(layout: DagLayout, d: number, before: Int32Array, after: Int32Array): CopyMove[] {
  const left = [...before].filter((volume) => volume >= 0 && !after.includes(volume));
  return [...after].flatMap((volume, c): CopyMove[] => {
    const to = placeOf(layout, volume);
    if (!to || before.includes(volume)) return [];
    const site = datacenterOf(layout, volume);
    const near = left.findIndex((each) => datacenterOf(layout, each) === site);
    const [from = -1] = near < 0 ? [] : left.splice(near, 1);
    return [{ ...ofCopy(layout, d, c), from: placeOf(layout, from) ?? null, to }];
  });
}

function turned(layout: DagLayout, d: number, before: Int32Array, after: Int32Array): PreferenceChange[] {
  return [...after].flatMap((volume, c): PreferenceChange[] => {
    const place = placeOf(layout, volume);
    const was = before.indexOf(volume);
    if (!place || was < 0 || was === c) return [];
    const { database, activationPreference } = ofCopy(layout, d, c);
    return [{ database, ...place, before: ofCopy(layout, d, was).activationPreference, after: activationPreference }];
  });
}

function ofCopy(layout: DagLayout, d: number, c: number): Pick<CopyMove, 'database' | 'activationPreference'> {
  const database = layout.databases[d];
  return {
    database: database?.placed.value.name ?? '',
    activationPreference: database?.copies[c]?.value.activationPreference ?? null,
  };
}

function placeOf({ volumes, servers }: DagLayout, volume: number): CopyPlace | undefined {
  const found = volumes[volume];
  const server = found && servers[found.server];
  return server && { server: server.value.name, volume: found.name ?? null };
}

function datacenterOf({ datacenterOf: sites, volumeServer }: DagLayout, volume: number): number {
  return at(sites, at(volumeServer, volume));
}

function unplaced({ databases, width, volumeServer, vacated }: DagLayout, rows: Int32Array): number {
  return databases.reduce((sum, { copies }, d) => {
    const row = [...rows.subarray(d * width, d * width + copies.length)];
    return sum + row.filter((volume) => volume < 0 || vacated.has(at(volumeServer, volume))).length;
  }, 0);
}

function fewestMoves(layout: DagLayout, rows: Int32Array): number {
  const gains = layout.servers.map((_, s) => copiesOn(layout, rows, s) - copiesOn(layout, layout.rows, s));
  return gains.reduce((sum, gain) => sum + Math.max(0, gain), 0);
}

function copiesOn({ volumeServer }: DagLayout, rows: Int32Array, server: number): number {
  return rows.reduce((sum, volume) => sum + Number(volume >= 0 && at(volumeServer, volume) === server), 0);
}

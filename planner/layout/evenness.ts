import { indexDesign, type Placed, type PlacedServer } from '../design/index.ts';
import type { Dag, Design } from '../design/types.ts';
import { readDagLayout, type DagLayout } from './dagLayout.ts';
import { at, judged, LayoutTally, place } from './layoutTally.ts';
import { loadBounds } from './lowerBounds.ts';
import { reseedSources, sharedDisks, type SharedDisks } from './reseed.ts';

/** What databases weigh when active, whole numbers, and what is counted so. */
export interface Weights {
  readonly unit: 'databases' | 'mailboxes' | 'megacycles';
  readonly loadOf: (database: string) => number;
}

/** A figure beside the least that any layout reaches, proven; the gap is the fraction by which the figure is above. */
export interface Bounded {
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
}

/** How evenly a DAG's copies are laid out. docs/layout.md says what each figure means and proves the bounds. */
export interface LayoutEvenness {
  readonly dag: string;
  readonly servers: number;
  readonly databases: number;
  /** By activation preference the fewest and most copies of it on a server; the bound is the least that the most can be. */
  readonly preferences: readonly { readonly preference: number; readonly fewest: number; readonly most: Bounded }[];
  /** By datacenter the fewest and most copies on a server. */
  readonly copies: readonly { readonly datacenter: string; readonly fewest: number; readonly most: number }[];
  /** The largest active load of a server healthy, after any one failed server, and after any two. */
  readonly load: {
    readonly unit: Weights['unit'];
    readonly healthy: Bounded;
    readonly oneServer: Bounded;
    readonly twoServers: Bounded;
  };
  readonly disks: {
    /** Disks that carry copies. */
    readonly used: number;
    /** Most copies on a disk, and most that are active in the normal state. */
    readonly mostCopies: number;
    readonly mostActive: number;
    /** Most copies of a failed disk that one server has to send again. */
    readonly mostFromOneServer: number;
    /** The two servers that share the most disks; null where there are no two. */
    readonly mostShared: SharedDisks | null;
    readonly fewestShared: SharedDisks | null;
  };
}

export const countingDatabases: Weights = { unit: 'databases', loadOf: () => 1 };

/** States how evenly a DAG is laid out, for any design. */
export function layoutEvenness(design: Design, dag: Placed<Dag>, weights: Weights = countingDatabases): LayoutEvenness {
  const layout = readDagLayout(design, dag, { loadOf: weights.loadOf });
  const tally = new LayoutTally(layout);
  const score = tally.score(new Float64Array(judged.length));
  const bounds = loadBounds(layout, layout.rows);
  return {
    dag: dag.value.name,
    servers: layout.servers.length,
    databases: layout.databases.length,
    preferences: preferencesOf(layout),
    copies: layout.datacenters.map((datacenter, c) => {
      const held = layout.servers.flatMap((_, s) => (at(layout.datacenterOf, s) === c ? [at(tally.onServer, s)] : []));
      return { datacenter, fewest: Math.min(...held), most: Math.max(...held) };
    }),
    load: {
      unit: weights.unit,
      healthy: bounded(at(score, place.healthy), bounds.healthy),
      oneServer: bounded(at(score, place.oneServer), bounds.oneServer),
      twoServers: bounded(at(score, place.twoServers), bounds.twoServers),
    },
    disks: disksOf(design, layout.servers, activeCopies(layout)),
  };
}

function bounded(value: number, bound: number): Bounded {
  return { value, bound, gap: bound > 0 ? value / bound - 1 : 0 };
}

function preferencesOf({ servers, databases }: DagLayout): LayoutEvenness['preferences'] {
  const stated = servers.map(({ copies }) => copies.flatMap(({ value }) => value.activationPreference ?? []));
  const all = databases.flatMap(({ placed }) => placed.copies.flatMap(({ value }) => value.activationPreference ?? []));
  return [...new Set(all)]
    .sort((a, b) => a - b)
    .map((preference) => {
      const held = stated.map((list) => list.filter((each) => each === preference).length);
      const copies = held.reduce((sum, count) => sum + count, 0);
      return {
        preference,
        fewest: Math.min(...held),
        most: bounded(Math.max(...held), Math.ceil(copies / servers.length)),
      };
    });
}

/** The copies that are active while nothing has failed, as "database/server". */
function activeCopies({ databases }: DagLayout): ReadonlySet<string> {
  return new Set(
    databases.flatMap(({ placed, copies, activatable }) => {
      const [first] = copies.slice(0, activatable).filter(({ index }) => index !== undefined);
      return first ? [`${placed.value.name}/${first.value.server}`] : [];
    }),
  );
}

function disksOf(
  design: Design,
  servers: readonly PlacedServer[],
  active: ReadonlySet<string>,
): LayoutEvenness['disks'] {
  const { databases } = indexDesign(design);
  const disks = servers.flatMap(({ volumes }) => volumes.filter(({ copies }) => copies.length > 0));
  const shared = sharedDisks(servers).sort((a, b) => b.disks - a.disks);
  return {
    used: disks.length,
    mostCopies: Math.max(0, ...disks.map(({ copies }) => copies.length)),
    mostActive: Math.max(
      0,
      ...disks.map(
        ({ copies }) => copies.filter(({ value, database }) => active.has(`${database.name}/${value.server}`)).length,
      ),
    ),
    mostFromOneServer: Math.max(
      0,
      ...disks.flatMap((disk) => [...reseedSources(disk, (name) => databases.get(name)).values()]),
    ),
    mostShared: shared[0] ?? null,
    fewestShared: shared.at(-1) ?? null,
  };
}

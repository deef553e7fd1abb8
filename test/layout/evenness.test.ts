import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexDesign } from '../../planner/design/index.ts';
import { loadDesign } from '../../planner/design/load.ts';
import { readDagLayout } from '../../planner/layout/dagLayout.ts';
import { layoutEvenness } from '../../planner/layout/evenness.ts';
import { evenest, loadBounds } from '../../planner/layout/lowerBounds.ts';
import { turnedRows } from '../../planner/layout/turn.ts';
import { placeDatabases } from '../../planner/simulate/failover/index.ts';
import { largestLoad, leastLargestLoad, type PlainDatabase } from '../oracle/activeLoads.ts';
import { anyLayout, balanced, dagOf, designOf, serverIn } from './layouts.ts';

/** The first DAG as the oracle sees it, read from the design by the order of its preferences. */
function plain(design: ReturnType<typeof designOf>, loadOf: (name: string) => number): PlainDatabase[] {
  const [dag] = design.dags ?? [];
  const names = (dag?.servers ?? []).map(({ name }) => name);
  return (dag?.databases ?? []).map(({ name, copies = [] }) => ({
    load: loadOf(name),
    hosts: copies
      .toSorted(
        (a, b) =>
          Number((a.replayLagHours ?? 0) > 0) - Number((b.replayLagHours ?? 0) > 0) ||
          (a.activationPreference ?? 0) - (b.activationPreference ?? 0),
      )
      .map(({ server }) => names.indexOf(server)),
  }));
}

const load = (name: string): number => 1 + ((name.length * 7 + name.charCodeAt(name.length - 1)) % 5);

describe('layoutEvenness(design, dag)', () => {
  it.each([2, 3, 4, 5, 6, 7, 8])('meets every bound of %i + %i servers with a full block', (n) => {
    const design = balanced(n, n === 2 ? 4 : 2 * n * (n - 1));
    const { preferences, copies, load: loads, disks } = layoutEvenness(design, dagOf(design));
    const each = (n === 2 ? 4 : 2 * n * (n - 1)) / (2 * n);
    expect(preferences.map(({ fewest, most }) => [fewest, most.value, most.gap])).toEqual(
      Array(4).fill([each, each, 0]),
    );
    expect(copies).toEqual(['East', 'West'].map((datacenter) => ({ datacenter, fewest: 4 * each, most: 4 * each })));
    expect([loads.healthy.gap, loads.oneServer.gap, loads.twoServers.gap]).toEqual([0, 0, 0]);
    expect([disks.mostCopies, disks.mostActive]).toEqual([4, 1]);
  });

  it('gives the figures of the published 4 + 4 servers (facts C5): 9 active, 12 after one, 15 after two', () => {
    const loaded = loadDesign(readFileSync('examples/prod-8-servers.dagwright.json', 'utf8'));
    if (!loaded.ok) throw new Error('The example does not load.');
    const [dag] = indexDesign(loaded.value).dags.values();
    if (!dag) throw new Error('The example has no DAG.');
    const { load: loads, disks } = layoutEvenness(loaded.value, dag);
    expect(loads).toEqual({
      unit: 'databases',
      healthy: { value: 9, bound: 9, gap: 0 },
      oneServer: { value: 12, bound: 12, gap: 0 },
      twoServers: { value: 15, bound: 15, gap: 0 },
    });
    // Facts C5: whole disks are alike only between the mirror servers 1/5, 2/6, 3/7, 4/8.
    expect(disks).toMatchObject({ used: 72, mostCopies: 4, mostActive: 1, mostFromOneServer: 2 });
    expect(disks.mostShared).toMatchObject({ disks: 9 });
  });

  it('counts the disks that two servers share', () => {
    const servers = ['A', 'B', 'C'].map((name) => serverIn('East', name, 2));
    const on = (...hosts: [string, string][]) =>
      hosts.map(([server, volume], c) => ({ server, volume, activationPreference: c + 1 }));
    const design = designOf(servers, [
      { name: 'DB1', copies: on(['A', 'V1'], ['B', 'V1']) },
      { name: 'DB2', copies: on(['A', 'V1'], ['B', 'V1']) },
      { name: 'DB3', copies: on(['B', 'V2'], ['A', 'V2']) },
      { name: 'DB4', copies: on(['B', 'V1'], ['C', 'V1']) },
    ]);
    const { disks } = layoutEvenness(design, dagOf(design));
    expect(disks).toEqual({
      used: 5,
      mostCopies: 3,
      mostActive: 2,
      mostFromOneServer: 2,
      mostShared: { servers: ['A', 'B'], disks: 2 },
      fewestShared: { servers: ['A', 'C'], disks: 0 },
    });
  });

  it('states a DAG without databases, and one without servers', () => {
    const empty = designOf([serverIn('East', 'A', 0)], []);
    expect(layoutEvenness(empty, dagOf(empty))).toMatchObject({
      load: { healthy: { value: 0, bound: 0, gap: 0 } },
      disks: { mostShared: null },
    });
    const nobody = designOf([], [{ name: 'DB1', copies: [] }]);
    expect(layoutEvenness(nobody, dagOf(nobody)).load.twoServers).toEqual({ value: 0, bound: 0, gap: 0 });
  });

  it('gives the loads that plain counting gives, and none below its bound', () => {
    fc.assert(
      fc.property(anyLayout, (design) => {
        const { load: loads } = layoutEvenness(design, dagOf(design), { unit: 'megacycles', loadOf: load });
        const databases = plain(design, load);
        const servers = dagOf(design).value.servers?.length ?? 0;
        [loads.healthy, loads.oneServer, loads.twoServers].forEach(({ value, bound }, failures) => {
          expect(value).toBe(largestLoad(databases, servers, failures));
          expect(value).toBeGreaterThanOrEqual(bound);
        });
      }),
    );
  });

  it('counts what the failover simulation places', () => {
    fc.assert(
      fc.property(anyLayout, (design) => {
        const { load: loads } = layoutEvenness(design, dagOf(design));
        const names = (dagOf(design).value.servers ?? []).map(({ name }) => name);
        const most = (failed: string[]) =>
          Math.max(
            ...placeDatabases(
              design,
              failed.map((name) => `server:${name}`),
            ).activeDatabases.values(),
          );
        expect(loads.healthy.value).toBe(most([]));
        expect(loads.oneServer.value).toBe(Math.max(...names.map((name) => most([name]))));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the lower bounds', () => {
  it.each([
    [[5, 5, 5], 2, 10],
    [[9, 1, 1], 3, 9],
    [[4, 3, 3, 2, 2], 3, 5],
    [[], 3, 0],
    [[1], 0, 0],
  ])('of loads %j on %i servers is %i', (loads, servers, bound) => {
    expect(evenest(loads, servers)).toBe(bound);
  });

  it('are reached or missed by the best of all orders of the copies, never passed', () => {
    fc.assert(
      fc.property(anyLayout, (whole) => {
        const [dag] = whole.dags ?? [];
        const design = { ...whole, dags: [{ ...dag, name: 'DAG1', databases: (dag?.databases ?? []).slice(0, 4) }] };
        const layout = readDagLayout(design, dagOf(design), { loadOf: load });
        const bounds = loadBounds(layout, layout.rows);
        const choices = layout.databases.map(({ placed }, d) => ({
          load: load(placed.value.name),
          orders: [
            layout.rows.subarray(d * layout.width, (d + 1) * layout.width),
            ...turnedRows(layout, layout.rows, d),
          ]
            .slice(0, 5)
            .map((row) => [...row].filter((volume) => volume >= 0).map((volume) => layout.volumeServer[volume] ?? -1)),
        }));
        const servers = layout.servers.length;
        expect(bounds.healthy).toBeLessThanOrEqual(leastLargestLoad(choices, servers, 0));
        expect(bounds.oneServer).toBeLessThanOrEqual(leastLargestLoad(choices, servers, 1));
        expect(bounds.twoServers).toBeLessThanOrEqual(leastLargestLoad(choices, servers, 2));
      }),
      { numRuns: 25 },
    );
  });

  /** Every layout of databases with half of their copies in each of two datacenters. */
  it.each([
    [2, 2, 4, [3, 1, 2]],
    [2, 2, 4, [1, 1, 1]],
    [3, 2, 4, [2, 1, 1]],
    [3, 3, 2, [5, 4, 3, 3]],
    [3, 3, 2, [1, 1, 1, 1]],
  ])('hold for every layout of %i + %i servers, %i copies and loads %j', (east, west, copies, loads) => {
    const home = Array.from({ length: east }, (_, s) => s);
    const away = Array.from({ length: west }, (_, s) => east + s);
    const half = (site: number[]) =>
      copies === 2 ? site.map((a) => [a]) : site.flatMap((a) => site.filter((b) => b !== a).map((b) => [a, b]));
    const orders = [half(home).flatMap((a) => half(away).map((b) => [...a, ...b]))].flatMap((rows) => [
      ...rows,
      ...rows.map((row) => [...row.slice(copies / 2), ...row.slice(0, copies / 2)]),
    ]);
    const design = designOf(
      [...home, ...away].map((s) => serverIn(s < east ? 'East' : 'West', `S${s}`, 0)),
      loads.map((_, d) => ({
        name: `DB${d}`,
        copies: (orders[d] ?? []).map((s, c) => ({ server: `S${s}`, activationPreference: c + 1 })),
      })),
    );
    const layout = readDagLayout(design, dagOf(design), { loadOf: (name) => loads[Number(name.slice(2))] ?? 0 });
    const bounds = loadBounds(layout, layout.rows);
    const choices = loads.map((each) => ({ load: each, orders }));
    [bounds.healthy, bounds.oneServer, bounds.twoServers].forEach((bound, failures) => {
      expect(bound).toBeGreaterThan(0);
      expect(bound).toBeLessThanOrEqual(leastLargestLoad(choices, east + west, failures));
    });
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { improveLayout, type DagImprovement } from '../../planner/construct/index.ts';
import { applyCommand } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { checkDesign } from '../../planner/design/load.ts';
import type { Design } from '../../planner/design/types.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import { anyLayout, balanced, dagOf, grown, without } from '../layout/layouts.ts';

const improved = (design: Design, options = {}): { after: Design; dag: DagImprovement } => {
  const { command, dags } = improveLayout(design, options);
  const [dag] = dags;
  if (!dag) throw new Error('There is no DAG.');
  return { after: command ? applyCommand(design, command).design : design, dag };
};

const loads = ({ load }: DagImprovement['before']): number[] => [
  load.healthy.value,
  load.oneServer.value,
  load.twoServers.value,
];
const gaps = ({ load }: DagImprovement['before']): number[] => [
  load.healthy.gap,
  load.oneServer.gap,
  load.twoServers.gap,
];

describe('improveLayout(design)', () => {
  it.each([2, 4, 8])('leaves a full block of %i + %i servers as it is', (n) => {
    const { command, dags } = improveLayout(balanced(n, 4 * n * (n - 1)));
    expect(command).toBeUndefined();
    expect(dags[0]).toMatchObject({ moves: [], preferences: [], fewestMoves: 0, unplaced: 0, notes: [] });
  });

  it('fills added servers with whole disks, moves no copy more than they gain, and reaches every bound', () => {
    const { after, dag } = improved(grown(balanced(4, 72), ['East', 'West', 'East', 'West']));
    expect(dag.moves).toHaveLength(96);
    expect(dag.fewestMoves).toBe(96);
    expect(dag.moves.every(({ to }) => to.server.startsWith('NEW'))).toBe(true);
    expect(loads(dag.after)).toEqual([6, 8, 9]);
    expect(gaps(dag.after)).toEqual([0, 0, 0]);
    expect(dag.after.disks).toMatchObject({ used: 72, mostCopies: 4, mostActive: 1 });
    expect(validateDesign(after, { today: '2026-01-01' }).findings.map(({ rule }) => rule)).not.toContain(
      'copies-per-disk',
    );
  });

  it('spreads over odd numbers of servers: 3 + 3 become 5 + 4', () => {
    const { dag } = improved(grown(balanced(3, 36), ['East', 'East', 'West']));
    expect(dag.moves.length).toBeGreaterThanOrEqual(dag.fewestMoves);
    dag.after.copies.forEach(({ fewest, most }) => expect(most - fewest).toBeLessThanOrEqual(4));
    dag.after.preferences.forEach(({ fewest, most }) => expect(most.value - fewest).toBeLessThanOrEqual(2));
    loads(dag.after).forEach((value, i) => expect(value).toBeLessThanOrEqual(loads(dag.before)[i] ?? 0));
    // Each datacenter has 18 disks with one active copy each: 5 on some of West's four servers, where 4 on all nine would be the least.
    expect(dag.after.load.healthy).toEqual({ value: 5, bound: 4, gap: 0.25 });
  });

  it('gives the copies of a removed server places on the others of its datacenter', () => {
    const { after, dag } = improved(without(balanced(4, 24, 2), 'EX01'));
    expect(dag.unplaced).toBe(0);
    expect(dag.moves).toHaveLength(12);
    expect(dag.moves.every(({ from }) => from === null)).toBe(true);
    const { databases, servers } = indexDesign(after);
    for (const { copies } of databases.values()) {
      expect(copies.map(({ value }) => value.activationPreference).sort()).toEqual([1, 2, 3, 4]);
      expect(copies.filter(({ value }) => (value.replayLagHours ?? 0) > 0)).toHaveLength(1);
      const east = copies.filter(({ value }) => servers.get(value.server)?.value.datacenter === 'East');
      expect(east).toHaveLength(2);
    }
    expect(checkDesign(after)).toEqual([]);
  });

  it('fills servers that come back empty, mirrors of each other, as they were filled before', () => {
    const design = balanced(4, 24);
    const dag = dagOf(design).value;
    const databases = (dag.databases ?? []).map((database) => ({
      ...database,
      copies: (database.copies ?? []).filter(({ server }) => server !== 'EX04' && server !== 'EX08'),
    }));
    const { dag: told } = improved({ ...design, dags: [{ ...dag, databases }] });
    expect(told.unplaced).toBe(0);
    expect(told.moves.filter(({ from }) => from === null)).toHaveLength(24);
    expect(told.after.disks).toMatchObject({ mostCopies: 4, mostActive: 1 });
  });

  it('says how many copies find no place where disks are full, and invents none', () => {
    const { after, dag } = improved(without(balanced(4, 24), 'EX01'));
    expect(dag.unplaced).toBe(12);
    expect(dag.notes).toEqual([
      '12 copies find no place: the data volumes of the other servers in their datacenter have no room, or hold a copy of the same preference.',
    ]);
    expect(after.dags?.[0]?.servers).toHaveLength(7);
  });

  it('empties a server that is to go', () => {
    const { after, dag } = improved(grown(balanced(4, 24), ['East']), { vacate: ['EX02'] });
    expect(dag.unplaced).toBe(0);
    expect(indexDesign(after).servers.get('EX02')?.copies).toEqual([]);
    expect(dag.moves.length).toBeGreaterThanOrEqual(12);
  });

  it('weighs databases by their load where they are unequal, and moves no more than is needed for the tolerance', () => {
    const design = balanced(4, 24);
    const dag = dagOf(design).value;
    const databases = (dag.databases ?? []).map((database, d) => ({
      ...database,
      mailboxes: { Staff: d % 8 === 0 ? 400 : 100 },
    }));
    const unequal = { ...design, dags: [{ ...dag, databases }] };
    const loose = improved(unequal, { tolerance: 0.5 }).dag;
    const tight = improved(unequal, { tolerance: 0 }).dag;
    expect(tight.before.load.unit).toBe('megacycles');
    expect(tight.after.load.oneServer.value).toBeLessThan(tight.before.load.oneServer.value);
    expect(loose.moves.length).toBeLessThan(tight.moves.length);
  });

  it('improves the DAGs that are named', () => {
    const design = grown(balanced(2, 8), ['East', 'West']);
    expect(improveLayout(design, { dags: [] })).toEqual({ dags: [], command: undefined });
    expect(() => improveLayout(design, { dags: ['DAG7'] })).toThrow('The design has no DAG "DAG7".');
    expect(() => improveLayout(design, { vacate: ['EX99'] })).toThrow('The design has no server "EX99".');
  });

  it('tells how far it is, never backwards', () => {
    const told: number[] = [];
    improveLayout(grown(balanced(4, 72), ['East', 'West']), { progress: (share) => told.push(share) });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  it.each([
    ['no DAG', { format: 'dagwright/1', name: 'Empty' }],
    ['a DAG without anything', { format: 'dagwright/1', name: 'Empty', dags: [{ name: 'D' }] }],
    [
      'a database without copies',
      {
        format: 'dagwright/1',
        name: 'Empty',
        dags: [{ name: 'D', servers: [{ name: 'A' }], databases: [{ name: 'B', copies: [] }] }],
      },
    ],
    [
      'one server',
      {
        format: 'dagwright/1',
        name: 'Empty',
        dags: [{ name: 'D', servers: [{ name: 'A' }], databases: [{ name: 'B', copies: [{ server: 'A' }] }] }],
      },
    ],
  ] as [string, Design][])('changes nothing of a design with %s', (_, design) => {
    expect(improveLayout(design).command).toBeUndefined();
  });
});

describe('whatever the design, improveLayout', () => {
  const violated = (design: Design): Set<string> =>
    new Set(
      validateDesign(design, { today: '2026-01-01' })
        .findings.filter(({ severity }) => severity !== 'info')
        .map(({ rule }) => rule),
    );

  it('breaks no rule that held, makes nothing that is stated worse, and undoes as one step', () => {
    fc.assert(
      fc.property(anyLayout, fc.constantFrom(0, 0.05, 0.5), (design, tolerance) => {
        const text = JSON.stringify(design);
        const { command, dags } = improveLayout(design, { tolerance });
        expect(JSON.stringify(design)).toBe(text);
        const [dag] = dags;
        if (!dag || !command) return;
        const { design: after, inverse } = applyCommand(design, command);
        expect(checkDesign(after)).toEqual([]);
        expect(applyCommand(after, inverse).design).toEqual(design);
        expect([...violated(after)].filter((rule) => !violated(design).has(rule))).toEqual([]);
        if (dag.moves.some(({ from }) => from === null)) return;
        loads(dag.after).forEach((value, i) => expect(value).toBeLessThanOrEqual(loads(dag.before)[i] ?? 0));
        expect(dag.after.disks.mostCopies).toBeLessThanOrEqual(Math.max(4, dag.before.disks.mostCopies));
        expect(dag.moves.length).toBeGreaterThanOrEqual(dag.fewestMoves);
      }),
    );
  });

  it('keeps each copy in its datacenter, one on a server, the lagged one last', () => {
    fc.assert(
      fc.property(anyLayout, (design) => {
        const { after } = improved(design);
        const site = (name: string) => indexDesign(after).servers.get(name)?.value.datacenter ?? '';
        for (const { value, copies } of indexDesign(after).databases.values()) {
          const before = indexDesign(design).databases.get(value.name)?.copies ?? [];
          const servers = copies.map((copy) => copy.value.server);
          expect(new Set(servers).size).toBe(servers.length);
          if (before.length === copies.length)
            expect(servers.map(site).sort()).toEqual(before.map((copy) => site(copy.value.server)).sort());
          const preferenceOf = (lagged: boolean) =>
            copies.flatMap((copy) =>
              (copy.value.replayLagHours ?? 0) > 0 === lagged ? [copy.value.activationPreference ?? 0] : [],
            );
          expect(Math.min(...preferenceOf(true))).toBeGreaterThan(Math.max(0, ...preferenceOf(false)));
        }
      }),
    );
  });

  it('finds nothing more in what it has improved, and the same from the same', () => {
    fc.assert(
      fc.property(anyLayout, (design) => {
        const first = improveLayout(design);
        expect(improveLayout(structuredClone(design))).toEqual(first);
        if (!first.command || first.dags.some(({ unplaced }) => unplaced > 0)) return;
        expect(improveLayout(applyCommand(design, first.command).design).command).toBeUndefined();
      }),
    );
  });
});

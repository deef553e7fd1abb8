import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../../planner/design/compare.ts';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign, loadDesign } from '../../../planner/design/load.ts';
import type { Subject } from '../../../planner/design/subject.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { validateDesign } from '../../../planner/rules/index.ts';
import { simulateFailover } from '../../../planner/simulate/survivors/index.ts';
import { sizeDesign } from '../../../planner/sizing/index.ts';
import {
  areSiblings,
  reorder,
  reorderBeside,
  sortByName,
  type Reordering,
  type Step,
} from '../../../renderer/layingOut/ordering.ts';
import { allOf } from '../../../renderer/layingOut/selecting.ts';

const server = (name: string, datacenter: string) => ({ name, datacenter });
/** The members of two datacenters take turns in the list. */
const mixed: Design = {
  format: 'dagwright/1',
  name: 'Mixed',
  datacenters: [{ name: 'West' }, { name: 'Far' }, { name: 'East' }, { name: 'Third', role: 'witness' }],
  links: [
    { from: 'East', to: 'West' },
    { from: 'East', to: 'Third' },
  ],
  pairs: [{ name: 'Pair', datacenters: ['East', 'West'] }],
  dags: [
    {
      name: 'DAG2',
      pair: 'Pair',
      witness: { server: 'FSW', datacenter: 'Third' },
      servers: ['E10:East', 'W1:West', 'E2:East', 'W2:West', 'E1:East'].map((each) => {
        const [name = '', site = ''] = each.split(':');
        return server(name, site);
      }),
      databases: [{ name: 'DB2' }, { name: 'DB1' }],
    },
    { name: 'Other', servers: [server('X1', 'Far')] },
    { name: 'DAG1', pair: 'Pair' },
  ],
};

const servers = (design: Design) => design.dags?.[0]?.servers?.map(({ name }) => name).join(' ');

/** Applies it, and holds that undoing gives the first bytes and doing again the same ones. */
function applied(design: Design, made: Reordering | string): Design {
  if (typeof made === 'string') throw new Error(made);
  const { design: after, inverse } = applyCommand(design, made.command);
  expect(checkDesign(after)).toEqual([]);
  const undone = applyCommand(after, inverse);
  expect(writeDesign(undone.design)).toBe(writeDesign(design));
  expect(writeDesign(applyCommand(undone.design, undone.inverse).design)).toBe(writeDesign(after));
  return after;
}

describe('moving things among those beside them', () => {
  it.each<[string[], Step, string]>([
    [['E2'], 'earlier', 'E2 W1 E10 W2 E1'],
    [['E2'], 'later', 'E10 W1 E1 W2 E2'],
    [['E1'], 'first', 'E1 W1 E10 W2 E2'],
    [['E10'], 'last', 'E2 W1 E1 W2 E10'],
    [['E1', 'E2'], 'earlier', 'E2 W1 E1 W2 E10'],
    [['E10', 'E2'], 'later', 'E1 W1 E10 W2 E2'],
    [['E10', 'E1'], 'first', 'E10 W1 E1 W2 E2'],
    [['W2'], 'earlier', 'E10 W2 E2 W1 E1'],
  ])('servers %s %s: the other datacenter keeps its places', (names, step, expected) => {
    const selection = names.map((name) => `server:${name}`);
    expect(servers(applied(mixed, reorder(mixed, selection, step)))).toBe(expected);
  });

  it('right before and after another one, as a drag does', () => {
    const beside = (target: string, side: 'before' | 'after') =>
      servers(applied(mixed, reorderBeside(mixed, ['server:E1'], target, side)));
    expect(beside('server:E10', 'before')).toBe('E1 W1 E10 W2 E2');
    expect(beside('server:E10', 'after')).toBe('E10 W1 E1 W2 E2');
    expect(reorderBeside(mixed, ['server:E1'], 'server:E2', 'after')).toBe('it stands there already');
    expect(reorderBeside(mixed, ['server:E1'], 'server:E1', 'after')).toBe('it stands there already');
    expect(areSiblings(mixed, ['server:E1', 'server:E2'])).toBe(true);
    expect(areSiblings(mixed, ['server:E1', 'server:W2'])).toBe(false);
  });

  it('DAGs among those of their pair, databases, links', () => {
    const dags = applied(mixed, reorder(mixed, ['dag:DAG1'], 'earlier')).dags;
    expect(dags?.map(({ name }) => name)).toEqual(['DAG1', 'Other', 'DAG2']);
    const databases = applied(mixed, reorder(mixed, ['database:DB2'], 'later')).dags?.[0]?.databases;
    expect(databases?.map(({ name }) => name)).toEqual(['DB1', 'DB2']);
    expect(applied(mixed, reorder(mixed, ['link:East/Third'], 'first')).links?.[0]?.to).toBe('Third');
  });

  it('says what it does, and why it cannot', () => {
    const label = (selection: Subject[], step: Step) => {
      const made = reorder(mixed, selection, step);
      return typeof made === 'string' ? made : made.command.label;
    };
    expect(label(['server:E2'], 'earlier')).toBe('Move E2 before E10');
    expect(label(['server:E10'], 'last')).toBe('Move E10 after E1');
    expect(label(['server:E2', 'server:E1'], 'first')).toBe('Move 2 servers to the first place');
    expect(label(['server:E10'], 'earlier')).toBe('It is the first already');
    expect(label(['server:E2', 'server:E1'], 'last')).toBe('They are the last already');
    expect(label(['dag:Other'], 'last')).toBe('It stands alone, with nothing to change places with');
    expect(label(['server:E1', 'server:W1'], 'earlier')).toMatch(/^Select things that stand beside each other/);
    for (const each of ['design', 'witness:DAG2', 'server:E99', 'copy:DB1/E1', '']) {
      expect(label([each], 'earlier')).toMatch(/^Select servers, databases/);
    }
  });
});

describe('the datacenters of a pair', () => {
  it('change sides in the pair and in the list, and it is said what that means for the lock of the witness', () => {
    const made = reorder(mixed, ['datacenter:West'], 'earlier');
    const after = applied(mixed, made);
    expect(after.pairs?.[0]?.datacenters).toEqual(['West', 'East']);
    expect(after.datacenters?.map(({ name }) => name)).toEqual(['West', 'Far', 'East', 'Third']);
    expect(made).toMatchObject({ caution: expect.stringContaining('In DAG2 this is West from then on') as string });
    const back = applied(after, reorder(after, ['datacenter:West'], 'last'));
    expect(back.datacenters?.map(({ name }) => name)).toEqual(['East', 'Far', 'West', 'Third']);
  });

  it('nothing is said where no cluster depends on it', () => {
    const made = reorder(mixed, ['datacenter:Third'], 'earlier');
    expect(applied(mixed, made).datacenters?.map(({ name }) => name)).toEqual(['West', 'Third', 'East', 'Far']);
    expect(made).not.toHaveProperty('caution');
  });
});

describe('sorting by name', () => {
  it('sorts what stands in a thing, numbers as numbers, each datacenter by itself', () => {
    const made = sortByName(mixed, 'dag:DAG2');
    const after = applied(mixed, made);
    expect(servers(after)).toBe('E1 W1 E2 W2 E10');
    expect(after.dags?.[0]?.databases?.map(({ name }) => name)).toEqual(['DB1', 'DB2']);
    expect(made).toMatchObject({ command: { label: 'Sort 3 servers and 2 databases by name' } });
    expect(sortByName(after, 'dag:DAG2')).toBe('Everything is in the order of names already');
  });

  it('of the design the DAGs of each pair; of a server its siblings', () => {
    const { dags, links } = applied(mixed, sortByName(mixed, 'design'));
    expect(dags?.map(({ name }) => name)).toEqual(['DAG1', 'Other', 'DAG2']);
    expect(links?.map(({ to }) => to)).toEqual(['Third', 'West']);
    expect(servers(applied(mixed, sortByName(mixed, 'server:E2')))).toBe('E1 W1 E2 W2 E10');
  });
});

const folder = resolve(import.meta.dirname, '../../../examples');
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.dagwright.json'))
  .map((name): [string, Design] => {
    const loaded = loadDesign(readFileSync(resolve(folder, name), 'utf8'));
    if (!loaded.ok) throw new Error(name);
    return [name, loaded.value];
  });

/** All that an order could change: the verdict and where databases go, each told without an order. */
function results(design: Design, failed: readonly (readonly Subject[])[]) {
  const { findings, counts, rules } = validateDesign(design, { today: '2026-01-01' });
  const {
    servers: loads,
    databases,
    dags,
  } = simulateFailover(
    design,
    failed.map((fail) => ({ fail })),
  );
  const sorted = (texts: readonly unknown[]) => texts.map((each) => JSON.stringify(each)).sort();
  return {
    counts,
    rules,
    findings: sorted(findings.map(({ rule, severity, subject, messageId }) => [rule, severity, subject, messageId])),
    databases: sorted(databases.map((each) => [each])),
    servers: sorted(loads.map(({ name, activeDatabases }) => [name, activeDatabases])),
    dags: sorted(dags.map(({ name, hasQuorum, votes, votesNeeded }) => [name, hasQuorum, votes, votesNeeded])),
  };
}

/** Sums of the same numbers in another order differ in their last digits. */
function expectSameFigures(one: Design, other: Design): void {
  const figures = (design: Design) =>
    new Map(sizeDesign(design).figures.map(({ id, subject, value }) => [`${id} ${subject}`, value]));
  const [a, b] = [figures(one), figures(other)];
  expect([...a.keys()].sort()).toEqual([...b.keys()].sort());
  for (const [key, value] of a) {
    const wanted = b.get(key);
    const isNear =
      typeof value === 'number' && typeof wanted === 'number' && Math.abs(value - wanted) <= 1e-9 * Math.abs(wanted);
    if (!isNear) expect(value, key).toEqual(wanted);
  }
}

const witnesses = ({ dags = [] }: Design) => dags.flatMap(({ name, witness }) => (witness ? [`witness:${name}`] : []));

describe('an order that nothing is said about means nothing', () => {
  it.each(examples)(
    '%s: verdict, sizing and failures stay as they are',
    (_, design) => {
      const kinds = ['server', 'database', 'dag', 'pair', 'link', 'tier', 'hardware', 'datacenter'] as const;
      const things = kinds.map((kind) => allOf(design, kind)).filter(({ length }) => length > 1);
      const thing = fc.constantFrom(...things).chain((all) => fc.constantFrom(...all));
      const step = fc.constantFrom<Step>('earlier', 'later', 'first', 'last');
      const failing = [...allOf(design, 'server'), ...allOf(design, 'datacenter'), ...witnesses(design)];
      const failures = fc.array(fc.constantFrom(...failing), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(fc.array(fc.tuple(thing, step), { minLength: 4, maxLength: 30 }), failures, (moves, failed) => {
          let after = design;
          for (const [about, to] of moves) {
            const made = reorder(after, [about], to);
            if (typeof made !== 'string' && made.caution === undefined) after = applied(after, made);
          }
          expect(compareDesigns(design, after).filter(({ path }) => !path.endsWith('/datacenters'))).toEqual([]);
          expectSameFigures(after, design);
          const one = failed.map((each) => [each]);
          expect(results(after, one)).toEqual(results(design, one));
        }),
        { numRuns: 8 },
      );
    },
    120_000,
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import { checkDesign } from '../../planner/design/load.ts';
import { valueAt } from '../../planner/design/pointer.ts';
import type { Design } from '../../planner/design/types.ts';

const dag = (number: number) => ({
  name: `DAG${number}`,
  servers: [
    { name: `EX${number}`, datacenter: 'East', hardware: 'Box', volumes: [{ name: 'V1' }] },
    { name: `EY${number}`, volumes: [{ name: 'V1' }] },
  ],
  databases: [{ name: `DB${number}`, mailboxes: { all: 10 }, copies: [{ server: `EX${number}`, volume: 'V1' }] }],
});
const sound: Design = {
  format: 'dagwright/1',
  name: 'Two',
  mailboxTiers: [{ name: 'all' }],
  datacenters: [{ name: 'East' }],
  hardware: [{ name: 'Box' }],
  dags: [dag(1), dag(2)],
};

const pathsAfter = (...edits: Edit[]): string[] =>
  checkDesign(applyCommand(sound, { name: 'edit', label: '', edits }).design).map(({ path }) => path);

describe('checkDesign(design) after an edit of a design that was right', () => {
  it('finds nothing to complain of in it', () => {
    expect(checkDesign(sound)).toEqual([]);
    expect(checkDesign(sound)).toEqual([]);
  });

  it.each<[string, Edit, string]>([
    ['a wrong type in the second DAG', { op: 'set', path: '/dags/1/fileSystem', value: 7 }, '/dags/1/fileSystem'],
    [
      'an endless amount',
      { op: 'set', path: '/dags/1/servers/0/volumes/0/rpm', value: 1e18 },
      '/dags/1/servers/0/volumes/0/rpm',
    ],
    ['a wrong type outside the DAGs', { op: 'set', path: '/name', value: 3 }, '/name'],
    ['a name of the other DAG', { op: 'set', path: '/dags/1/servers/0/name', value: 'EX1' }, '/dags/1/servers/0/name'],
    [
      'a volume taken from under a copy',
      { op: 'set', path: '/dags/1/servers/0/volumes', value: [] },
      '/dags/1/databases/0/copies/0/volume',
    ],
    ['a member that lacks its name', { op: 'remove', path: '/dags/1/servers/1/name' }, '/dags/1/servers/1/name'],
    [
      'a copy of a server that is gone',
      { op: 'remove', path: '/dags/1/servers/0' },
      '/dags/1/databases/0/copies/0/server',
    ],
    ['a datacenter that servers stand in', { op: 'remove', path: '/datacenters' }, '/dags/0/servers/0/datacenter'],
    ['a model that servers are of', { op: 'set', path: '/hardware', value: [] }, '/dags/1/servers/0/hardware'],
    ['a tier that databases hold', { op: 'remove', path: '/mailboxTiers/0' }, '/dags/1/databases/0/mailboxes/all'],
    ['a DAG that is none', { op: 'set', path: '/dags/1', value: 5 }, '/dags/1'],
  ])('%s', (_, edit, path) => {
    checkDesign(sound);
    expect(pathsAfter(edit)).toContain(path);
  });

  it('finds the same as in a design that it sees for the first time', () => {
    const places = [
      '/dags/1',
      '/dags/1/servers/1',
      '/dags/1/databases/0',
      '/dags/1/databases/0/copies/0',
      '/datacenters/0',
    ];
    const keys = ['name', 'servers', 'databases', 'copies', 'hardware', 'server', 'volumes', 'mailboxes', 'x-own'];
    const values = [undefined, 5, 'EX1', 'EY2', '', [], {}, [{ name: 'V1' }], { all: 1 }, { other: 1 }, [{}]];
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...keys),
        fc.constantFrom(...values),
        (at, key, value) => {
          checkDesign(sound);
          const path = `${at}/${key}`;
          const edit: Edit = value === undefined ? { op: 'remove', path } : { op: 'set', path, value };
          fc.pre(value !== undefined || valueAt(sound, path) !== undefined);
          const { design } = applyCommand(sound, { name: 'edit', label: '', edits: [edit] });
          expect(checkDesign(design)).toEqual(checkDesign(structuredClone(design)));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import { checkDesign } from '../../planner/design/load.ts';
import type { Design } from '../../planner/design/types.ts';

const dag = (number: number) => ({
  name: `DAG${number}`,
  servers: [{ name: `EX${number}`, volumes: [{ name: 'V1' }] }],
  databases: [{ name: `DB${number}`, copies: [{ server: `EX${number}`, volume: 'V1' }] }],
});
const sound: Design = { format: 'dagwright/1', name: 'Two', dags: [dag(1), dag(2)] };

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
    ['a DAG that is none', { op: 'set', path: '/dags/1', value: 5 }, '/dags/1'],
  ])('%s', (_, edit, path) => {
    checkDesign(sound);
    expect(pathsAfter(edit)).toContain(path);
  });
});

import { describe, expect, it } from 'vitest';
import { specIntEdits } from '../../planner/design/specInt.ts';
import type { Design } from '../../planner/design/types.ts';

const design: Design = {
  format: 'dagwright/1',
  name: 'Rates',
  hardware: [
    { name: 'Rated', cores: 28, specIntRate2006: 1190 },
    { name: 'Unrated', cores: 28 },
    { name: 'Without cores', specIntRate2006: 1190 },
  ],
};

describe('specIntEdits(design, path, cores)', () => {
  it.each([
    [24, 1020],
    [20, 850],
    [18, 765],
    [25, 1063],
  ])('scales the result of a server with %i cores', (cores, value) => {
    expect(specIntEdits(design, '/hardware/0/cores', cores)).toEqual([
      { op: 'set', path: '/hardware/0/specIntRate2006', value },
    ]);
  });

  it.each([
    ['the model states no result', '/hardware/1/cores', 24],
    ['the model states no cores', '/hardware/2/cores', 24],
    ['another property changes', '/hardware/0/memoryGB', 24],
    ['the cores stay', '/hardware/0/cores', 28],
    ['the cores are cleared', '/hardware/0/cores', undefined],
    ['there is no such model', '/hardware/9/cores', 24],
  ])('changes nothing where %s', (_title, path, cores) => {
    expect(specIntEdits(design, path, cores)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../../planner/design/edit.ts';
import type { Design } from '../../../planner/design/types.ts';
import { editsBetween } from '../../../renderer/engine/difference.ts';
import { sample } from '../sample.ts';

const edited = (...edits: Edit[]): Design => applyCommand(sample, { name: 'edit', label: '', edits }).design;
const remade = (before: Design, after: Design): unknown => {
  const edits = editsBetween(before, after, 1000);
  return edits && applyCommand(before, { name: 'edits', label: '', edits }).design;
};

describe('editsBetween(before, after, most)', () => {
  it('is the place that changed and nothing else', () => {
    const after = edited({ op: 'set', path: '/hardware/0/cores', value: 28 });
    expect(editsBetween(sample, after, 10)).toEqual([{ op: 'set', path: '/hardware/0/cores', value: 28 }]);
    expect(editsBetween(sample, sample, 10)).toEqual([]);
  });

  it.each<[string, Edit]>([
    ['a list that has grown', { op: 'insert', path: '/dags/0/servers/1', value: { name: 'EX09' } }],
    ['a list that has shrunk', { op: 'remove', path: '/datacenters/2' }],
    ['a property that went', { op: 'remove', path: '/waivers' }],
    ['a property that came', { op: 'set', path: '/exchange', value: { version: '2019' } }],
    ['an object in the place of a number', { op: 'set', path: '/hardware/0', value: { name: 'R740', dataDisk: {} } }],
    ['a name with a slash', { op: 'set', path: '/x-a~1b', value: [1, 'two'] }],
  ])('%s', (_, edit) => {
    expect(remade(sample, edited(edit))).toEqual(edited(edit));
    expect(remade(edited(edit), sample)).toEqual(sample);
  });

  it.each(['__proto__', 'constructor', 'toString'])('a property that is called %s', (name) => {
    const after = JSON.parse(`{${JSON.stringify(name)}:{}}`) as Design;
    expect(JSON.stringify(remade({} as Design, after))).toBe(JSON.stringify(after));
    expect(JSON.stringify(remade(after, {} as Design))).toBe('{}');
  });

  it('makes any value of any other', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (a, b) => {
        expect(JSON.stringify(sorted(remade(a as never, b as never)))).toBe(JSON.stringify(sorted(b)));
      }),
    );
  });

  it('gives up where the designs have little in common', () => {
    expect(editsBetween({ a: 1, b: 2, c: 3 }, { a: 2, b: 3, c: 4 }, 2)).toBeUndefined();
  });
});

/** The same value with its properties in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

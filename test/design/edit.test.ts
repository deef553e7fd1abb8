import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, EditError, type Edit } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';

const design: Design = {
  format: 'dagwright/1',
  name: 'Test',
  hardware: [{ name: 'H', cores: 24 }],
  datacenters: [{ name: 'East' }, { name: 'West' }],
};

const command = (...edits: Edit[]) => ({ name: 'test', label: 'Test', edits });

describe('applyCommand(design, command)', () => {
  it.each<[string, Edit, Edit]>([
    [
      'sets a property',
      { op: 'set', path: '/hardware/0/cores', value: 28 },
      { op: 'set', path: '/hardware/0/cores', value: 24 },
    ],
    [
      'states a property',
      { op: 'set', path: '/hardware/0/memoryGB', value: 192 },
      { op: 'remove', path: '/hardware/0/memoryGB' },
    ],
    [
      'unstates a property',
      { op: 'remove', path: '/hardware/0/cores' },
      { op: 'set', path: '/hardware/0/cores', value: 24 },
    ],
    [
      'inserts into a list',
      { op: 'insert', path: '/datacenters/2', value: { name: 'Third' } },
      { op: 'remove', path: '/datacenters/2' },
    ],
    [
      'removes from a list',
      { op: 'remove', path: '/datacenters/0' },
      { op: 'insert', path: '/datacenters/0', value: { name: 'East' } },
    ],
  ])('%s and answers with the inverse', (_, edit, inverse) => {
    expect(applyCommand(design, command(edit)).inverse.edits).toEqual([inverse]);
  });

  it('leaves the design as it was and shares what it did not touch', () => {
    const before = structuredClone(design);
    const after = applyCommand(design, command({ op: 'set', path: '/hardware/0/cores', value: 28 })).design;
    expect(design).toEqual(before);
    expect(after.hardware?.[0]?.cores).toBe(28);
    expect(after.datacenters).toBe(design.datacenters);
  });

  it.each<[string, Edit]>([
    ['a parent that is not there', { op: 'set', path: '/dags/0/name', value: 'D' }],
    ['a property that is not stated', { op: 'remove', path: '/hardware/0/memoryGB' }],
    ['an index past the end', { op: 'set', path: '/hardware/1', value: {} }],
    ['an index that is no number', { op: 'insert', path: '/hardware/-', value: {} }],
    ['the whole design', { op: 'set', path: '', value: {} }],
    ['something below a number', { op: 'set', path: '/hardware/0/cores/0', value: 1 }],
  ])('throws EditError for %s', (_, edit) => {
    expect(() => applyCommand(design, command(edit))).toThrow(EditError);
  });

  it('undone, gives back an equal design, for any run of edits that applies', () => {
    const path = fc.constantFrom(
      '/hardware/0/cores',
      '/hardware/0/bays',
      '/datacenters/0',
      '/datacenters/1',
      '/datacenters/2',
      '/name',
      '/links',
    );
    const edit = fc.record({
      op: fc.constantFrom('set', 'remove', 'insert'),
      path,
      value: fc.jsonValue(),
    }) as fc.Arbitrary<Edit>;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let changed;
        try {
          changed = applyCommand(design, command(...edits));
        } catch (error) {
          expect(error).toBeInstanceOf(EditError);
          return;
        }
        expect(applyCommand(changed.design, changed.inverse).design).toEqual(design);
      }),
    );
  });
});

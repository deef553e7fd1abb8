import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import { loadDesign } from '../../planner/design/load.ts';
import { writeDesign } from '../../planner/design/write.ts';
import type { Design } from '../../planner/design/types.ts';
import { withRandomNotes } from '../randomNotes.ts';

const design: Design = {
  name: 'Test',
  format: 'dagwright/1',
  dags: [
    {
      name: 'DAG1',
      databases: [
        {
          mailboxes: { Staff: 10 },
          name: 'DB1',
          copies: [{ activationPreference: 1, volume: 'V1', server: 'EX1' }, { server: 'EX1' }],
        },
      ],
      servers: [{ name: 'EX1', volumes: [{ role: 'data', name: 'V1' }, { name: 'V2' }] }],
    },
  ],
  mailboxTiers: [{ name: 'Staff', quotaMB: 1.5 }],
  pairs: [],
};

describe('writeDesign(design)', () => {
  it("puts properties in the schema's order, one line per copy and per volume", () => {
    expect(writeDesign(design)).toBe(`{
  "format": "dagwright/1",
  "name": "Test",
  "pairs": [],
  "mailboxTiers": [
    {
      "name": "Staff",
      "quotaMB": 1.5
    }
  ],
  "dags": [
    {
      "name": "DAG1",
      "servers": [
        {
          "name": "EX1",
          "volumes": [
            { "name": "V1", "role": "data" },
            { "name": "V2" }
          ]
        }
      ],
      "databases": [
        {
          "name": "DB1",
          "mailboxes": { "Staff": 10 },
          "copies": [
            { "server": "EX1", "volume": "V1", "activationPreference": 1 },
            { "server": "EX1" }
          ]
        }
      ]
    }
  ]
}
`);
  });

  it('keeps properties that begin with x- as they are, after the known ones', () => {
    const withNote = { ...design, 'x-b': { z: 1, a: [null, 'ü'] }, 'x-a': true } as Design;
    const text = writeDesign(withNote);
    expect(JSON.parse(text)).toEqual(withNote);
    expect(text.indexOf('"x-b"')).toBeLessThan(text.indexOf('"x-a"'));
    expect(text.indexOf('"x-b"')).toBeGreaterThan(text.indexOf('"dags"'));
  });

  it.each<[string, Edit]>([
    ['a DAG', { op: 'set', path: '/dags/0/name', value: 'DAG2' }],
    ['a server', { op: 'set', path: '/dags/0/servers/0/datacenter', value: 'East' }],
    ['a volume', { op: 'remove', path: '/dags/0/servers/0/volumes/0/role' }],
    ['a database', { op: 'set', path: '/dags/0/databases/0/mailboxes/Staff', value: 11 }],
    ['a copy', { op: 'set', path: '/dags/0/databases/0/copies/1/volume', value: 'V2' }],
    ['the order of servers', { op: 'insert', path: '/dags/0/servers/0', value: { name: 'EX0' } }],
  ])('shows an edit of %s in a design that was written before', (_, edit) => {
    const before = writeDesign(design);
    const edited = applyCommand(design, { name: 'edit', label: '', edits: [edit] }).design;
    expect(writeDesign(edited)).toBe(writeDesign(structuredClone(edited)));
    expect(writeDesign(edited)).not.toBe(before);
    expect(writeDesign(design)).toBe(before);
  });

  it('writes, reads and writes again the same bytes', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((text) => !/^\s|\s$|[/:\p{C}\u2028\u2029]|^__proto__$/u.test(text));
    const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
    const amount = fc.double({ min: 0, max: 1e15, noNaN: true });
    const anyDesign = fc
      .record({ name, names, amount, extra: fc.jsonValue({ maxDepth: 3 }) })
      .map(({ name, names, amount, extra }): Design => ({
        dags: names.map((dag) => ({
          databases: [{ name: `${dag}-db`, copies: [{ server: `${dag}-ex`, replayLagHours: amount }] }],
          servers: [{ name: `${dag}-ex`, 'x-rack': extra }],
          name: dag,
        })),
        'x-extra': extra,
        name,
        format: 'dagwright/1' as const,
      }))
      .chain(withRandomNotes);
    fc.assert(
      fc.property(anyDesign, (value) => {
        const text = writeDesign(value);
        const loaded = loadDesign(text);
        expect(loaded.ok ? [] : loaded.problems).toEqual([]);
        if (loaded.ok) expect(writeDesign(loaded.value)).toBe(text);
      }),
    );
  });
});

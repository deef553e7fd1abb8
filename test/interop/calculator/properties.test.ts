import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../../planner/design/load.ts';
import { importCalculator } from '../../../planner/interop/calculator/index.ts';
import { smallExport } from './smallExport.ts';

type FileName = keyof ReturnType<typeof smallExport>;

/** An export of n servers a side with the calculator's copy order (facts sizing A11), the servers listed in any order. */
function largeExport(n: number, databases: number, order: readonly number[]): Record<FileName, string> {
  const serverOf = (side: number, position: number): string => `S${side}${position}`;
  const rows = Array.from({ length: databases }, (_, i) => {
    const group = Math.floor(i / n);
    const [home, away] = group % 2 === 0 ? [1, 2] : [2, 1];
    const [p, q] = [i % n, ((i % n) + 1 + (group % (n - 1))) % n];
    return { name: `DB${i + 1}`, copies: [serverOf(home, p), serverOf(home, q), serverOf(away, p), serverOf(away, q)] };
  });
  const servers = [1, 2].flatMap((side) => Array.from({ length: n }, (_, p) => serverOf(side, p)));
  const shuffled = order.map((i) => servers[i] ?? '');
  const mapOf = (server: string): string =>
    rows
      .filter(({ copies }) => copies.includes(server))
      .map(({ name }) => name)
      .join(',');
  return {
    'Servers.csv': ['ServerName,DbPerVolume,DbMap', ...shuffled.map((server) => `${server},4,"${mapOf(server)}"`)].join(
      '\n',
    ),
    'MailboxDatabases.csv': ['Name,Server', ...rows.map(({ name, copies }) => `${name},${copies[0]}`)].join('\n'),
    'MailboxDatabaseCopies.csv': [
      'Name,Server,ActivationPreference',
      ...rows.flatMap(({ name, copies }) => copies.slice(1).map((server, c) => `${name},${server},${c + 2}`)),
    ].join('\n'),
  };
}

const exportOf = fc
  .integer({ min: 2, max: 8 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.integer({ min: 2, max: 8 }),
      fc.shuffledSubarray([...Array(2 * n).keys()], { minLength: 2 * n }),
    ),
  );

describe('importCalculator(files, options)', () => {
  it('tells the two datacenters apart for any number of servers in any order', () => {
    fc.assert(
      fc.property(exportOf, ([n, blocks, order]) => {
        const imported = importCalculator(largeExport(n, 2 * n * blocks, order), { name: 'large' });
        if (!imported.ok) throw new Error(imported.problems[0]?.message);
        const sides = new Map(imported.design.dags?.[0]?.servers?.map(({ name, datacenter }) => [name, datacenter]));
        for (const [server, datacenter] of sides) expect(datacenter).toBe(sides.get(`${server.slice(0, 2)}0`));
        expect(sides.get('S10')).not.toBe(sides.get('S20'));
      }),
      { numRuns: 60 },
    );
  });

  it('answers any damage with a design that loads or with problems that have a place', () => {
    const change = fc.record({
      file: fc.constantFrom(...(Object.keys(smallExport()) as FileName[])),
      at: fc.nat(1200),
      remove: fc.nat(40),
      put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('"', ',', '\n', '\0', '\uFEFF', '__proto__', '""')),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const files = smallExport();
        for (const { file, at, remove, put } of changes) {
          const start = at % files[file].length;
          files[file] = files[file].slice(0, start) + put + files[file].slice(start + remove);
        }
        const imported = importCalculator(files, { name: 'damaged' });
        if (imported.ok) {
          expect(checkDesign(imported.design)).toEqual([]);
          return;
        }
        expect(imported.problems.length).toBeGreaterThan(0);
        for (const { message, line, column } of imported.problems) {
          expect(message).not.toBe('');
          expect([line, column].every((count) => count !== undefined && count >= 1)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

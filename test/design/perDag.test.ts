import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { perDag } from '../../planner/design/perDag.ts';
import type { Design } from '../../planner/design/types.ts';
import { copyTables } from '../../planner/simulate/failover/index.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import { healthyLinks } from '../../planner/simulate/replication/index.ts';
import { serverLoads } from '../../planner/sizing/index.ts';
import { randomDag } from '../simulate/randomDag.ts';

const today = '2026-01-01';
const edited = (design: Design, ...edits: Edit[]): Design =>
  applyCommand(design, { name: 'edit', label: '', edits }).design;

const two: Design = {
  format: 'dagwright/1',
  name: 'Two',
  sizing: {},
  dags: [{ name: 'A' }, { name: 'B' }],
};

/** Which DAGs are reckoned anew when one design follows another. */
function recomputed(designs: readonly Design[]): string[] {
  let asked: string[] = [];
  const ask = perDag((_, { name }) => asked.push(name));
  for (const design of designs) {
    asked = [];
    for (const { value } of indexDesign(design).dags.values()) ask(design, value);
  }
  return asked;
}

describe('what follows from one DAG', () => {
  it.each<[string, readonly Edit[], readonly string[]]>([
    ['nothing changes', [], []],
    ['that DAG changes', [{ op: 'set', path: '/dags/1/pair', value: 'P' }], ['B']],
    [
      'a part beside the DAGs changes',
      [{ op: 'set', path: '/sizing', value: { designFailure: 'oneServer' } }],
      ['A', 'B'],
    ],
    ['a part beside the DAGs comes', [{ op: 'set', path: '/exchange', value: { version: '2019' } }], ['A', 'B']],
    ['a part beside the DAGs goes', [{ op: 'remove', path: '/sizing' }], ['A', 'B']],
    ['a note comes', [{ op: 'set', path: '/notes', value: [{ subject: 'dag:A', text: 'Read this' }] }], []],
    ['the DAG stands elsewhere', [{ op: 'remove', path: '/dags/0' }], ['B']],
  ])('is reckoned anew when %s', (_, edits, anew) => {
    expect(recomputed([two, edited(two, ...edits)])).toEqual(anew);
  });
});

/** Two random DAGs in one design. */
const designs = fc.tuple(randomDag, randomDag).map(([one, other]): Design => {
  const text = JSON.stringify(other.dags)
    .replace(/"(S|DB)(\d+)"/g, '"$1$2-2"')
    .replace('"D"', '"D2"');
  return { ...one, dags: [...(one.dags ?? []), ...(JSON.parse(text) as NonNullable<Design['dags']>)] };
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    op: fc.constant('set' as const),
    path: fc.constantFrom('/hardware/0/cores', '/mailboxTiers/0/messagesPerDay', '/sizing/ioOverheadFraction'),
    value: fc.integer({ min: 1, max: 64 }),
  }),
  fc.constantFrom<Edit>(
    { op: 'set', path: '/exchange/version', value: '2013' },
    { op: 'set', path: '/sizing/designFailure', value: 'oneServer' },
    { op: 'set', path: '/dags/0/servers/0/datacenter', value: 'B' },
    { op: 'set', path: '/dags/0/databases', value: [] },
    { op: 'set', path: '/dags/1/servers/0/maximumActiveDatabases', value: 1 },
    { op: 'set', path: '/datacenters/1/adSite', value: 'A' },
    { op: 'set', path: '/dags/0/databases/0/copies/0/replayLagHours', value: 300 },
    { op: 'set', path: '/dags/1/databases/0/copies/0/activationPreference', value: 9 },
    { op: 'set', path: '/dags/1/fileSystem', value: 'NTFS' },
    { op: 'set', path: '/exchange/edition', value: 'Standard' },
    { op: 'set', path: '/transport', value: { safetyNetHoldDays: 1 } },
    { op: 'set', path: '/links', value: [{ from: 'A', to: 'B', bandwidthMbps: 1 }] },
    { op: 'remove', path: '/dags/0' },
    { op: 'remove', path: '/hardware/0/memoryGB' },
  ),
);

describe('after any edits', () => {
  it('the loads of servers, the tables of copies, the links and the verdict are those of the same design read anew', () => {
    fc.assert(
      fc.property(designs, fc.array(edit, { minLength: 1, maxLength: 5 }), (start, edits) => {
        let design: Design = { ...start, sizing: {} };
        validateDesign(design, { today });
        for (const each of edits) {
          try {
            design = edited(design, each);
          } catch {
            continue; // What it is about went away with an edit before it.
          }
          const anew = structuredClone(design);
          expect(serverLoads(design)).toEqual(serverLoads(anew));
          expect(copyTables(design)).toEqual(copyTables(anew));
          expect(validateDesign(design, { today })).toEqual(validateDesign(anew, { today }));
          expect(healthyLinks(design)).toEqual(healthyLinks(anew));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('they do so too when no other DAG has databases with several copies any more', () => {
    const server = (name: string) => ({ name, datacenter: 'East', hardware: 'H' });
    const database = (name: string, ...servers: string[]) => ({
      name,
      mailboxes: { Users: 100 },
      copies: servers.map((each, p) => ({ server: each, activationPreference: p + 1, replayLagHours: 0 })),
    });
    const design: Design = {
      format: 'dagwright/1',
      name: 'One with copies, one without',
      exchange: { version: '2016' },
      datacenters: [{ name: 'East' }],
      hardware: [{ name: 'H', cores: 20, physical: true, memoryGB: 128 }],
      mailboxTiers: [{ name: 'Users', messagesPerDay: 100, quotaMB: 2048 }],
      dags: [
        { name: 'A', servers: [server('A1')], databases: [database('DB1', 'A1')] },
        { name: 'B', servers: [server('B1'), server('B2')], databases: [database('DB2', 'B1', 'B2')] },
      ],
    };
    serverLoads(design);
    const alone = edited(design, { op: 'remove', path: '/dags/1' });
    expect(serverLoads(alone)).toEqual(serverLoads(structuredClone(alone)));
  });
});

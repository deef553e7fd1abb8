import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../../planner/design/edit.ts';
import type { Design } from '../../../planner/design/types.ts';
import { countRows, difference } from '../../../renderer/dialogs/difference.ts';
import { sample } from '../sample.ts';

const edited = (edits: readonly Edit[], design: Design = sample): Design =>
  applyCommand(design, { name: 'edit', label: 'Edit', edits }).design;

const lines = (before: Design, after: Design): readonly string[] =>
  difference(before, after).flatMap(({ name, rows }) =>
    rows.map((row) => `${name} | ${row.label} | ${row.before ?? 'not stated'} | ${row.after ?? 'not stated'}`),
  );

describe('a difference is told as the inspector would', () => {
  it.each<[string, Edit[], string[]]>([
    [
      'a number with its unit',
      [{ op: 'set', path: '/links/0/roundTripMs', value: 1500 }],
      ['East – West link | Round trip | 20 ms | 1,500 ms'],
    ],
    [
      'a field that is stated now',
      [{ op: 'set', path: '/hardware/0/memoryGB', value: 192 }],
      ['R740 | Memory | not stated | 192 GB'],
    ],
    [
      'a field that is no longer stated',
      [{ op: 'remove', path: '/hardware/0/cores' }],
      ['R740 | Cores | 24 cores | not stated'],
    ],
    [
      'a choice in words',
      [{ op: 'set', path: '/dags/0/datacenterActivationMode', value: 'DagOnly' }],
      ['DAG1 | Activation mode (DAC) | not stated | DagOnly'],
    ],
    [
      'a group as a whole',
      [{ op: 'set', path: '/sizing', value: { designFailure: 'oneServer' } }],
      ['Design | Sizing | not stated | an object'],
    ],
    [
      'the mailboxes of a tier, whose name stays as it is',
      [{ op: 'set', path: '/dags/0/databases/0/mailboxes/Standard', value: 900 }],
      ['DB1 | Mailboxes: Standard | 1,000 | 900'],
    ],
    [
      'a member of a list by its name',
      [{ op: 'set', path: '/pairs/0/namespaces/0/model', value: 'bound' }],
      ['Pair East-West | Namespace mail.example.com: Model | not stated | Bound'],
    ],
    [
      'a server that came',
      [{ op: 'insert', path: '/dags/0/servers/2', value: { name: 'EX03' } }],
      ['EX03 | Added |  | '],
    ],
    [
      'a network that came',
      [{ op: 'set', path: '/dags/0/networks', value: [{ name: 'Mapi net' }] }],
      ['DAG1 | Network Mapi net added |  | '],
    ],
    [
      'a copy that went',
      [{ op: 'remove', path: '/dags/0/databases/0/copies/1' }],
      ['DB1 on EX02 | Removed | preference 2 | '],
    ],
    [
      'a server that moved',
      [{ op: 'set', path: '/dags/0/servers/0/datacenter', value: 'West' }],
      ['EX01 | Moved | East | West'],
    ],
  ])('%s', (_what, edits, expected) => {
    expect(lines(sample, edited(edits))).toEqual(expected);
  });

  it('writes a choice as people say it', () => {
    const [one, two] = (['oneServer', 'datacenterAndOneServer'] as const).map((designFailure) => ({
      ...sample,
      sizing: { designFailure },
    }));
    expect(lines(one ?? sample, two ?? sample)).toEqual([
      'Design | Sizing: Design failure | One server | Datacenter and one server',
    ]);
  });

  it('puts what is about one thing together and counts every line', () => {
    const groups = difference(
      sample,
      edited([
        { op: 'set', path: '/hardware/0/cores', value: 28 },
        { op: 'set', path: '/hardware/0/memoryGB', value: 192 },
        { op: 'set', path: '/name', value: 'Other' },
      ]),
    );
    expect(groups.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Design', 1],
      ['R740', 2],
    ]);
    expect(countRows(groups)).toBe(3);
  });

  it('finds nothing between a design and its copy', () => {
    expect(difference(sample, structuredClone(sample))).toEqual([]);
  });
});

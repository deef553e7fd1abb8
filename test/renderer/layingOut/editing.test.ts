import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { parseField } from '../../../renderer/inspector/field.ts';
import { setShared, sharedFields } from '../../../renderer/inspector/several.ts';
import { aroundOf } from '../../../renderer/layingOut/around.ts';
import { fragmentOf, readFragment, writeFragment } from '../../../renderer/layingOut/fragment.ts';
import { largestKind } from '../../../renderer/layingOut/marquee.ts';
import { paste } from '../../../renderer/layingOut/pasting.ts';
import { remove } from '../../../renderer/layingOut/removing.ts';
import { renameAll } from '../../../renderer/layingOut/renaming.ts';
import { alike, allOf } from '../../../renderer/layingOut/selecting.ts';
import { locate } from '../../../renderer/subjects/locate.ts';
import { sample } from '../sample.ts';

const empty: Design = { format: 'dagwright/1', name: 'Empty' };

/** Applies a command, holds that the result loads and that undoing gives the first bytes again. */
function applied(design: Design, command: Command): Design {
  const { design: after, inverse } = applyCommand(design, command);
  expect(checkDesign(after)).toEqual([]);
  expect(writeDesign(applyCommand(after, inverse).design)).toBe(writeDesign(design));
  return after;
}

describe('removing', () => {
  const removed = (...subjects: string[]) => {
    const removal = remove(sample, subjects);
    if (!removal) throw new Error('cannot be removed');
    return { ...removal, design: applied(sample, removal.command) };
  };

  it('takes along what stands in and on a thing, and says so', () => {
    const { design, command, elsewhere } = removed('server:EX01');
    expect(command.label).toBe('Remove EX01 with 1 disk and 1 copy');
    expect(design.dags?.[0]?.databases?.[0]?.copies).toHaveLength(1);
    expect(elsewhere).toEqual([]);
    expect(removed('dag:DAG1').command.label).toBe('Remove DAG1 with 2 servers, 2 disks, 1 database and 2 copies');
  });

  it('gives an account of what changes elsewhere', () => {
    const { design, elsewhere } = removed('datacenter:East');
    expect(elsewhere).toEqual(['EX01, East – West link, Pair East-West go too.', 'DAG1 no longer states its pair.']);
    expect(design.dags?.[0]?.servers?.map(({ name }) => name)).toEqual(['EX02']);
    expect(removed('hardware:R740').elsewhere).toEqual(['2 servers no longer state their model.']);
    expect(removed('tier:Standard').elsewhere).toEqual(['1 database no longer holds such mailboxes.']);
    expect(removed('datacenter:North').elsewhere).toEqual(['The witness of DAG1 no longer states where it stands.']);
  });

  it('takes several things out at once, whatever stands in what', () => {
    const everything = [
      'copy:DB1/EX01',
      'volume:EX01/Vol1',
      'server:EX01',
      'dag:DAG1',
      'datacenter:East',
      'tier:Standard',
    ];
    expect(removed(...everything).design.dags).toEqual([]);
    expect(removed('copy:DB1/EX01', 'copy:DB1/EX02').design.dags?.[0]?.databases?.[0]?.copies).toEqual([]);
  });

  it('takes out nothing that is not there, and not the design', () => {
    for (const each of ['design', 'server:EX99', 'witness:DAG9', '']) expect(remove(sample, [each])).toBeUndefined();
    expect(remove(sample, [])).toBeUndefined();
  });
});

describe('renaming by a pattern', () => {
  const servers = ['server:EX01', 'server:EX02'];
  const names = (pattern: string, first?: number) => {
    const renamed = renameAll(sample, servers, pattern, first);
    return typeof renamed === 'string' ? renamed : renamed.names;
  };

  it.each([
    ['EX{site}{00}', ['EXEast01', 'EXWest02']],
    ['MBX-{0}', ['MBX-1', 'MBX-2']],
    ['{site}', ['East1', 'West2']],
    ['{name}-old', ['EX01-old', 'EX02-old']],
    ['D{dag}S{000}', ['D1S001', 'D1S002']],
  ])('%s', (pattern, expected) => {
    expect(names(pattern)).toEqual(expected);
  });

  it('counts from where it is told, and takes along what refers to the names, also when names are exchanged', () => {
    expect(names('EX{00}', 99)).toEqual(['EX099', 'EX100']);
    const renamed = renameAll(sample, ['server:EX02', 'server:EX01'], 'EX{00}');
    if (typeof renamed === 'string') throw new Error(renamed);
    const design = applied(sample, renamed.command);
    expect(design.dags?.[0]?.servers?.map(({ name }) => name)).toEqual(['EX02', 'EX01']);
    expect(design.dags?.[0]?.databases?.[0]?.copies?.map(({ server }) => server)).toEqual(['EX02', 'EX01']);
    expect(design.waivers?.[0]?.subject).toBe('volume:EX02/Vol1');
  });

  it('refuses what is no name, and leaves it to the design whether a name is taken', () => {
    expect(names(' ')).toBe('A name is needed.');
    expect(names('EX', NaN)).toBe('The counter begins with a whole number.');
    expect(renameAll(sample, ['design'], 'X')).toMatch(/^Select things of one kind/);
    expect(renameAll(sample, ['server:EX01', 'dag:DAG1'], 'X')).toMatch(/^Select things of one kind/);
    const taken = renameAll(sample, ['server:EX01'], 'EX02');
    if (typeof taken === 'string') throw new Error(taken);
    expect(checkDesign(applyCommand(sample, taken.command).design)[0]?.message).toMatch(/Another server has this name/);
  });
});

describe('copying and pasting', () => {
  const through = (design: Design, ...subjects: string[]) => {
    const fragment = readFragment(writeFragment(fragmentOf(design, subjects)));
    if (typeof fragment === 'string' || !('meant' in fragment)) throw new Error(JSON.stringify(fragment));
    return fragment;
  };
  const pasted = (into: Design, at: string, ...subjects: string[]) => {
    const made = paste(into, through(sample, ...subjects), at === 'beside' ? at : aroundOf(into, at));
    if (typeof made === 'string') throw new Error(made);
    const design = applied(into, made.command);
    for (const each of made.subjects) expect(locate(design, each), each).toBeDefined();
    return { design, subjects: made.subjects };
  };

  it('a server comes with its disks, under a free name, beside its own', () => {
    const { design, subjects } = pasted(sample, 'beside', 'server:EX02');
    expect(subjects).toEqual(['server:EX03']);
    expect(design.dags?.[0]?.servers?.[2]).toEqual({ ...sample.dags?.[0]?.servers?.[1], name: 'EX03' });
    expect(design.hardware).toEqual(sample.hardware);
  });

  it('a server goes into the datacenter that is selected', () => {
    const { design } = pasted(sample, 'datacenter:West', 'server:EX01');
    expect(design.dags?.[0]?.servers?.[2]).toMatchObject({ name: 'EX03', datacenter: 'West' });
  });

  it('into another file comes all that it refers to, and into an empty one a DAG as well', () => {
    const { design } = pasted(empty, 'design', 'server:EX01', 'server:EX02');
    expect(design.datacenters?.map(({ name }) => name)).toEqual(['East', 'West']);
    expect(design.hardware).toEqual(sample.hardware);
    expect(design.dags).toMatchObject([{ name: 'DAG1', servers: [{ name: 'EX01' }, { name: 'EX02' }] }]);
  });

  it('a server model of the same name that is another one comes under a free name', () => {
    const other: Design = { ...empty, hardware: [{ name: 'R740', cores: 16 }] };
    const { design } = pasted(other, 'design', 'server:EX01');
    expect(design.hardware?.map(({ name, cores }) => [name, cores])).toEqual([
      ['R740', 16],
      ['R741', 24],
    ]);
    expect(design.dags?.[0]?.servers?.[0]?.hardware).toBe('R741');
  });

  it('a DAG comes whole, with its copies on its own servers', () => {
    const { design, subjects } = pasted(sample, 'beside', 'dag:DAG1');
    expect(subjects).toEqual(['dag:DAG2']);
    expect(design.dags?.[1]).toMatchObject({
      name: 'DAG2',
      pair: 'East-West',
      witness: { server: 'EX03' },
      servers: [{ name: 'EX03' }, { name: 'EX04' }],
      databases: [{ name: 'DB2', copies: [{ server: 'EX03' }, { server: 'EX04' }] }],
    });
    const elsewhere = pasted(empty, 'design', 'dag:DAG1').design;
    expect(elsewhere.pairs).toEqual(sample.pairs);
    expect(elsewhere.mailboxTiers).toEqual(sample.mailboxTiers);
  });

  it('disks go to the selected server, and to two lists that are not there yet', () => {
    const disks = ['volume:EX01/Vol1', 'volume:EX02/Vol1'];
    const { design, subjects } = pasted(sample, 'server:EX02', ...disks);
    expect(subjects).toEqual(['volume:EX02/Vol2', 'volume:EX02/Vol3']);
    expect(design.dags?.[0]?.servers?.[1]?.volumes).toHaveLength(3);
    const bare: Design = { ...empty, dags: [{ name: 'A', servers: [{ name: 'S1' }] }] };
    expect(pasted(bare, 'server:S1', ...disks).subjects).toEqual(['volume:S1/Vol1', 'volume:S1/Vol2']);
    expect(paste(sample, through(sample, ...disks), [])).toBe('select the server that the disks are for first');
  });

  it('a database comes without copies, with its tiers', () => {
    const { design } = pasted(empty, 'design', 'database:DB1');
    expect(design.dags).toEqual([{ name: 'DAG1', databases: [{ name: 'DB1', mailboxes: { Standard: 1000 } }] }]);
    expect(design.mailboxTiers).toEqual(sample.mailboxTiers);
  });

  it.each([
    ['', 'The clipboard holds no part of a design'],
    ['EX01', 'The clipboard holds no part of a design'],
    ['{ "some": "json" }', 'The clipboard holds no part of a design'],
    ['{ not json', 'The clipboard holds no part of a design'],
    [writeDesign(sample), 'The clipboard holds a whole design: save it as a file and open that'],
    [writeFragment({ design: sample, meant: [] }), 'What the clipboard holds cannot be pasted'],
    [writeFragment({ design: sample, meant: ['copy:DB1/EX01'] }), 'What the clipboard holds cannot be pasted'],
    [writeFragment({ design: sample, meant: [7 as unknown as string] }), 'What the clipboard holds cannot be pasted'],
  ])('what is no part of a design is not read: %.30s', (text, why) => {
    expect(readFragment(text)).toBe(why);
  });

  it('a damaged part is told with the place of the damage, and one that names what it does not hold is refused', () => {
    const text = writeFragment(fragmentOf(sample, ['server:EX01'])).replace('"R740"', '""');
    expect(readFragment(text)).toMatchObject([{ path: expect.stringContaining('hardware') as string }]);
    const lying = readFragment(writeFragment({ design: empty, meant: ['server:EX01'] }));
    if (typeof lying === 'string' || !('meant' in lying)) throw new Error('not read');
    expect(paste(sample, lying, [])).toBe('what was copied is not there');
  });
});

describe('several things at once', () => {
  it('show what they share, and where they differ', () => {
    const fields = sharedFields(sample, ['server:EX01', 'server:EX02']);
    const shown = new Map(fields.map(({ field, value, differs }) => [field.key, [value, differs]]));
    expect(shown.get('hardware')).toEqual(['R740', false]);
    expect(shown.get('datacenter')).toEqual([undefined, true]);
    expect(shown.get('operatingSystem')).toEqual([undefined, false]);
    expect(shown.has('name')).toBe(false);
    expect(sharedFields(sample, ['server:EX01', 'dag:DAG1'])).toEqual([]);
  });

  it('are changed by one command, which leaves alone those that say so already', () => {
    const copies = ['copy:DB1/EX01', 'copy:DB1/EX02'];
    const field = sharedFields(sample, copies).find(({ field: { key } }) => key === 'replayLagHours')?.field;
    if (!field) throw new Error('no such field');
    const parsed = parseField(field, '168');
    const command = setShared(sample, copies, field, parsed.ok && parsed.value);
    expect(command.label).toBe('Set replay lag of 2 copies to 168');
    expect(command.edits).toHaveLength(1);
    const design = applied(sample, command);
    expect(design.dags?.[0]?.databases?.[0]?.copies?.map(({ replayLagHours }) => replayLagHours)).toEqual([168, 168]);
    expect(setShared(sample, copies, field, undefined).edits).toEqual([
      { op: 'remove', path: '/dags/0/databases/0/copies/1/replayLagHours' },
    ]);
  });

  it('are found by kind, by likeness and by what a frame means', () => {
    expect(allOf(sample, 'volume')).toEqual(['volume:EX01/Vol1', 'volume:EX02/Vol1']);
    expect(alike(sample, 'server:EX01')).toEqual(['server:EX01']);
    expect(alike(sample, 'volume:EX01/Vol1')).toEqual(['volume:EX01/Vol1', 'volume:EX02/Vol1']);
    expect(alike(sample, 'copy:DB1/EX01')).toEqual(['copy:DB1/EX01']);
    expect(largestKind(['copy:DB1/EX01', 'volume:EX01/Vol1', 'server:EX01', 'datacenter:East'])).toEqual([
      'server:EX01',
    ]);
    expect(largestKind(['datacenter:East'])).toEqual([]);
  });
});

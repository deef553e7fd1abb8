import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Subject } from '../../../planner/design/subject.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { aroundOf } from '../../../renderer/layingOut/around.ts';
import { fragmentOf, readFragment, writeFragment, type Fragment } from '../../../renderer/layingOut/fragment.ts';
import { paste } from '../../../renderer/layingOut/pasting.ts';
import { withRandomNotes } from '../../randomNotes.ts';
import { sample } from '../sample.ts';

const empty: Design = { format: 'dagwright/1', name: 'Empty' };
const noted: Design = {
  ...sample,
  notes: [
    { text: 'Whole' },
    { subject: 'server:EX01', text: 'Server\nin two lines' },
    { subject: 'link:West/East', text: 'Link' },
    { subject: 'dag:DAG1', text: 'DAG' },
    { subject: 'database:DB1', text: 'Database', 'x-by': 'me' },
    { subject: 'datacenter:East', text: 'Site' },
    { subject: 'pair:East-West', text: 'Pair' },
    { subject: 'server:EX01', text: 'Server again' },
  ],
};

const marked = mark(sample);

/** Through the text of the clipboard. */
function clipboard(fragment: Fragment): Fragment {
  const read = readFragment(writeFragment(fragment));
  if (typeof read === 'string' || !('meant' in read)) throw new Error(JSON.stringify(read));
  return read;
}

function pasted(from: Design, what: readonly Subject[], into: Design, where: Subject = 'beside') {
  const made = paste(into, clipboard(fragmentOf(from, what)), where === 'beside' ? 'beside' : aroundOf(into, where));
  if (typeof made === 'string') throw new Error(made);
  const { design, inverse } = applyCommand(into, made.command);
  expect(checkDesign(design)).toEqual([]);
  expect(writeDesign(applyCommand(design, inverse).design)).toBe(writeDesign(into));
  const before = into.notes ?? [];
  expect(design.notes?.slice(0, before.length) ?? []).toEqual(before);
  return { design, made, notes: (design.notes ?? []).slice(before.length) };
}

describe('notes come along with what is copied', () => {
  it('those about a server to its new name, in their order', () => {
    const { notes, made } = pasted(noted, ['server:EX01'], noted);
    expect(notes).toEqual([
      { subject: 'server:EX03', text: 'Server\nin two lines' },
      { subject: 'server:EX03', text: 'Server again' },
    ]);
    expect(made.command.label).toBe('Paste 1 server with 2 notes');
    expect(made.subjects).toEqual(['server:EX03']);
  });

  it('those about a DAG, its servers and its databases to their new names', () => {
    expect(pasted(noted, ['dag:DAG1'], noted).notes).toEqual([
      { subject: 'server:EX03', text: 'Server\nin two lines' },
      { subject: 'dag:DAG2', text: 'DAG' },
      { subject: 'database:DB2', text: 'Database', 'x-by': 'me' },
      { subject: 'server:EX03', text: 'Server again' },
    ]);
  });

  it('into another file also those about the places that come with it, but none about the design or a link', () => {
    const { notes } = pasted(noted, ['dag:DAG1'], empty, 'design');
    expect(notes.map(({ subject }) => subject)).toEqual([
      'server:EX01',
      'dag:DAG1',
      'database:DB1',
      'datacenter:East',
      'pair:East-West',
      'server:EX01',
    ]);
  });

  it('not those about what only holds what is copied, or stands there already', () => {
    expect(pasted(noted, ['volume:EX01/Vol1'], noted, 'server:EX02').notes).toEqual([]);
    expect(pasted(noted, ['database:DB1'], empty, 'design').notes).toEqual([
      { subject: 'database:DB1', text: 'Database', 'x-by': 'me' },
    ]);
    expect(pasted(noted, ['server:EX02'], sample).notes).toEqual([]);
    expect(pasted(noted, ['datacenter:East'], noted).notes).toEqual([{ subject: 'datacenter:East 2', text: 'Site' }]);
  });

  const copyable = ['datacenter:East', 'dag:DAG1', 'server:EX01', 'server:EX02', 'database:DB1', 'tier:Standard'];

  it('whatever is copied: everything made has the notes of what it was made from, and nothing else has new ones', () => {
    fc.assert(
      fc.property(
        withRandomNotes(marked),
        withRandomNotes(marked),
        fc.subarray(copyable, { minLength: 1 }),
        fc.constantFrom('same', 'like', 'empty'),
        (from, like, what, target) => {
          const into = { same: from, like, empty }[target] ?? empty;
          const { design, notes } = pasted(from, what, into, target === 'same' ? 'beside' : 'design');
          const textsAbout = (list: Design['notes'], about: Subject) =>
            (list ?? []).filter(({ subject }) => subject === about).map(({ text, 'x-by': by }) => [text, by]);
          const before = new Set(things(into).map(({ about }) => about));
          const made = things(design).filter(({ about }) => !before.has(about));
          for (const { subject = 'design' } of notes) expect(made.map(({ about }) => about)).toContain(subject);
          for (const { about, origin } of made) {
            // A new DAG without an origin is only the frame of servers or databases.
            expect(textsAbout(notes, about)).toEqual(origin === undefined ? [] : textsAbout(from.notes, origin));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a damaged note is told with its place, and one about what is not copied is refused', () => {
    const text = writeFragment(fragmentOf(noted, ['server:EX01']));
    expect(readFragment(text.replace(String.raw`Server\nin`, String.raw`Server\u202ein`))).toMatchObject([
      { path: '/notes/0/text' },
    ]);
    expect(readFragment(text.replace('"server:EX01",\n', '"server:EX09",\n'))).toMatchObject([
      { path: '/notes/0/subject' },
    ]);
  });

  it('a list that names a thing over and over makes it once, and what is about the design of a foreign part stays away', () => {
    const { design } = fragmentOf(noted, ['server:EX01']);
    const foreign = clipboard({
      design: {
        ...design,
        notes: [...(design.notes ?? []), { text: 'Foreign' }, { subject: 'design', text: 'Foreign' }],
      },
      meant: Array.from({ length: 10_000 }, () => 'server:EX01'),
    });
    const made = paste(empty, foreign, []);
    if (typeof made === 'string') throw new Error(made);
    expect(made.subjects).toEqual(['server:EX01']);
    expect(applyCommand(empty, made.command).design.notes?.map(({ text }) => text)).toEqual([
      'Server\nin two lines',
      'Site',
      'Server again',
    ]);
  });
});

/** Every thing that notes can be about but links, with the one it was made from where it is marked. */
function things({ datacenters = [], pairs = [], dags = [] }: Design) {
  const thing = (kind: string) => (each: { readonly name: string; readonly 'x-origin'?: unknown }) => ({
    about: `${kind}:${each.name}`,
    origin: each['x-origin'] as Subject | undefined,
  });
  return [
    ...datacenters.map(thing('datacenter')),
    ...pairs.map(thing('pair')),
    ...dags.map(thing('dag')),
    ...dags.flatMap(({ servers = [] }) => servers.map(thing('server'))),
    ...dags.flatMap(({ databases = [] }) => databases.map(thing('database'))),
  ];
}

/** A design whose things carry a mark of what they are, which copying keeps. */
function mark(design: Design): Design {
  const marking =
    (kind: string) =>
    <T extends { readonly name: string }>(each: T): T => ({ ...each, 'x-origin': `${kind}:${each.name}` });
  return {
    ...design,
    datacenters: (design.datacenters ?? []).map(marking('datacenter')),
    pairs: (design.pairs ?? []).map(marking('pair')),
    dags: (design.dags ?? []).map((dag) => ({
      ...marking('dag')(dag),
      servers: (dag.servers ?? []).map(marking('server')),
      databases: (dag.databases ?? []).map(marking('database')),
    })),
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSubject } from '../../../planner/design/subject.ts';
import { commandEntries, objectEntries } from '../../../renderer/palette/entries.ts';
import { searchOf } from '../../../renderer/palette/search.ts';
import type { Design } from '../../../planner/design/types.ts';
import { sample as bare } from '../sample.ts';

const sample: Design = {
  ...bare,
  notes: [
    { subject: 'server:EX01', text: 'Moves in spring\nNo more disks' },
    { subject: 'design', text: 'Reviewed' },
  ],
};
const objects = objectEntries(sample);
const search = searchOf(objects);
const found = (query: string): string[] => search(query, 5).map(({ entry }) => entry.label);

describe('the palette', () => {
  it('offers every thing of the design', () => {
    const kinds = new Set(objects.map(({ subject }) => parseSubject(subject)?.kind));
    expect([...kinds].sort()).toEqual(
      [
        'copy',
        'dag',
        'database',
        'datacenter',
        'hardware',
        'link',
        'note',
        'pair',
        'server',
        'tier',
        'volume',
        'witness',
      ].sort(),
    );
    expect(objects.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'Vol1 of EX02',
        'DB1 on EX01',
        'East – West link',
        'Witness of DAG1',
        'mail.example.com',
      ]),
    );
  });

  it('goes to the property of what has no subject of its own', () => {
    expect(objects.find(({ label }) => label === 'mail.example.com')).toMatchObject({
      subject: 'pair:East-West',
      path: '/pairs/0/namespaces/0/host',
    });
  });

  it('finds a note by its words, on whichever line they stand, and by what it is about', () => {
    const note = ['Moves in spring No more disks'];
    expect(found('spring')).toEqual(note);
    expect(found('note more disks')).toEqual(note);
    expect(found('note ex01')).toEqual(note);
    expect(search('spring', 1)[0]?.entry).toMatchObject({ subject: 'note:1', note: 'Note on EX01' });
    expect(search('reviewed', 1)[0]?.entry).toMatchObject({ subject: 'note:2', note: 'Note' });
  });

  it('finds a thing by its name before its parts, in the order of the design', () => {
    expect(found('ex0').slice(0, 2)).toEqual(['EX01', 'EX02']);
    expect(found('db1')).toEqual(['DB1', 'DB1 on EX01', 'DB1 on EX02']);
  });

  it('finds by letters in their order, with others between them, and tells which they were', () => {
    expect(found('stdrd')).toEqual(['Standard']);
    expect([...(search('stdrd', 1)[0]?.letters ?? [])].map((i) => 'Standard'.charAt(i)).join('')).toBe('Stdrd');
  });

  it('takes several words in any order, the kind among them', () => {
    expect(found('01 server')).toEqual(['EX01']);
    expect(found('ex02 db1')[0]).toBe('DB1 on EX02');
  });

  it('finds nothing for what is not there', () => {
    expect(found('zzz')).toEqual([]);
  });

  it('finds each thing by its full name, at the top among those called the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...objects), ({ label }) => {
        expect(found(label)[0]).toBe(label);
      }),
    );
  });

  it('stands any text that is typed, and shows everything for none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        expect(search(query, 3).length).toBeLessThanOrEqual(3);
      }),
    );
    expect(search('  ', 100)).toHaveLength(objects.length);
  });

  it('gives the obstacle of a command that cannot be done now', () => {
    const action = { id: 'save', group: 'file', label: 'Save', run: () => undefined } as const;
    expect(commandEntries([{ ...action, obstacle: () => 'Open a design first' }])).toMatchObject([
      { label: 'Save', note: 'Open a design first', obstacle: 'Open a design first' },
    ]);
  });
});

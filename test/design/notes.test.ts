import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../planner/design/compare.ts';
import { changeWords } from '../../planner/design/changeWords.ts';
import { checkDesign, loadDesign } from '../../planner/design/load.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { sample } from '../renderer/sample.ts';

const withNote = (note: object) => checkDesign({ ...sample, notes: [note] });

describe('notes in the file', () => {
  it.each([
    'design',
    'datacenter:North',
    'pair:East-West',
    'dag:DAG1',
    'server:EX01',
    'database:DB1',
    'link:West/East',
  ])('are about %s', (subject) => {
    expect(withNote({ subject, text: 'Read this' })).toEqual([]);
  });

  it.each(['server:EX99', 'volume:EX01/Vol1', 'copy:DB1/EX01', 'note:1', 'EX01', 'link:East/North'])(
    'cannot be about %s, and its place is named',
    (subject) => {
      expect(withNote({ subject, text: 'Read this' })).toMatchObject([{ path: '/notes/0/subject' }]);
    },
  );

  it.each(['', ' \n ', 'a\tb', 'a\rb', 'a\u202eb'])('cannot say %j', (text) => {
    expect(withNote({ text })).toMatchObject([{ path: '/notes/0/text' }]);
  });

  it('are written and read again as the same bytes, line breaks included', () => {
    const word = fc.stringMatching(/^[A-Za-z<>&"'é漢\n ]*[a-z]$/);
    const subject = fc.constantFrom(undefined, 'server:EX02', 'dag:DAG1');
    const notes = fc.array(fc.record({ subject, text: word }));
    fc.assert(
      fc.property(notes, (list) => {
        const text = writeDesign({
          ...sample,
          notes: list.map((each) => ({
            ...(each.subject !== undefined && { subject: each.subject }),
            text: each.text,
          })),
        });
        const loaded = loadDesign(text);
        expect(loaded.ok && writeDesign(loaded.value)).toBe(text);
      }),
    );
  });

  it('are told of in a comparison', () => {
    const [change] = compareDesigns(sample, { ...sample, notes: [{ subject: 'server:EX01', text: 'Old\nhall' }] });
    expect(change && changeWords(change)).toMatchObject({ verb: 'added', what: 'note Old hall server:EX01' });
  });
});

import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { addNote } from '../../../renderer/layingOut/noting.ts';
import { remove } from '../../../renderer/layingOut/removing.ts';
import { rename } from '../../../renderer/state/rename.ts';
import { sample } from '../sample.ts';

const noted: Design = {
  ...sample,
  notes: [
    { text: 'Whole' },
    { subject: 'server:EX01', text: 'Server' },
    { subject: 'link:West/East', text: 'Link' },
    { subject: 'dag:DAG1', text: 'DAG' },
  ],
};
const textsOf = (design: Design) => (design.notes ?? []).map(({ text }) => text);

describe('notes', () => {
  it('are added to what is selected, and taken back to the same bytes', () => {
    const made = addNote(sample, ['server:EX02']);
    if (typeof made === 'string') throw new Error(made);
    const { design, inverse } = applyCommand(sample, made.command);
    expect(made).toMatchObject({ subject: 'note:1', path: '/notes/0/text', command: { label: 'Add note to EX02' } });
    expect(design.notes).toEqual([{ subject: 'server:EX02', text: 'New note' }]);
    expect(checkDesign(design)).toEqual([]);
    expect(writeDesign(applyCommand(design, inverse).design)).toBe(writeDesign(sample));
  });

  it('say why one cannot be added', () => {
    expect(addNote(sample, ['volume:EX01/Vol1'])).toMatch(/^Select a datacenter/);
    expect(addNote(sample, ['server:EX01', 'server:EX02'])).toBe('Select one thing first');
  });

  it.each([
    ['server:EX01', ['Whole', 'Link', 'DAG']],
    ['dag:DAG1', ['Whole', 'Link']],
    ['datacenter:East', ['Whole', 'DAG']],
    ['link:East/West', ['Whole', 'Server', 'DAG']],
    ['note:1', ['Server', 'Link', 'DAG']],
  ])('go along with %s', (subject, left) => {
    const removal = remove(noted, [subject]);
    const { design, inverse } = applyCommand(noted, removal?.command ?? { name: '', label: '', edits: [] });
    expect(textsOf(design)).toEqual(left);
    expect(checkDesign(design)).toEqual([]);
    expect(writeDesign(applyCommand(design, inverse).design)).toBe(writeDesign(noted));
  });

  it('are counted in what goes along', () => {
    expect(remove(noted, ['server:EX01'])?.command.label).toBe('Remove EX01 with 1 disk, 1 copy and 1 note');
  });

  it('follow a rename', () => {
    const command = rename(noted, '/datacenters/0/name', 'Berlin');
    const { design } = applyCommand(noted, command ?? { name: '', label: '', edits: [] });
    expect(design.notes?.[2]?.subject).toBe('link:West/Berlin');
    expect(checkDesign(design)).toEqual([]);
  });
});

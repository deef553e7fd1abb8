import { describe, expect, it } from 'vitest';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { conflictView } from '../../../renderer/dialogs/conflictView.ts';
import { sample } from '../sample.ts';

const named = (name: string): Design => ({ ...sample, name });
const base = writeDesign(sample);
const view = (mine: Design, theirs: string) => conflictView({ name: 'a.json', base, mine, theirs });

describe('of a file that changed on disk it is told', () => {
  it('what they changed and what I changed since both were the same', () => {
    const both = view(named('Mine'), writeDesign({ ...named('Sample'), ruleset: 'pa-2019' }));
    expect(both).toMatchObject({
      kind: 'different',
      theirs: [{ name: 'Design', rows: [{ label: 'Ruleset', after: 'pa-2019' }] }],
      mine: [{ name: 'Design', rows: [{ label: 'Name', before: 'Sample', after: 'Mine' }] }],
    });
  });

  it('that both hold the same design, however it is written', () => {
    expect(view(named('Same'), JSON.stringify(named('Same')))).toEqual({ kind: 'same' });
  });

  it('that only I changed the design where the file was merely written anew', () => {
    expect(view(named('Mine'), JSON.stringify(sample))).toMatchObject({ kind: 'different', theirs: [] });
  });

  it('what makes it unreadable', () => {
    expect(view(named('Mine'), '{')).toMatchObject({ kind: 'unreadable', problems: [{ line: 1 }] });
  });
});

import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../../renderer/state/recoverySummary.ts';
import { sample } from '../sample.ts';

const command = (label: string) => ({ name: 'edit', label, edits: [] });
const history = ['one', 'two', 'three', 'four', 'five'].map((label) => ({ command: command(label) }));
const commands = history.map(({ command: each }) => each);
const base = { design: sample, savedText: '', history, position: 5, unsaved: undefined };

describe('a recovery copy says what would be lost', () => {
  it.each([
    ['one change', { unsaved: { done: commands.slice(4), undone: [] } }, '1 unsaved change: five'],
    [
      'the last of many changes',
      { unsaved: { done: commands, undone: [] } },
      '5 unsaved changes: five; four; three; and 2 more',
    ],
    ['undone changes', { unsaved: { done: [], undone: commands.slice(0, 2) } }, '2 saved changes undone: two; one'],
    ['a way taken anew', { position: 2 }, 'changed since it was saved: two; one'],
    ['a design that no file has', { savedText: undefined, position: 1 }, 'never saved: one'],
    ['a new design', { savedText: undefined, position: 0 }, 'never saved'],
  ])('%s', (_what, state, expected) => {
    expect(summaryOf({ ...base, ...state })).toBe(`Sample, 2 servers, 1 database\n${expected}`);
  });

  it('cuts labels that are too long to read', () => {
    const done = [command('x'.repeat(500))];
    expect(summaryOf({ ...base, unsaved: { done, undone: [] } })).toMatch(/: x{79}…$/);
  });

  it('closes off what is written from right to left', () => {
    const name = '\u0645\u0631\u062d\u0628\u0627';
    const state = { ...base, design: { ...sample, name }, savedText: undefined, position: 0 };
    expect(summaryOf(state)).toBe(`\u2068${name}\u2069, 2 servers, 1 database\nnever saved`);
  });
});

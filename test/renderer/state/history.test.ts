import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDesign } from '../../../planner/design/load.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { DesignDocument } from '../../../renderer/state/document.svelte.ts';
import { locate } from '../../../renderer/subjects/locate.ts';
import { withRandomNotes } from '../../randomNotes.ts';
import { Choice, daring, empty, sample, sound, today } from './randomCommands.ts';

const builders = { ...sound, ...daring };
const names = Object.keys(builders);
const step = fc.record({
  builder: fc.constantFrom(...names),
  numbers: fc.array(fc.nat({ max: 9999 }), { minLength: 4, maxLength: 8 }),
});

const starts = fc.oneof(fc.constant(empty), withRandomNotes(sample));

describe('any run of changes', () => {
  it('gives valid files, and undone and redone the same bytes at every step', () => {
    fc.assert(
      fc.property(starts, fc.array(step, { minLength: 1, maxLength: 16 }), (start, steps) => {
        const document = new DesignDocument(start, { name: 'a', today });
        const texts = [writeDesign(document.design)];
        for (const { builder, numbers } of steps) {
          for (const command of [builders[builder]?.(document.design, new Choice(numbers)) ?? []].flat()) {
            const before = writeDesign(document.design);
            const problems = document.apply(command);
            if (builder in sound) expect(problems, `${builder}: ${command.label}`).toEqual([]);
            const text = writeDesign(document.design);
            if (problems.length > 0) expect(text).toBe(before);
            else texts.push(text);
            expect(loadDesign(text).ok).toBe(true);
          }
        }
        expect(document.position).toBe(texts.length - 1);
        const holds = (position: number): void => {
          document.goTo(position);
          expect(writeDesign(document.design)).toBe(texts[position]);
        };
        for (let position = texts.length - 1; position >= 0; position -= 1) holds(position);
        for (let position = 0; position < texts.length; position += 1) holds(position);
        document.goTo(0);
        document.goTo(texts.length - 1);
        expect(writeDesign(document.design)).toBe(texts.at(-1));
        expect(document.selection.every((each) => locate(document.design, each))).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('is made by every builder somewhere, so that none is left out unseen', () => {
    const used = new Set<string>();
    for (let i = 0; i < 400; i += 1) {
      for (const [name, builder] of Object.entries(builders)) {
        if (!used.has(name) && builder(sample, new Choice([i, i * 7 + 3, i * 13 + 5, i * 29 + 1]))) used.add(name);
      }
    }
    expect([...used].sort()).toEqual(names.toSorted());
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import { checkDesign } from '../../planner/design/load.ts';
import { valueAt } from '../../planner/design/pointer.ts';
import type { Design } from '../../planner/design/types.ts';
import { fixDesign, rules, rulesets, validateDesign } from '../../planner/rules/index.ts';
import { base as bare } from './base.ts';
import { insert, remove, set } from './sample.ts';

const today = '2026-03-31';

/** With notes, which no rule may stumble over. */
const base: Design = {
  ...bare,
  notes: [{ text: 'Whole' }, { subject: 'server:EX01', text: 'Server' }, { subject: 'link:West/East', text: 'Link' }],
};

/** Every property and list item of the base design, by its path. */
const places = pathsOf(base, '');

function pathsOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}/${key}`))];
}

/** A value of the same kind: one that stands elsewhere under the same name, or an odd one. */
const otherValue = (path: string) => {
  const name = path.split('/').at(-1) ?? '';
  const found = places.filter((place) => place.endsWith(`/${name}`)).map((place) => valueAt(base, place));
  const odd = found.some((value) => typeof value === 'number') ? [0, 1, 3, 1e9] : found.some(Array.isArray) ? [[]] : [];
  return fc.constantFrom(...found, ...odd);
};

const edit = fc.constantFrom(...places.filter((path) => path !== '')).chain((path) =>
  fc.oneof(
    fc.constant(remove(path)),
    otherValue(path).map((value) => set(path, value)),
    otherValue(path).map((value) => insert(path, value)),
  ),
);

const edits = fc.array(edit, { minLength: 1, maxLength: 12 });

/** The base design after some edits, those left out that no longer fit or make it a file that does not load. */
const mutilate = (list: readonly Edit[]): Design => list.reduce(tryEdit, base);

function tryEdit(design: Design, each: Edit): Design {
  try {
    const next = applyCommand(design, { name: 'mutilate', label: 'Mutilate', edits: [each] }).design;
    return checkDesign(next).length === 0 ? next : design;
  } catch {
    return design;
  }
}

describe('any design that loads', () => {
  it.each(rulesets.map(({ name }) => name))('is judged by %s without a rule that fails', (ruleset) => {
    fc.assert(
      fc.property(edits, (list) => {
        const design = mutilate(list);
        const { findings, rules: counts, notStated } = validateDesign(design, { today, ruleset });
        expect(findings.filter(({ rule }) => rule === 'rule-error')).toEqual([]);
        for (const { message } of findings) expect(message).not.toMatch(/[{}]|undefined|NaN|Infinity/);
        for (const { path } of findings) expect(valueAt(design, path)).toBeDefined();
        for (const { paths } of notStated) for (const path of paths) expect(absentOrEmptyList(design, path)).toBe(true);
        expect(counts.checked + counts.notStated).toBe(rules.length);
        expect(notStated).toHaveLength(counts.notStated);
      }),
      { numRuns: 100 },
    );
  });

  it('comes out of fixDesign as one that loads, with nothing left that fixDesign would mend', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const fixed = fixDesign(mutilate(list), { today });
        expect(checkDesign(fixed.design)).toEqual([]);
        expect(fixDesign(fixed.design, { today }).design).toEqual(fixed.design);
      }),
      { numRuns: 30 },
    );
  });
});

/** A list is told as not stated where an item is missing in it, such as the link between two datacenters. */
function absentOrEmptyList(design: Design, path: string): boolean {
  const value = valueAt(design, path);
  return value === undefined || Array.isArray(value);
}

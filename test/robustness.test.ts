import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constructDesign } from '../planner/construct/index.ts';
import { compareDesigns } from '../planner/design/compare.ts';
import { applyCommand, EditError, type Edit } from '../planner/design/edit.ts';
import { checkDesign, loadDesign, loadRequirements } from '../planner/design/load.ts';
import { pointer } from '../planner/design/pointer.ts';
import type { Design } from '../planner/design/types.ts';
import { writeDesign } from '../planner/design/write.ts';
import { fixDesign, rulesets, validateDesign } from '../planner/rules/index.ts';
import { sizeDesign } from '../planner/sizing/index.ts';
import { svgOf } from './diagram/pictures/pictureOf.ts';

const today = '2026-01-01';
const complete = completeDesign();
const places = placesOf(complete, '');

/** A complete design of two DAG members a side, as `new` makes it. */
function completeDesign(): Design {
  const text = readFileSync(resolve(import.meta.dirname, '../examples/contoso.requirements.json'), 'utf8');
  const loaded = loadRequirements(text);
  if (!loaded.ok) throw new Error('The example requirements do not load.');
  const [tier] = loaded.value.mailboxTiers ?? [];
  const made = constructDesign({ ...loaded.value, mailboxTiers: tier ? [{ ...tier, mailboxes: 500 }] : [] });
  if (!made.ok) throw new Error(made.message);
  return made.design;
}

/** Values to overwrite a place with; the first leaves it out. */
const odd: readonly unknown[] = ['nothing', 0, 1, 1e15, 'x', [], {}, null, true, false];

/** What can be done to the first items of each list without making the file unloadable. */
const holes = places
  .filter((path) => !/\/([2-9]|\d\d+)(\/|$)/.test(path))
  .flatMap((path) => odd.map((put) => ({ path, put })))
  .filter((hole) => checkDesign(withHoles([hole])).length === 0);

/** The complete design with some places taken out or overwritten. */
function withHoles(holes: readonly { path: string; put: unknown }[]): Design {
  return holes.reduce((design, { path, put }) => {
    const edit: Edit = put === 'nothing' ? { op: 'remove', path } : { op: 'set', path, value: put };
    try {
      return applyCommand(design, { name: 'hole', label: '', edits: [edit] }).design;
    } catch (error) {
      if (error instanceof EditError) return design;
      throw error;
    }
  }, complete);
}

describe('whatever loads can be judged, sized, mended, drawn and compared', () => {
  it('for any design with fields left out or with odd values', () => {
    let loadable = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...holes), { minLength: 1, maxLength: 12 }), (chosen) => {
        const design = withHoles(chosen);
        if (checkDesign(design).length > 0) return;
        loadable++;
        for (const ruleset of rulesets) {
          const verdict = validateDesign(design, { ruleset: ruleset.name, today });
          expect(verdict.findings.filter(({ rule }) => rule === 'rule-error')).toEqual([]);
          expect(verdict.rules.checked + verdict.rules.notStated).toBe(Object.keys(ruleset.rules).length);
        }
        const { figures } = sizeDesign(design);
        expect(figures.filter(({ value }) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
        const fixed = fixDesign(design, { today }).design;
        expect(checkDesign(fixed)).toEqual([]);
        expect(svgOf(design, { paper: 'a4', judged: false })).not.toMatch(/NaN|Infinity|undefined/);
        compareDesigns(complete, design);
        const text = writeDesign(design);
        const again = loadDesign(text);
        expect(again.ok && writeDesign(again.value)).toBe(text);
      }),
      { numRuns: 150 },
    );
    expect(loadable).toBeGreaterThan(30);
  }, 120_000);
});

function placesOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    path + pointer(key),
    ...placesOf(inner, path + pointer(key)),
  ]);
}

import { describe, expect, it } from 'vitest';
import { checkDesign } from '../../planner/design/load.ts';
import { rules, rulesets, validateDesign } from '../../planner/rules/index.ts';
import { base } from './base.ts';

const today = '2026-03-31';

describe('the base design of the samples', () => {
  it('is a design that loads', () => {
    expect(checkDesign(base)).toEqual([]);
  });

  it('has nothing to find and nothing not stated under pa-2016', () => {
    expect(validateDesign(base, { today })).toEqual({
      ruleset: 'pa-2016',
      counts: { error: 0, warning: 0, info: 0, waived: 0 },
      rules: { checked: rules.length, met: rules.length, notStated: 0 },
      findings: [],
      notStated: [],
    });
  });

  it.each(rulesets.map(({ name }) => name))('states all that %s needs', (ruleset) => {
    expect(validateDesign(base, { today, ruleset }).notStated).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { findRuleset, rules, rulesets } from '../../planner/rules/index.ts';
import { validateRuleset } from '../../schemas/generated/validators.js';

const rulesOf = new Map(rules.map((rule) => [rule.id, rule]));

describe.each(rulesets.map((ruleset) => [ruleset.name, ruleset] as const))('the ruleset %s', (_name, ruleset) => {
  const entries = Object.entries(ruleset.rules).flatMap(([id, entry]) => {
    const rule = rulesOf.get(id);
    return rule ? [{ rule, entry }] : [];
  });

  it('fits its schema', () => {
    expect(validateRuleset(ruleset) ? [] : validateRuleset.errors).toEqual([]);
  });

  it('gives every rule the parameters it declares, and of their type', () => {
    for (const { rule, entry } of entries) {
      const given = Object.entries(entry.parameters ?? {}).map(([name, value]) => [name, typeOf(value)]);
      const declared = Object.entries(rule.parameters).map(([name, { type }]) => [name, type]);
      expect([rule.id, given.sort()]).toEqual([rule.id, declared.sort()]);
    }
  });

  it('gives every message a severity', () => {
    for (const { rule, entry } of entries) {
      if (typeof entry.severity === 'string') continue;
      expect([rule.id, Object.keys(entry.severity).sort()]).toEqual([rule.id, Object.keys(rule.messages).sort()]);
    }
  });

  it('makes no error of what is only recalled or seen in a secondary source', () => {
    const unsure = entries.filter(({ rule }) => ['recalled', 'secondary'].includes(rule.source.confidence));
    const severities = unsure.flatMap(({ entry }) =>
      typeof entry.severity === 'string' ? [entry.severity] : Object.values(entry.severity),
    );
    expect(severities).not.toContain('error');
  });
});

describe('the rulesets', () => {
  it('are three, and one that is not there is refused by name', () => {
    expect(rulesets.map(({ name }) => name)).toEqual(['seed-2015-05', 'pa-2016', 'pa-2019']);
    expect(() => findRuleset('pa-2010')).toThrow(new RangeError('There is no ruleset pa-2010.'));
  });

  it.each([
    [
      'memory-ceiling',
      { maximumGB: 196, alsoPrintedGB: 196 },
      { maximumGB: 192, alsoPrintedGB: 196 },
      { maximumGB: 256, alsoPrintedGB: 256 },
    ],
    ['core-count', { minimum: 20, maximum: 24 }, { minimum: 20, maximum: 24 }, { minimum: 0, maximum: 48 }],
    ['lag-limit', { maximumHours: 336 }, { maximumHours: 336 }, { maximumHours: 336 }],
    ['round-trip-latency', ...Array<object>(3).fill({ supportedMs: 500, adviseAboveMs: 250 })],
  ])('give %s the values of their editions', (rule, ...expected) => {
    expect(rulesets.map((ruleset) => ruleset.rules[rule]?.parameters)).toEqual(expected);
  });

  it.each([
    ['cpu-worst-failure', { overloaded: 'error', high: 'info' }, { overloaded: 'error', high: 'warning' }],
    ['database-size', { unsupported: 'error', large: 'info' }, { unsupported: 'error', large: 'warning' }],
    ['volume-capacity', { overflows: 'error', tight: 'info' }, { overflows: 'error', tight: 'warning' }],
    ['memory-for-load', 'info', 'warning'],
    ['disk-iops', 'info', 'warning'],
    ['copies-per-disk', 'warning', { many: 'warning', differs: 'info', autoReseed: 'warning' }],
  ])('make of %s in the article what the article asks for', (rule, article, later) => {
    expect(rulesets.map((ruleset) => ruleset.rules[rule]?.severity)).toEqual([article, later, later]);
  });

  it.each([
    ['same-neighbours', 'info'],
    ['reseed-parallelism', 'info'],
    ['dag-size', 'info'],
    ['round-trip-latency', { unsupported: 'error', high: 'info' }],
    ['mapi-network', { none: 'error', several: 'error', slow: 'info' }],
    ['preference-move-frequency', 'error'],
  ])('agree on the severity of %s', (rule, severity) => {
    for (const ruleset of rulesets) expect(ruleset.rules[rule]?.severity).toEqual(severity);
  });
});

function typeOf(value: unknown): string {
  if (!Array.isArray(value)) return typeof value;
  return value.every((item) => typeof item === 'string') ? 'strings' : 'table';
}

import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../planner/design/edit.ts';
import { checkDesign } from '../../planner/design/load.ts';
import { valueAt } from '../../planner/design/pointer.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import { fixFinding, rules, rulesets, validateDesign } from '../../planner/rules/index.ts';
import { base } from './base.ts';
import { edited, type Sample } from './sample.ts';

const today = '2026-03-31';
const files = import.meta.glob<{ sample: Sample }>('./samples/*.ts', { eager: true });
const samples = new Map(
  Object.entries(files).map(([path, { sample }]) => [path.slice('./samples/'.length, -'.ts'.length), sample]),
);
const ids = rules.map(({ id }) => id);

describe('every rule', () => {
  it('has a sample, and no sample is left over', () => {
    expect([...samples.keys()].sort()).toEqual([...ids].sort());
  });

  it('has a file of its own name', () => {
    const ruleFiles = Object.keys(import.meta.glob('../../planner/rules/*.ts')).map((path) => path.split('/').at(-1));
    expect(ruleFiles).toEqual(expect.arrayContaining(ids.map((id) => `${id}.ts`)));
  });

  it('has a page', () => {
    const pages = Object.keys(import.meta.glob('../../docs/rules/*.md')).map((path) => path.split('/').at(-1));
    expect(pages).toEqual(expect.arrayContaining(ids.map((id) => `${id}.md`)));
  });

  it('stands in a ruleset, and no ruleset names an unknown rule', () => {
    const named = new Set(rulesets.flatMap((ruleset) => Object.keys(ruleset.rules)));
    expect([...named].sort()).toEqual([...ids].sort());
  });

  it('has an id of its own', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('the sample of %s', (id, rule) => {
  const fails = Object.values(samples.get(id)?.fails ?? {});

  it('shows each of its messages', () => {
    expect(new Set(fails.map(({ messageId }) => messageId))).toEqual(new Set(Object.keys(rule.messages)));
  });

  it('has an edit that it accepts and one that leaves it nothing to judge', () => {
    expect(Object.keys(samples.get(id)?.passes ?? {})).not.toEqual([]);
    expect(Object.keys(samples.get(id)?.notStated ?? {})).not.toEqual([]);
  });

  it('shows its mend, where it has one', () => {
    expect(fails.some(({ fix }) => fix !== undefined)).toBe('fix' in rule);
  });

  it('shows a mend of just the messages that it names as mended', () => {
    const shown = fails.filter(({ fix }) => fix !== undefined).map(({ messageId }) => messageId);
    const named = 'fix' in rule ? (rule.mends ?? Object.keys(rule.messages)) : [];
    expect(new Set(shown)).toEqual(new Set(named));
  });
});

describe.each([...samples])('%s', (rule, sample) => {
  it.each(Object.entries(sample.passes))('accepts %s', (_title, edits) => {
    const verdict = validateDesign(edited(edits), { today });
    expect(verdict.findings.filter((finding) => finding.rule === rule)).toEqual([]);
    expect(verdict.notStated.map((silent) => silent.rule)).not.toContain(rule);
  });

  it.each(Object.entries(sample.fails))(
    'finds %s',
    (_title, { edits, ruleset, fix, severity = 'warning', ...expected }) => {
      const design = edited(edits);
      const options = { today, ruleset };
      const finding = findingAt(design, options, { rule, ...expected });
      expect({ ...expected, severity: finding?.severity, message: finding?.message }).toEqual({
        ...expected,
        severity,
      });
      expect(finding?.message).not.toMatch(/[{}]|undefined|NaN/);
      expect(valueAt(design, expected.path)).toBeDefined();

      const command = finding && fixFinding(design, finding, options);
      expect(command?.label).toBe(fix);
      expect(finding?.fixable).toBe(fix !== undefined);
      if (!command) return;
      const mended = applyCommand(design, command).design;
      expect(checkDesign(mended)).toEqual(checkDesign(design));
      expect(findingAt(mended, options, { rule, ...expected })).toBeUndefined();
    },
  );

  it.each(Object.entries(sample.notStated))('stays silent about %s', (_title, edits) => {
    const before = validateDesign(base, { today }).rules.notStated;
    const verdict = validateDesign(edited(edits), { today });
    expect(verdict.findings.filter((finding) => finding.rule === rule)).toEqual([]);
    expect(verdict.rules.notStated).toBeGreaterThan(before);
    const silent = verdict.notStated.find((each) => each.rule === rule);
    expect(silent?.paths).not.toEqual([]);
    expect(silent?.paths).toBeDefined();
  });
});

type Place = Pick<Finding, 'rule' | 'messageId' | 'subject' | 'path'>;

function findingAt(
  design: Design,
  options: { today: string; ruleset?: string | undefined },
  place: Place,
): Finding | undefined {
  return validateDesign(design, options).findings.find(
    (finding) =>
      finding.rule === place.rule &&
      finding.messageId === place.messageId &&
      finding.subject === place.subject &&
      finding.path === place.path,
  );
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { toJUnit } from '../../planner/interop/junit.ts';
import { hostile, rules, ruleset, verdict } from './verdict.ts';

const xml = toJUnit(verdict, {
  rules,
  ruleset,
  suite: hostile,
  fails: ({ severity, waiver }) => severity === 'error' && !waiver,
});

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly failure?: { readonly type: string; readonly message: string; readonly '#text': string };
  readonly skipped?: { readonly message: string };
  readonly 'system-out'?: string;
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
const { testsuites } = parser.parse(xml) as {
  testsuites: { tests: string; failures: string; skipped: string; testsuite: { name: string; testcase: Case[] } };
};
const cases = testsuites.testsuite.testcase;

describe('toJUnit(verdict, options)', () => {
  it('is XML whatever the names hold, and control characters are replaced', () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(testsuites.testsuite.name).toBe(`${hostile} (pa-2016)`);
    expect(cases[0]?.failure?.['#text']).toContain(`${hostile} is wrong\ufffd`);
  });

  it('has one test a rule: a finding at the bar fails, others are output, not stated is skipped', () => {
    expect(cases.map(({ name, failure, skipped }) => [name.split(':')[0], failure?.type, skipped?.message])).toEqual([
      ['core-count', 'error', undefined],
      ['dual-socket', undefined, undefined],
      ['bitlocker', undefined, undefined],
      ['dag-size', undefined, 'Not stated: /dags, /pairs'],
      ['waiver-unknown-rule', undefined, undefined],
    ]);
  });

  it('tells what does not fail in the output of its test', () => {
    expect(cases.map((each) => each['system-out']?.split(' ', 2).join(' '))).toEqual([
      expect.stringMatching(/^warning /),
      undefined,
      expect.stringMatching(/^waived warning/),
      undefined,
      expect.stringMatching(/^info /),
    ]);
  });

  it('counts tests, failures and skips', () => {
    expect(testsuites).toMatchObject({ tests: '5', failures: '1', skipped: '1' });
  });
});

import type { Finding, Rule, Verdict } from '../../planner/rules/rule.ts';
import type { Ruleset } from '../../planner/rules/ruleset.ts';

/** A name with all that a format must escape. */
export const hostile = `R"7<40>&'x']]>`;

const source = { title: 'Guide', url: 'https://example.com/guide', fact: 'A1', confidence: 'quoted' } as const;

function rule(id: string): Rule {
  return {
    id,
    area: 'servers',
    title: `Title of ${id}`,
    why: `Why ${id}`,
    source,
    parameters: {},
    messages: {},
    check: () => undefined,
  };
}

export const rules: Rule[] = ['core-count', 'dual-socket', 'bitlocker', 'dag-size'].map(rule);

export const ruleset: Ruleset = {
  name: 'pa-2016',
  title: '',
  description: '',
  rules: {
    'core-count': { severity: { few: 'info', many: 'error' } },
    'dual-socket': { severity: 'warning' },
    bitlocker: { severity: 'warning' },
    'dag-size': { severity: 'info' },
  },
};

function finding(id: string, change: Partial<Finding>): Finding {
  return {
    ...{
      rule: id,
      severity: 'warning',
      subject: `hardware:${hostile}`,
      path: '/hardware/0/cores',
      messageId: 'many',
      data: {},
    },
    ...{ message: `${hostile} is wrong\u0007`, why: `Why ${id}`, source, fixable: false },
    ...change,
  };
}

/** Two findings of one rule on one subject, a waived one, a rule that is met and one that lacks a field. */
export const verdict: Verdict = {
  ruleset: 'pa-2016',
  counts: { error: 1, warning: 1, info: 0, waived: 1 },
  rules: { checked: 3, met: 1, notStated: 1 },
  findings: [
    finding('core-count', { severity: 'error' }),
    finding('core-count', { path: '/name' }),
    finding('bitlocker', { waiver: { reason: 'no TPM', by: 'me' } }),
    finding('waiver-unknown-rule', { severity: 'info', subject: 'design', path: '/nowhere/7' }),
  ],
  notStated: [{ rule: 'dag-size', paths: ['/dags', '/pairs'] }],
};

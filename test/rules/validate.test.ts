import { describe, expect, it } from 'vitest';
import { validateDesign } from '../../planner/rules/index.ts';
import type { Rule } from '../../planner/rules/rule.ts';
import { judge } from '../../planner/rules/validate.ts';
import { validateValidation } from '../../schemas/generated/validators.js';
import { base } from './base.ts';
import { edited, remove, set } from './sample.ts';

const today = '2026-03-31';
const findings = (edits: Parameters<typeof edited>[0]) => validateDesign(edited(edits), { today }).findings;

describe('validateDesign', () => {
  it("judges by the named ruleset, else by the design's, else by pa-2016", () => {
    expect(validateDesign(base, { today, ruleset: 'pa-2019' }).ruleset).toBe('pa-2019');
    expect(validateDesign(edited([set('/ruleset', 'seed-2015-05')]), { today }).ruleset).toBe('seed-2015-05');
    expect(validateDesign(edited([remove('/ruleset')]), { today }).ruleset).toBe('pa-2016');
  });

  it('refuses a ruleset that is not there', () => {
    expect(() => validateDesign(base, { today, ruleset: 'pa-2010' })).toThrow('There is no ruleset pa-2010.');
  });

  it('names the subject, the property, the reason and the source of a finding', () => {
    expect(findings([set('/hardware/0/cores', 28)])).toEqual([
      {
        rule: 'core-count',
        severity: 'warning',
        subject: 'hardware:Standard',
        path: '/hardware/0/cores',
        messageId: 'many',
        data: { found: '28 cores', range: '20 to 24', use: '8 servers use this hardware.' },
        message:
          '28 cores; the Preferred Architecture asks for 20 to 24, so that load spreads over more, smaller servers. 8 servers use this hardware.',
        why: 'Exchange scales out, not up: more, smaller servers lose less in a failure than fewer, dense ones.',
        source: {
          title: 'Exchange preferred architecture',
          url: 'https://learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019',
          fact: 'A4.3, A4.16',
          confidence: 'quoted',
        },
        fixable: true,
      },
    ]);
  });

  it("lists findings by severity, then in the ruleset's order, then in file order", () => {
    const found = findings([
      set('/links/0/roundTripMs', 300),
      set('/dags/0/databases/1/dataMoveReplicationConstraint', 'None'),
      set('/dags/0/databases/0/dataMoveReplicationConstraint', 'None'),
      set('/hardware/0/physical', false),
      set('/dags/0/witness/kind', 'cloud'),
    ]);
    expect(found.map(({ severity, rule, subject }) => `${severity} ${rule} ${subject}`)).toEqual([
      'error no-cloud-witness witness:DAG1',
      'warning physical-server hardware:Standard',
      'warning data-move-constraint database:DB01',
      'warning data-move-constraint database:DB02',
      'info round-trip-latency link:East/West',
    ]);
  });

  it('counts every rule as met, violated or not stated', () => {
    const verdict = validateDesign(edited([set('/hardware/0/cores', 28), remove('/hardware/0/bays')]), { today });
    expect(verdict.counts).toEqual({ error: 0, warning: 1, info: 0, waived: 0 });
    expect(verdict.rules).toEqual({ checked: 79, met: 78, notStated: 2 });
    expect(verdict.notStated).toEqual([
      { rule: 'drive-bays', paths: ['/hardware/0/bays'] },
      { rule: 'bays-hold-disks', paths: ['/hardware/0/bays'] },
    ]);
  });

  it('finds nothing in a design that states nothing, and says that nothing is stated', () => {
    const verdict = validateDesign({ format: 'dagwright/1', name: 'Empty' }, { today });
    expect(verdict.findings).toEqual([]);
    expect(verdict.rules).toEqual({ checked: 0, met: 0, notStated: 81 });
  });

  it('takes an empty list as stated', () => {
    const verdict = validateDesign({ format: 'dagwright/1', name: 'Empty', dags: [], pairs: [] }, { today });
    expect(verdict.findings).toEqual([]);
    expect(verdict.notStated.map(({ rule }) => rule)).not.toContain('dac-mode');
    expect(verdict.notStated.map(({ rule }) => rule)).not.toContain('unbound-namespace');
  });

  it('turns a rule that throws into a finding', () => {
    const broken: Rule = {
      id: 'broken',
      area: 'dag',
      title: 'Broken',
      why: 'It throws.',
      source: { title: 'Nowhere', fact: '', confidence: 'recalled' },
      parameters: {},
      messages: {},
      check() {
        throw new Error('out of luck');
      },
    };
    const verdict = judge(base, 'test', [{ rule: broken, entry: { severity: 'info' } }], today);
    expect(
      verdict.findings.map(({ rule, severity, subject, message }) => ({ rule, severity, subject, message })),
    ).toEqual([
      {
        rule: 'rule-error',
        severity: 'warning',
        subject: 'design',
        message: 'The rule broken could not be checked: out of luck',
      },
    ]);
    expect(verdict.rules).toEqual({ checked: 0, met: 0, notStated: 1 });
  });

  it('gives a verdict that its schema describes', () => {
    const design = edited([
      set('/hardware/0/cores', 28),
      set('/links/0/roundTripMs', 300),
      remove('/hardware/0/bays'),
      set('/waivers', [
        { rule: 'core-count', reason: 'Bought already', by: 'Ana', until: '2027-01-01' },
        { rule: 'no-such' },
      ]),
    ]);
    const verdict: unknown = JSON.parse(JSON.stringify(validateDesign(design, { today })));
    expect(validateValidation(verdict) ? [] : validateValidation.errors).toEqual([]);
  });

  it('gives the same verdict each time', () => {
    const design = edited([set('/hardware/0/cores', 28), remove('/hardware/0/bays')]);
    const again = edited([set('/hardware/0/cores', 28), remove('/hardware/0/bays')]);
    expect(JSON.stringify(validateDesign(design, { today }))).toBe(JSON.stringify(validateDesign(again, { today })));
  });
});

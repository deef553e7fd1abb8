import { describe, expect, it } from 'vitest';
import type { Waiver } from '../../planner/design/types.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import { edited, set } from './sample.ts';

const today = '2026-03-31';
const manyCores = set('/hardware/0/cores', 28);

function verdictWith(...waivers: Waiver[]) {
  const verdict = validateDesign(edited([manyCores, set('/waivers', waivers)]), { today });
  return {
    ...verdict,
    short: verdict.findings.map(({ rule, path, message, waiver }) => ({ rule, path, message, waived: !!waiver })),
  };
}

const coreCount = {
  rule: 'core-count',
  path: '/hardware/0/cores',
  message:
    '28 cores; the Preferred Architecture asks for 20 to 24, so that load spreads over more, smaller servers. 8 servers use this hardware.',
};

describe('a waiver', () => {
  it('silences the finding of its rule and subject, which stays in the list and counts only as waived', () => {
    const verdict = verdictWith({
      rule: 'core-count',
      subject: 'hardware:Standard',
      reason: 'Bought already',
      by: 'Ana',
      until: '2026-12-31',
    });
    expect(verdict.counts).toEqual({ error: 0, warning: 0, info: 0, waived: 1 });
    expect(verdict.findings.map(({ waiver }) => waiver)).toEqual([
      { reason: 'Bought already', by: 'Ana', until: '2026-12-31' },
    ]);
    expect(verdict.rules.met).toBe(80);
  });

  it('without a subject silences every finding of its rule', () => {
    expect(verdictWith({ rule: 'core-count' }).counts).toMatchObject({ warning: 0, waived: 1 });
  });

  it('holds to the end of its last day', () => {
    expect(verdictWith({ rule: 'core-count', until: today }).counts).toMatchObject({ warning: 0, waived: 1 });
  });

  it('that has expired silences nothing and is a finding', () => {
    expect(verdictWith({ rule: 'core-count', until: '2026-03-30' }).short).toEqual([
      { ...coreCount, waived: false },
      {
        rule: 'waiver-expired',
        path: '/waivers/0/until',
        message: 'This waiver of core-count held until 2026-03-30.',
        waived: false,
      },
    ]);
  });

  it('of a rule without a finding is a finding', () => {
    expect(verdictWith({ rule: 'bitlocker' }).short).toEqual([
      { ...coreCount, waived: false },
      {
        rule: 'waiver-unused',
        path: '/waivers/0',
        message: 'This waiver of bitlocker silences nothing: the rule has no finding.',
        waived: false,
      },
    ]);
  });

  it('of another subject is a finding', () => {
    expect(verdictWith({ rule: 'core-count', subject: 'hardware:Other' }).short).toEqual([
      { ...coreCount, waived: false },
      {
        rule: 'waiver-unused',
        path: '/waivers/0',
        message: 'This waiver of core-count silences nothing: there is no such finding on hardware:Other.',
        waived: false,
      },
    ]);
  });

  it('of a rule that does not exist is a finding', () => {
    expect(verdictWith({ rule: 'core-cuont' }).short).toEqual([
      { ...coreCount, waived: false },
      { rule: 'waiver-unknown-rule', path: '/waivers/0/rule', message: 'There is no rule core-cuont.', waived: false },
    ]);
  });

  it('may call a volume a disk', () => {
    const design = edited([
      set('/dags/0/servers/0/volumes/0/bitLocker', false),
      set('/waivers', [{ rule: 'bitlocker', subject: 'disk:EX01/Data1' }]),
    ]);
    expect(validateDesign(design, { today }).counts).toEqual({ error: 0, warning: 0, info: 0, waived: 1 });
  });

  it('that comes second to another one of the same finding is unused', () => {
    const verdict = verdictWith({ rule: 'core-count' }, { rule: 'core-count', subject: 'hardware:Standard' });
    expect(verdict.findings.map(({ rule }) => rule)).toEqual(['core-count', 'waiver-unused']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../planner/design/edit.ts';
import { breachesBy } from '../../../renderer/engine/breaches.ts';
import { sample } from '../sample.ts';

const today = '2026-01-31';
const rules = (...edits: Edit[]): readonly string[] => breachesBy(sample, edits, today).map(({ rule }) => rule);
const cores = (value: number): Edit => ({ op: 'set', path: '/hardware/0/cores', value });

describe('the rules that a change would break', () => {
  it('are those that are met so far; what is broken already and what is mended are none', () => {
    expect(rules()).toEqual([]);
    expect(rules(cores(28))).toEqual(['core-count']);
    expect(rules({ op: 'set', path: '/dags/0/servers/1/datacenter', value: 'East' })).toContain('symmetric-membership');
    expect(rules({ op: 'set', path: '/dags/0/databases/0/copies/1/replayLagHours', value: 0 })).toEqual([]);
  });

  it('come with what is wrong in words', () => {
    expect(breachesBy(sample, [cores(28)], today)[0]).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('28') as string,
    });
  });
});

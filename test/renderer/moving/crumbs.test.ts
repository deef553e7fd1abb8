import { describe, expect, it } from 'vitest';
import { crumbsOf } from '../../../renderer/moving/crumbs.ts';
import { sample } from '../sample.ts';

const labels = (subject: string): string[] => crumbsOf(sample, subject).map(({ label }) => label);

describe('the crumbs of a subject', () => {
  it.each([
    ['design', ['Sample']],
    ['pair:East-West', ['Sample', 'East-West']],
    ['volume:EX02/Vol1', ['Sample', 'East-West', 'DAG1', 'West', 'EX02', 'Vol1']],
    ['copy:DB1/EX01', ['Sample', 'East-West', 'DAG1', 'DB1', 'DB1 on EX01']],
    ['hardware:R740', ['Sample', 'R740']],
    ['witness:DAG1', ['Sample', 'East-West', 'DAG1', 'EX01']],
    ['server:gone', []],
  ])('%s', (subject, expected) => {
    expect(labels(subject)).toEqual(expected);
  });

  it('each lead to what they name', () => {
    expect(crumbsOf(sample, 'server:EX01').map(({ subject }) => subject)).toEqual([
      'design',
      'pair:East-West',
      'dag:DAG1',
      'datacenter:East',
      'server:EX01',
    ]);
  });
});

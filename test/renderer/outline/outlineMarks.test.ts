import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../../planner/rules/rule.ts';
import { outlineMarks } from '../../../renderer/outline/outlineMarks.ts';
import { sample } from '../sample.ts';

const finding = (subject: string, severity: Severity, path = '', waived = false): Finding => ({
  rule: 'some-rule',
  severity,
  subject,
  path,
  messageId: '',
  data: {},
  message: '',
  why: '',
  source: { title: '', fact: '', confidence: 'quoted' },
  fixable: false,
  ...(waived && { waiver: {} }),
});

/** "dag:DAG1 warning 2" for every node that is marked. */
const shown = (kind: 'own' | 'whole', ...findings: Finding[]): string[] =>
  [...outlineMarks(sample, findings)[kind]].map(([id, { severity, count }]) => `${id} ${severity} ${count}`).sort();

describe('outlineMarks', () => {
  it('a disk is marked with all that it stands in', () => {
    expect(shown('own', finding('volume:EX01/Vol1', 'warning'))).toEqual(['volume:EX01/Vol1 warning 1']);
    expect(shown('whole', finding('volume:EX01/Vol1', 'warning'))).toEqual([
      'dag:DAG1 warning 1',
      'dag:DAG1/East warning 1',
      'design warning 1',
      'pair:East-West warning 1',
      'server:EX01 warning 1',
      'volume:EX01/Vol1 warning 1',
    ]);
  });

  it('a copy stands under its database and on its disk, and counts once above both', () => {
    expect(shown('whole', finding('copy:DB1/EX02', 'error'))).toEqual([
      'copy:DB1/EX02 error 1',
      'dag:DAG1 error 1',
      'dag:DAG1/:databases error 1',
      'dag:DAG1/West error 1',
      'database:DB1 error 1',
      'design error 1',
      'pair:East-West error 1',
      'server:EX02 error 1',
      'volume:EX02/Vol1 error 1',
      'volume:EX02/Vol1/DB1 error 1',
    ]);
  });

  it('the strongest of several shows, and all are counted', () => {
    const several = [
      finding('server:EX01', 'info'),
      finding('volume:EX01/Vol1', 'error'),
      finding('server:EX02', 'warning'),
    ];
    expect(shown('own', ...several)).toEqual([
      'server:EX01 info 1',
      'server:EX02 warning 1',
      'volume:EX01/Vol1 error 1',
    ]);
    expect(shown('whole', ...several)).toContain('server:EX01 error 2');
    expect(shown('whole', ...several)).toContain('dag:DAG1 error 3');
  });

  it('a server model is marked with the servers that use it, once above them', () => {
    expect(shown('own', finding('hardware:R740', 'warning'))).toEqual([
      'hardware:R740 warning 1',
      'server:EX01 warning 1',
      'server:EX02 warning 1',
    ]);
    expect(shown('whole', finding('hardware:R740', 'warning'))).toContain('dag:DAG1 warning 1');
  });

  it('a namespace is marked, not only its pair', () => {
    expect(shown('own', finding('pair:East-West', 'warning', '/pairs/0/namespaces/0/model'))).toEqual([
      'pair:East-West/namespaces/0 warning 1',
    ]);
    expect(shown('own', finding('pair:East-West', 'warning', '/pairs/0/loadBalancer/layer'))).toEqual([
      'pair:East-West warning 1',
    ]);
  });

  it('a waived finding and one about what is gone mark nothing else', () => {
    expect(shown('whole', finding('server:EX01', 'error', '', true))).toEqual([]);
    expect(shown('whole', finding('server:EX99', 'error'))).toEqual(['server:EX99 error 1']);
  });
});

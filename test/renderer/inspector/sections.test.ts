import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../planner/design/pointer.ts';
import { sectionsOf } from '../../../renderer/inspector/sections.ts';
import { sample } from '../sample.ts';

const titles = (subject: string): string[] =>
  sectionsOf(sample, subject).map(({ title, adds }) => (adds ? `+${adds.member}` : title));

describe('sectionsOf', () => {
  it('a server shows its own fields, then its model and who shares it', () => {
    expect(titles('server:EX01')).toEqual(['', '+volume', 'Hardware R740', 'System disks', 'Data disk']);
    const model = sectionsOf(sample, 'server:EX01').find(({ title }) => title === 'Hardware R740');
    expect(model?.sharedBy).toEqual(['EX01', 'EX02']);
    expect(model?.fields.map(({ key }) => key)).not.toContain('name');
  });

  it('a database shows a field for each tier', () => {
    const mailboxes = sectionsOf(sample, 'database:DB1').find(({ title }) => title === 'Mailboxes');
    expect(mailboxes?.fields).toMatchObject([{ label: 'Standard', path: '/dags/0/databases/0/mailboxes/Standard' }]);
  });

  it('every path of a stated field leads to its value', () => {
    const fields = sectionsOf(sample, 'dag:DAG1').flatMap((section) => section.fields);
    expect(fields.find(({ path }) => path === '/dags/0/pair')).toBeDefined();
    expect(valueAt(sample, '/dags/0/witness/server')).toBe('EX01');
    expect(fields.map(({ path }) => path)).toContain('/dags/0/witness/server');
  });

  it('a subject that is not there has none', () => {
    expect(sectionsOf(sample, 'server:EX99')).toEqual([]);
    expect(sectionsOf(sample, 'nonsense')).toEqual([]);
  });
});

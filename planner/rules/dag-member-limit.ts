import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const dagMemberLimit: Rule<{ maximum: number }> = {
  id: 'dag-member-limit',
  area: 'dag',
  title: 'A DAG has 16 members at most',
  why: 'It is the limit of the product.',
  source: cite('manageDags', 'A6.4'),
  parameters: { maximum: { type: 'number', unit: 'members', description: 'Most members of a DAG.' } },
  messages: { many: '{found}; a DAG has {maximum} at most.' },
  check(design, { maximum }, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const members = stated(dag, 'servers', reporter);
      if (members === undefined || members.length <= maximum) continue;
      reporter.report({
        messageId: 'many',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/servers`,
        data: { found: counted(members.length, 'member') },
      });
    }
  },
};

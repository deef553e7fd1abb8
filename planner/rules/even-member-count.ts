import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const evenMemberCount: Rule = {
  id: 'even-member-count',
  area: 'dag',
  title: 'A DAG has an even number of members',
  why: 'The same number in both datacenters makes an even number, and the witness in a third place breaks the tie.',
  source: cite('preferredArchitecture', 'A6.2'),
  parameters: {},
  messages: { odd: '{found}; the Preferred Architecture asks for an even number, with a witness for the tie.' },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const members = stated(dag, 'servers', reporter);
      if (members === undefined || members.length % 2 === 0) continue;
      reporter.report({
        messageId: 'odd',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/servers`,
        data: { found: counted(members.length, 'member') },
      });
    }
  },
};

import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const dagSize: Rule<{ minimum: number }> = {
  id: 'dag-size',
  area: 'dag',
  title: 'A DAG starts with eight members and grows',
  why: 'In a larger DAG each failure adds less load to each survivor.',
  source: cite('preferredArchitecture', 'A6.3'),
  parameters: {
    minimum: { type: 'number', unit: 'members', description: 'Members that a DAG typically starts with.' },
  },
  messages: { small: '{found}; the Preferred Architecture prefers larger DAGs, which typically start with {minimum}.' },
  check(design, { minimum }, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const members = stated(dag, 'servers', reporter);
      if (members === undefined || members.length >= minimum) continue;
      reporter.report({
        messageId: 'small',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/servers`,
        data: { found: counted(members.length, 'member') },
      });
    }
  },
};

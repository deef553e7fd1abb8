import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';

export const dagName: Rule<{ maximumLength: number }> = {
  id: 'dag-name',
  area: 'dag',
  title: 'The name of a DAG has 15 characters at most',
  why: 'It is the limit of the product.',
  source: cite('manageDags', 'A6.10'),
  parameters: { maximumLength: { type: 'number', unit: 'characters', description: 'Longest name.' } },
  messages: { long: '{name} has {length} characters; a DAG name has {maximumLength} at most.' },
  check(design, { maximumLength }, reporter) {
    for (const { value: dag, path } of eachDag(design, reporter)) {
      const { length } = [...dag.name];
      if (length <= maximumLength) continue;
      reporter.report({
        messageId: 'long',
        subject: subject.dag(dag.name),
        path: `${path}/name`,
        data: { name: dag.name, length },
      });
    }
  },
};

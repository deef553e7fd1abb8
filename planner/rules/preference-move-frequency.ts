import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';

export const preferenceMoveFrequency: Rule<{ maximumHours: number }> = {
  id: 'preference-move-frequency',
  area: 'dag',
  title: 'Databases move back to their preferred copy within 49.7 days, or never',
  why: 'A longer interval crashes the replication service on all members of the DAG. Where a DAG states none, Exchange takes one hour.',
  source: cite('setDag', 'B3.6'),
  parameters: {
    maximumHours: { type: 'number', unit: 'hours', description: 'Longest interval; 49.7 days.' },
  },
  messages: {
    long: 'Databases move back to their preferred copy every {found} hours; above {maximumHours} hours the replication service crashes on all members.',
  },
  check(design, { maximumHours }, reporter) {
    for (const { value: dag, path } of eachDag(design, reporter)) {
      const found = dag.preferenceMoveFrequencyHours;
      if (typeof found !== 'number' || found <= maximumHours) continue;
      reporter.report({
        messageId: 'long',
        subject: subject.dag(dag.name),
        path: `${path}/preferenceMoveFrequencyHours`,
        data: { found },
      });
    }
  },
};

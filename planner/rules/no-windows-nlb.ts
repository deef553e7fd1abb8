import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachPair } from './support/each.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const noWindowsNlb: Rule = {
  id: 'no-windows-nlb',
  area: 'clients',
  title: 'Windows Network Load Balancing is not used',
  why: 'Windows NLB is not supported on members of a DAG; a load balancer of its own takes its place.',
  source: cite('loadBalancing', 'D1.6'),
  parameters: {},
  messages: { windowsNlb: 'Windows Network Load Balancing cannot be used on members of a DAG.' },
  check(design, _parameters, reporter) {
    for (const pair of eachPair(design, reporter)) {
      const balancer = part(pair, 'loadBalancer', reporter);
      if (!balancer || stated(balancer, 'kind', reporter) !== 'windowsNlb') continue;
      reporter.report({
        messageId: 'windowsNlb',
        subject: subject.pair(pair.value.name),
        path: `${balancer.path}/kind`,
      });
    }
  },
};

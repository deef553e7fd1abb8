import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachPair } from './support/each.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const noSessionAffinity: Rule = {
  id: 'no-session-affinity',
  area: 'clients',
  title: 'The load balancer keeps no session affinity for Exchange',
  why: 'Any server finds the active copy by itself; affinity only costs the balancer capacity and spreads the load worse.',
  source: cite('preferredArchitecture', 'A2.4, D1.3'),
  parameters: {},
  messages: { affinity: 'Session affinity is {found}; the Preferred Architecture asks for none.' },
  check(design, _parameters, reporter) {
    for (const pair of eachPair(design, reporter)) {
      const balancer = part(pair, 'loadBalancer', reporter);
      const found = balancer && stated(balancer, 'sessionAffinity', reporter);
      if (!balancer || found === undefined || found === 'none') continue;
      reporter.report({
        messageId: 'affinity',
        subject: subject.pair(pair.value.name),
        path: `${balancer.path}/sessionAffinity`,
        data: { found },
      });
    }
  },
  fix: (_design, finding) => setTo(finding, 'session affinity', 'none'),
};

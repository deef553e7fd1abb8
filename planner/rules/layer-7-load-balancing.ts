import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachPair } from './support/each.ts';
import { setTo } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const layer7LoadBalancing: Rule<{ layer: number }> = {
  id: 'layer-7-load-balancing',
  area: 'clients',
  title: 'The load balancer works at layer 7',
  why: 'At layer 7 the balancer probes each protocol, so that one failed protocol does not take the whole server out of service.',
  source: cite('preferredArchitecture', 'A2.4'),
  parameters: { layer: { type: 'number', description: 'The layer at which the load balancer works.' } },
  messages: { layer: 'The load balancer works at layer {found}; the Preferred Architecture asks for layer {layer}.' },
  check(design, { layer }, reporter) {
    for (const pair of eachPair(design, reporter)) {
      const balancer = part(pair, 'loadBalancer', reporter);
      const found = balancer && stated(balancer, 'layer', reporter);
      if (!balancer || found === undefined || found === layer) continue;
      reporter.report({
        messageId: 'layer',
        subject: subject.pair(pair.value.name),
        path: `${balancer.path}/layer`,
        data: { found },
      });
    }
  },
  fix: (_design, finding, { layer }) => setTo(finding, 'load balancing layer', layer),
};

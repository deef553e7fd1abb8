import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { pairDatacenters } from './support/dagDatacenters.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';
import { part, stated } from './support/stated.ts';

export const witnessLocation: Rule = {
  id: 'witness-location',
  area: 'dag',
  title: 'The witness stands in a third location',
  why: 'Only a witness outside both datacenters lets either of them fail over to the other by itself.',
  source: cite('preferredArchitecture', 'A6.7'),
  parameters: {},
  messages: {
    insidePair:
      'The witness stands in {datacenter}, a datacenter of the pair; if that is lost, the other is activated by hand.',
    apart:
      'The witness stands in {datacenter}, that of {first} in {elsewhere}; inside a pair all DAGs should have it in the same datacenter.',
  },
  check(design, _parameters, reporter) {
    const firstOfPair = new Map<string, { dag: string; datacenter: string }>();
    for (const dag of eachDag(design, reporter)) {
      const witness = part(dag, 'witness', reporter);
      const datacenter = witness && stated(witness, 'datacenter', reporter);
      const pair = pairDatacenters(design, dag, reporter);
      if (!witness || datacenter === undefined || !pair?.includes(datacenter)) continue;
      const report = (messageId: string, data: Record<string, string>): void =>
        reporter.report({
          messageId,
          subject: subject.witness(dag.value.name),
          path: `${witness.path}/datacenter`,
          data,
        });
      report('insidePair', { datacenter });
      const first = firstOfPair.get(dag.value.pair ?? '');
      if (!first) firstOfPair.set(dag.value.pair ?? '', { dag: dag.value.name, datacenter });
      else if (first.datacenter !== datacenter) {
        report('apart', { datacenter, first: first.dag, elsewhere: first.datacenter });
      }
    }
  },
};

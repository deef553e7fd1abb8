import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { mend, nameOf } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { items, stated } from './support/stated.ts';

export const singleNetwork: Rule = {
  id: 'single-network',
  area: 'dag',
  title: 'One network adapter, not teamed, carries clients and replication',
  why: 'A second network helps only if it is physically separate from end to end, and a team is needless complexity.',
  source: cite('preferredArchitecture', 'A6.6'),
  parameters: {},
  messages: {
    several: '{found}; the Preferred Architecture asks for one, for clients and replication alike.',
    teamed: '{network} is teamed; the Preferred Architecture asks for one adapter that is not.',
  },
  mends: ['teamed'],
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const networks = items(dag, 'networks', reporter);
      if (networks.length > 1) {
        reporter.report({
          messageId: 'several',
          subject: subject.dag(dag.value.name),
          path: `${dag.path}/networks`,
          data: { found: counted(networks.length, 'DAG network') },
        });
      }
      for (const network of networks) {
        if (stated(network, 'teamed', reporter) !== true) continue;
        reporter.report({
          messageId: 'teamed',
          subject: subject.dag(dag.value.name),
          path: `${network.path}/teamed`,
          data: { network: network.value.name },
        });
      }
    }
  },
  fix(_design, finding) {
    if (finding.messageId !== 'teamed') return undefined;
    const label = `Take ${finding.data['network']} of ${nameOf(finding.subject)} out of its team`;
    return mend(label, [{ op: 'set', path: finding.path, value: false }]);
  },
};

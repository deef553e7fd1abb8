import { valueAt } from '../design/pointer.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachPair } from './support/each.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { items, stated } from './support/stated.ts';

export const unboundNamespace: Rule = {
  id: 'unbound-namespace',
  area: 'clients',
  title: 'Client namespaces are unbound',
  why: 'An unbound name serves users from either datacenter, so that the loss of one needs no change of names.',
  source: cite('preferredArchitecture', 'A2.1'),
  parameters: {},
  messages: {
    bound:
      '{host} is bound to one datacenter; the Preferred Architecture asks for names that either datacenter serves.',
  },
  check(design, _parameters, reporter) {
    for (const pair of eachPair(design, reporter)) {
      for (const namespace of items(pair, 'namespaces', reporter)) {
        if (stated(namespace, 'model', reporter) !== 'bound') continue;
        reporter.report({
          messageId: 'bound',
          subject: subject.pair(pair.value.name),
          path: `${namespace.path}/model`,
          data: { host: namespace.value.host },
        });
      }
    }
  },
  fix(design, finding) {
    const datacenter = finding.path.replace(/model$/, 'datacenter');
    return mend(`Make ${finding.data['host']} unbound`, [
      { op: 'set', path: finding.path, value: 'unbound' },
      ...(valueAt(design, datacenter) === undefined ? [] : [{ op: 'remove', path: datacenter } as const]),
    ]);
  },
};

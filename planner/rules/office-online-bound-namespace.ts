import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { mend } from './support/mend.ts';
import { eachFarm } from './support/officeOnline.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const officeOnlineBoundNamespace: Rule = {
  id: 'office-online-bound-namespace',
  area: 'clients',
  title: 'Office Online namespaces are bound to their datacenter',
  why: 'A session must stay on the farm that holds it, so each name leads to one datacenter only.',
  source: cite('preferredArchitecture', 'A2.8, A2.9'),
  parameters: {},
  messages: { unbound: '{host} is unbound; an Office Online farm needs a name that is bound to its datacenter.' },
  check(design, _parameters, reporter) {
    for (const farm of eachFarm(design, reporter)) {
      if (stated(farm, 'model', reporter) !== 'unbound') continue;
      reporter.report({
        messageId: 'unbound',
        subject: subject.pair(farm.pair),
        path: `${farm.path}/model`,
        data: { host: farm.value.host },
      });
    }
  },
  fix(_design, finding) {
    return mend(`Bind ${finding.data['host']} to its datacenter`, [{ op: 'set', path: finding.path, value: 'bound' }]);
  },
};

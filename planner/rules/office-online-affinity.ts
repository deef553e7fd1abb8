import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { mend } from './support/mend.ts';
import { eachFarm } from './support/officeOnline.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';
import { listed } from './support/text.ts';

export const officeOnlineAffinity: Rule<{ accepted: readonly string[] }> = {
  id: 'office-online-affinity',
  area: 'clients',
  title: 'The load balancer keeps session affinity for Office Online',
  why: 'An editing session lives on one node of the farm; a request that lands on another node loses it.',
  source: cite('preferredArchitecture', 'A2.8'),
  parameters: {
    accepted: { type: 'strings', description: 'Kinds of affinity that do; the first is the one to choose.' },
  },
  messages: { affinity: 'Session affinity for {host} is {found}; Office Online needs session affinity ({accepted}).' },
  check(design, { accepted }, reporter) {
    for (const farm of eachFarm(design, reporter)) {
      const found = stated(farm, 'sessionAffinity', reporter);
      if (found === undefined || accepted.includes(found)) continue;
      reporter.report({
        messageId: 'affinity',
        subject: subject.pair(farm.pair),
        path: `${farm.path}/sessionAffinity`,
        data: { host: farm.value.host, found, accepted: listed(accepted) },
      });
    }
  },
  fix(_design, finding, { accepted }) {
    const [value] = accepted;
    if (value === undefined) return undefined;
    const label = `Set session affinity of ${finding.data['host']} to ${value}`;
    return mend(label, [{ op: 'set', path: finding.path, value }]);
  },
};

import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachPair } from './support/each.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { items, stated } from './support/stated.ts';

export const dnsTimeToLive: Rule<{ maximumSeconds: number }> = {
  id: 'dns-time-to-live',
  area: 'clients',
  title: 'DNS records of client namespaces live five minutes at most',
  why: 'When a datacenter is lost its addresses are taken out of the records; clients follow only once their cached answer has expired.',
  source: cite('planHighAvailability', 'A2.6'),
  parameters: { maximumSeconds: { type: 'number', unit: 's', description: 'Longest time to live.' } },
  messages: {
    long: '{host} has a time to live of {found} s; site resilience asks for at most {maximumSeconds} s, so that clients follow a change soon.',
  },
  check(design, { maximumSeconds }, reporter) {
    for (const pair of eachPair(design, reporter)) {
      for (const namespace of items(pair, 'namespaces', reporter)) {
        const found = stated(namespace, 'timeToLiveSeconds', reporter);
        if (found === undefined || found <= maximumSeconds) continue;
        reporter.report({
          messageId: 'long',
          subject: subject.pair(pair.value.name),
          path: `${namespace.path}/timeToLiveSeconds`,
          data: { host: namespace.value.host, found },
        });
      }
    }
  },
  fix(_design, finding, { maximumSeconds }) {
    const label = `Set time to live of ${finding.data['host']} to ${maximumSeconds} s`;
    return mend(label, [{ op: 'set', path: finding.path, value: maximumSeconds }]);
  },
};

import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachMailboxDatacenter } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const datacenterOwnAdSite: Rule = {
  id: 'datacenter-own-ad-site',
  area: 'datacenters',
  title: 'Each datacenter is an Active Directory site of its own',
  why: 'Shadow redundancy and Safety Net protect against the loss of a site only if the DAG spans more than one.',
  source: cite('preferredArchitecture', 'A3.5'),
  parameters: {},
  messages: {
    shared:
      '{datacenter} and {first} share the Active Directory site {site}; the Preferred Architecture asks for one each.',
  },
  check(design, _parameters, reporter) {
    const first = new Map<string, string>();
    for (const datacenter of eachMailboxDatacenter(design, reporter)) {
      const site = stated(datacenter, 'adSite', reporter);
      if (site === undefined) continue;
      const { name } = datacenter.value;
      const earlier = first.get(site.toLowerCase());
      if (earlier === undefined) first.set(site.toLowerCase(), name);
      else {
        reporter.report({
          messageId: 'shared',
          subject: subject.datacenter(name),
          path: `${datacenter.path}/adSite`,
          data: { datacenter: name, first: earlier, site },
        });
      }
    }
  },
};

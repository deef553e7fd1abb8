import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachFarm } from './support/officeOnline.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const officeOnlineTwoNodes: Rule<{ minimum: number }> = {
  id: 'office-online-two-nodes',
  area: 'clients',
  title: 'Each Office Online farm has two nodes or more',
  why: 'With one node, its loss takes document preview and editing away from the whole datacenter.',
  source: cite('preferredArchitecture', 'A7.9'),
  parameters: { minimum: { type: 'number', unit: 'nodes', description: 'Fewest nodes of a farm.' } },
  messages: { few: '{host} has {nodes}; the Preferred Architecture asks for {minimum} or more in each datacenter.' },
  check(design, { minimum }, reporter) {
    for (const farm of eachFarm(design, reporter)) {
      const nodes = stated(farm, 'nodes', reporter);
      if (nodes === undefined || nodes.length >= minimum) continue;
      reporter.report({
        messageId: 'few',
        subject: subject.pair(farm.pair),
        path: `${farm.path}/nodes`,
        data: { host: farm.value.host, nodes: counted(nodes.length, 'node') },
      });
    }
  },
};

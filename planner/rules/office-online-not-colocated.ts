import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachServer } from './support/each.ts';
import { eachFarm } from './support/officeOnline.ts';
import { sameHost } from './support/sameHost.ts';
import { cite } from './support/sources.ts';
import { items } from './support/stated.ts';

export const officeOnlineNotColocated: Rule = {
  id: 'office-online-not-colocated',
  area: 'clients',
  title: 'No Office Online node runs on an Exchange server',
  why: 'Office Online is not supported on the same server as Exchange; it needs a farm of its own.',
  source: cite('article', 'A2.9, A7.10'),
  parameters: {},
  messages: { colocated: 'Office Online node {node} of {host} is an Exchange server; the two may not share a server.' },
  check(design, _parameters, reporter) {
    const servers = eachServer(design, reporter).map(({ value }) => value.name);
    for (const farm of eachFarm(design, reporter)) {
      for (const node of items(farm, 'nodes', reporter)) {
        const server = servers.find((name) => sameHost(name, node.value.name));
        if (server === undefined) continue;
        reporter.report({
          messageId: 'colocated',
          subject: subject.server(server),
          path: `${node.path}/name`,
          data: { node: node.value.name, host: farm.value.host },
        });
      }
    }
  },
};

import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';
import { items, stated } from './support/stated.ts';

export const mapiNetwork: Rule<{ minimumGbps: number }> = {
  id: 'mapi-network',
  area: 'dag',
  title: 'A DAG has one MAPI network, of 1 Gbps or more',
  why: 'Members reach clients, the directory and each other through the MAPI network; a DAG has one of them and any number of replication networks.',
  source: cite('planHighAvailability', 'A6.6, E1.4'),
  parameters: {
    minimumGbps: { type: 'number', unit: 'Gbps', description: 'Slowest MAPI network that is recommended.' },
  },
  messages: {
    none: 'There is no MAPI network among {found}; a DAG has one.',
    several: '{found} are MAPI networks; a DAG has one.',
    slow: '{network} runs at {found} Gbps; {minimumGbps} Gbps or more is recommended.',
  },
  check(design, { minimumGbps }, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const networks = items(dag, 'networks', reporter);
      const kinds = networks.map((network) => stated(network, 'kind', reporter));
      const mapi = networks.filter((_, i) => kinds[i] === 'mapi');
      const about = subject.dag(dag.value.name);
      const complete = dag.value.networks !== undefined && !kinds.includes(undefined);
      if (mapi.length > 1 || (mapi.length === 0 && complete)) {
        reporter.report({
          messageId: mapi.length > 1 ? 'several' : 'none',
          subject: about,
          path: `${dag.path}/networks`,
          data: { found: counted(mapi.length > 1 ? mapi.length : networks.length, 'DAG network') },
        });
      }
      for (const network of mapi) {
        const found = stated(network, 'gbps', reporter);
        if (found === undefined || found >= minimumGbps) continue;
        const data = { network: network.value.name, found };
        reporter.report({ messageId: 'slow', subject: about, path: `${network.path}/gbps`, data });
      }
    }
  },
};

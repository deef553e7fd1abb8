import type { Namespace, OfficeOnlineFarm, Pair } from '../design/types.ts';
import { hostLabel } from './names.ts';
import type { CompleteRequirements } from './requirements.ts';

/** Time to live of client-facing names (facts A2.6). */
const timeToLiveSeconds = 300;

const hosts = { autodiscover: 'autodiscover', http: 'mail', imap: 'imap', pop: 'pop', smtp: 'smtp' } as const;

/** The pair with the client access of the PA: unbound namespaces, layer 7 without affinity, a bound Office Online farm each (facts A2). */
export function buildPair(requirements: CompleteRequirements, datacenters: readonly [string, string]): Pair {
  const { domain, protocols, officeOnlineNodesPerFarm } = requirements.clients;
  const labels = datacenters.map((name, i) => hostLabel(name, `site${i + 1}`));
  const distinct = labels[0] === labels[1] ? ['site1', 'site2'] : labels;
  const namespaces = [...new Set(protocols)].map((protocol): Namespace => ({
    host: `${hosts[protocol]}.${domain}`,
    protocols: [protocol],
    model: 'unbound',
    timeToLiveSeconds,
  }));
  const officeOnline = datacenters.map((datacenter, i): OfficeOnlineFarm => {
    const label = distinct[i] ?? `site${i + 1}`;
    return {
      host: `oos-${label}.${domain}`,
      datacenter,
      model: 'bound',
      sessionAffinity: 'cookie',
      nodes: Array.from({ length: officeOnlineNodesPerFarm }, (_, node) => ({ name: `oos-${label}-${node + 1}` })),
    };
  });
  return {
    name: datacenters.join('-'),
    datacenters: [...datacenters],
    namespaces,
    loadBalancer: { kind: 'hardware', layer: 7, sessionAffinity: 'none' },
    officeOnline: officeOnlineNodesPerFarm === 0 ? [] : officeOnline,
  };
}

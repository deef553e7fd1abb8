import type { Placed } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Pair } from '../design/types.ts';
import type { Reporter, Rule } from './rule.ts';
import { eachPair } from './support/each.ts';
import { cite } from './support/sources.ts';
import { items, stated } from './support/stated.ts';

export const officeOnlinePerDatacenter: Rule = {
  id: 'office-online-per-datacenter',
  area: 'clients',
  title: 'Each datacenter of a pair has an Office Online farm with a name of its own',
  why: 'Office Online needs datacenter affinity: a farm and a name in each datacenter keep its sessions local and survive the loss of the other.',
  source: cite('preferredArchitecture', 'A2.8'),
  parameters: {},
  messages: {
    missing: '{datacenter} has no Office Online farm; the Preferred Architecture asks for one in each datacenter.',
    shared:
      '{host} names farms in {first} and in {datacenter}; the Preferred Architecture asks for a name per datacenter.',
  },
  check(design, _parameters, reporter) {
    for (const pair of eachPair(design, reporter)) checkPair(pair, reporter);
  },
};

function checkPair(pair: Placed<Pair>, reporter: Reporter): void {
  const about = subject.pair(pair.value.name);
  const datacenterOf = new Map<string, string>();
  const served = new Set<string>();
  let complete = pair.value.officeOnline !== undefined;
  for (const farm of items(pair, 'officeOnline', reporter)) {
    const datacenter = stated(farm, 'datacenter', reporter);
    if (datacenter === undefined) {
      complete = false;
      continue;
    }
    served.add(datacenter);
    const host = farm.value.host.toLowerCase();
    const first = datacenterOf.get(host) ?? datacenter;
    datacenterOf.set(host, first);
    if (first !== datacenter) {
      const data = { host: farm.value.host, first, datacenter };
      reporter.report({ messageId: 'shared', subject: about, path: `${farm.path}/host`, data });
    }
  }
  if (!complete) return;
  for (const datacenter of pair.value.datacenters.filter((name) => !served.has(name))) {
    reporter.report({ messageId: 'missing', subject: about, path: `${pair.path}/officeOnline`, data: { datacenter } });
  }
}

import type { Placed } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Dag, Design, Link } from '../design/types.ts';
import type { Reporter, Rule } from './rule.ts';
import { membersByDatacenter } from './support/dagDatacenters.ts';
import { eachDag } from './support/each.ts';
import { cite } from './support/sources.ts';
import { items, stated, whole } from './support/stated.ts';

export const roundTripLatency: Rule<{ supportedMs: number; adviseAboveMs: number }> = {
  id: 'round-trip-latency',
  area: 'datacenters',
  title: 'The round trip between members of a DAG stays within what is supported',
  why: 'Log shipping, cluster heartbeats and proxied clients all wait for the link; beyond the limit the DAG is not supported.',
  source: cite('planHighAvailability', 'A3.2, A3.3'),
  parameters: {
    supportedMs: {
      type: 'number',
      unit: 'ms',
      description: 'Longest supported round trip between any two members of a DAG.',
    },
    adviseAboveMs: {
      type: 'number',
      unit: 'ms',
      description: 'Round trip above which to look closer; the limit of Exchange 2010.',
    },
  },
  messages: {
    unsupported: 'The round trip is {found} ms; up to {supportedMs} ms is supported between members of a DAG.',
    high: 'The round trip is {found} ms; above {adviseAboveMs} ms, check clients, replication and directory traffic closely.',
  },
  check(design, { supportedMs, adviseAboveMs }, reporter) {
    for (const link of linksInsideDags(design, reporter)) {
      const found = stated(link, 'roundTripMs', reporter);
      if (found === undefined || found <= adviseAboveMs) continue;
      reporter.report({
        messageId: found > supportedMs ? 'unsupported' : 'high',
        subject: subject.link(link.value.from, link.value.to),
        path: `${link.path}/roundTripMs`,
        data: { found },
      });
    }
  },
};

/** The links that join two datacenters of one DAG, in file order. A link that is not there is told as not stated. */
function linksInsideDags(design: Design, reporter: Reporter): Placed<Link>[] {
  const needed = new Set(eachDag(design, reporter).flatMap((dag) => pairsOf(design, dag, reporter)));
  if (needed.size === 0) return [];
  const links = items(whole(design), 'links', reporter).filter(({ value }) => needed.has(key(value.from, value.to)));
  const present = new Set(links.map(({ value }) => key(value.from, value.to)));
  if ([...needed].some((each) => !present.has(each))) reporter.notStated('/links');
  return links;
}

function pairsOf(design: Design, dag: Placed<Dag>, reporter: Reporter): string[] {
  const datacenters = [...membersByDatacenter(design, dag, reporter).keys()];
  return datacenters.flatMap((one, i) => datacenters.slice(i + 1).map((other) => key(one, other)));
}

function key(one: string, other: string): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}

import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { membersByDatacenter, pairDatacenters } from './support/dagDatacenters.ts';
import { eachDag, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';

export const dagSpansTwoDatacenters: Rule = {
  id: 'dag-spans-two-datacenters',
  area: 'datacenters',
  title: 'A DAG spans the two datacenters of its pair, no more and no fewer',
  why: 'Two datacenters give site resilience with one predictable recovery; a third only adds latency and failure modes.',
  source: cite('preferredArchitecture', 'A3.6, A6.1'),
  parameters: {},
  messages: {
    count: 'The members stand in {datacenters}; the Preferred Architecture asks for the two of a pair.',
    outside: '{server} stands in {datacenter}, which is not of the pair {pair}.',
  },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const datacenters = membersByDatacenter(design, dag, reporter);
      const members = membersOf(design, dag, reporter);
      const complete = members.every(({ value }) => value.datacenter !== undefined);
      const pair = pairDatacenters(design, dag, reporter) ?? [...datacenters.keys()];
      const outside = members.filter(({ value }) => value.datacenter !== undefined && !pair.includes(value.datacenter));
      for (const { value: server, path } of outside) {
        reporter.report({
          messageId: 'outside',
          subject: subject.server(server.name),
          path: `${path}/datacenter`,
          data: { server: server.name, datacenter: server.datacenter ?? '', pair: dag.value.pair ?? '' },
        });
      }
      if (outside.length === 0 && (datacenters.size > 2 || (datacenters.size === 1 && complete))) {
        reporter.report({
          messageId: 'count',
          subject: subject.dag(dag.value.name),
          path: `${dag.path}/servers`,
          data: { datacenters: counted(datacenters.size, 'datacenter') },
        });
      }
    }
  },
};

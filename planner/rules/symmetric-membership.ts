import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { membersByDatacenter, pairDatacenters } from './support/dagDatacenters.ts';
import { eachDag, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';

export const symmetricMembership: Rule = {
  id: 'symmetric-membership',
  area: 'dag',
  title: 'A DAG has as many members in one datacenter of its pair as in the other',
  why: 'Either datacenter must carry all users of the pair when the other is lost.',
  source: cite('preferredArchitecture', 'A6.2'),
  parameters: {},
  messages: { uneven: '{counts}; the Preferred Architecture asks for the same number in both datacenters.' },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const counts = membersByDatacenter(design, dag, reporter);
      const members = membersOf(design, dag, reporter);
      const pair = pairDatacenters(design, dag, reporter);
      if (!pair || members.some(({ value }) => value.datacenter === undefined)) continue;
      const [one = 0, other = 0] = pair.map((name) => counts.get(name) ?? 0);
      if (one === other) continue;
      reporter.report({
        messageId: 'uneven',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/servers`,
        data: { counts: pair.map((name) => `${counted(counts.get(name) ?? 0, 'member')} in ${name}`).join(', ') },
      });
    }
  },
};

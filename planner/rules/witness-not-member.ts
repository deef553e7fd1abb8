import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag, membersOf } from './support/each.ts';
import { sameHost } from './support/sameHost.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';
import { witnessesOf } from './support/witness.ts';

export const witnessNotMember: Rule = {
  id: 'witness-not-member',
  area: 'dag',
  title: 'The witness server is not a member of its DAG',
  why: 'A member already has a vote; as its own witness it would take two votes with it when it fails. A member of another DAG may serve.',
  source: cite('manageDags', 'A6.7', 'derived'),
  parameters: {},
  messages: { member: '{server} is a member of {dag} and cannot be its witness.' },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const members = membersOf(design, dag, reporter);
      for (const witness of witnessesOf(dag, reporter)) {
        const server = stated(witness, 'server', reporter);
        if (server === undefined || !members.some(({ value }) => sameHost(value.name, server))) continue;
        reporter.report({
          messageId: 'member',
          subject: subject.witness(dag.value.name),
          path: `${witness.path}/server`,
          data: { server, dag: dag.value.name },
        });
      }
    }
  },
};

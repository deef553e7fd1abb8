import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { commonest, division } from './support/copies.ts';
import { eachDag, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';
import { releaseName } from './support/windows.ts';

export const sameOperatingSystem: Rule = {
  id: 'same-operating-system',
  area: 'dag',
  title: 'All members of a DAG run the same Windows Server release',
  why: 'A DAG is one Windows failover cluster, and its members must all be of one release.',
  source: cite('planHighAvailability', 'A6.10'),
  parameters: {},
  messages: {
    differs: '{server} runs {found}, most members run {common}; all members of a DAG must run the same.',
    divided: 'Of the members {counts}; all members of a DAG must run the same release.',
  },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const members = membersOf(design, dag, reporter);
      const systems = members.flatMap((member) => stated(member, 'operatingSystem', reporter) ?? []);
      const common = commonest(systems);
      const counts = division(systems.map(releaseName), 'run');
      if (counts !== undefined) {
        const about = subject.dag(dag.value.name);
        reporter.report({ messageId: 'divided', subject: about, path: `${dag.path}/servers`, data: { counts } });
      }
      for (const { value: server, path } of members) {
        const found = server.operatingSystem;
        if (found === undefined || common === undefined || found === common) continue;
        reporter.report({
          messageId: 'differs',
          subject: subject.server(server.name),
          path: `${path}/operatingSystem`,
          data: { server: server.name, found: releaseName(found), common: releaseName(common) },
        });
      }
    }
  },
};

import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag, membersOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';
import { listed } from './support/text.ts';
import { releaseName } from './support/windows.ts';

export const iplessDagOperatingSystem: Rule<{ operatingSystems: readonly string[] }> = {
  id: 'ipless-dag-operating-system',
  area: 'dag',
  title: 'A DAG without administrative access point runs Windows Server 2012 R2 or later',
  why: 'A cluster without an administrative access point needs Windows Server 2012 R2; on 2012 the DAG needs an IP address per MAPI subnet.',
  source: cite('newDag', 'A6.5'),
  parameters: {
    operatingSystems: {
      type: 'strings',
      description: 'Windows Server releases that need no administrative access point.',
    },
  },
  messages: {
    old: '{server} runs {found}; a DAG without administrative access point needs {wanted}.',
  },
  check(design, { operatingSystems }, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const accessPoint = stated(dag, 'administrativeAccessPoint', reporter);
      for (const member of membersOf(design, dag, reporter)) {
        const found = stated(member, 'operatingSystem', reporter);
        if (accessPoint !== null || found === undefined || operatingSystems.includes(found)) continue;
        reporter.report({
          messageId: 'old',
          subject: subject.server(member.value.name),
          path: `${member.path}/operatingSystem`,
          data: {
            server: member.value.name,
            found: releaseName(found),
            wanted: listed(operatingSystems.map(releaseName)),
          },
        });
      }
    }
  },
};

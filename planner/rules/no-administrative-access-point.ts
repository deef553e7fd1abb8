import { indexDesign } from '../design/index.ts';
import { parseSubject, subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { eachDag } from './support/each.ts';
import { mend, nameOf } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';
import { releaseRank } from './support/windows.ts';

/** The first release whose clusters need no administrative access point. */
const oldest = '2012R2';

export const noAdministrativeAccessPoint: Rule = {
  id: 'no-administrative-access-point',
  area: 'dag',
  title: 'The DAG has no administrative access point',
  why: 'Without one there is no cluster name, no IP address and no computer object to provide, guard and repair; Exchange needs none.',
  source: cite('article', 'A6.5'),
  parameters: {},
  messages: { present: 'The DAG has an administrative access point; the Preferred Architecture asks for none.' },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      if (!stated(dag, 'administrativeAccessPoint', reporter)) continue;
      reporter.report({
        messageId: 'present',
        subject: subject.dag(dag.value.name),
        path: `${dag.path}/administrativeAccessPoint`,
      });
    }
  },
  fix(design, finding) {
    const { dags, servers } = indexDesign(design);
    const members = dags.get(parseSubject(finding.subject)?.name ?? '')?.value.servers ?? [];
    const systems = members.map(({ name }) => servers.get(name)?.value.operatingSystem);
    if (!systems.every((system) => system !== undefined && releaseRank(system) >= releaseRank(oldest)))
      return undefined;
    const label = `Remove the administrative access point of ${nameOf(finding.subject)}`;
    return mend(label, [{ op: 'set', path: finding.path, value: null }]);
  },
};

import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { commonest } from './support/copies.ts';
import { eachDag, membersOf } from './support/each.ts';
import { cumulativeUpdate, updateName } from './support/exchange.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';

export const sameExchangeVersion: Rule = {
  id: 'same-exchange-version',
  area: 'dag',
  title: 'All members of a DAG run the same Exchange update',
  why: 'Members of different updates belong together only while a DAG is being updated; some features wait until all have the newer one.',
  source: cite('planHighAvailability', 'A6.10'),
  parameters: {},
  messages: { differs: '{server} runs {found}, most members run {common}; all members of a DAG should run the same.' },
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const members = membersOf(design, dag, reporter);
      const updates = members.map((member) => cumulativeUpdate(design, member, reporter));
      const common = commonest(updates.flatMap((update) => update ?? []));
      members.forEach(({ value: server, path }, i) => {
        const found = updates[i];
        if (found === undefined || common === undefined || found === common) return;
        reporter.report({
          messageId: 'differs',
          subject: subject.server(server.name),
          // A server without an update of its own has the design's.
          path: server.cumulativeUpdate === undefined ? path : `${path}/cumulativeUpdate`,
          data: { server: server.name, found: updateName(found), common: updateName(common), update: common },
        });
      });
    }
  },
  fix(_design, finding) {
    const { server, common, update } = finding.data;
    if (update === undefined) return undefined;
    const path = finding.path.replace(/(\/cumulativeUpdate)?$/, '/cumulativeUpdate');
    return mend(`Set cumulative update of ${server} to ${common}`, [{ op: 'set', path, value: update }]);
  },
};

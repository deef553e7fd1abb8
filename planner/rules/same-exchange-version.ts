import { subject } from '../design/subject.ts';
import type { Rule } from './rule.ts';
import { commonest, division } from './support/copies.ts';
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
  messages: {
    differs: '{server} runs {found}, most members run {common}; all members of a DAG should run the same.',
    divided: 'Of the members {counts}; all members of a DAG should run the same update.',
  },
  mends: ['differs'],
  check(design, _parameters, reporter) {
    for (const dag of eachDag(design, reporter)) {
      const members = membersOf(design, dag, reporter);
      const updates = members.map((member) => cumulativeUpdate(design, member, reporter));
      const known = updates.flatMap((update) => update ?? []);
      const common = commonest(known);
      const highest = Math.max(...known);
      const counts = division(known.map(updateName), 'run');
      if (counts !== undefined) {
        const about = subject.dag(dag.value.name);
        reporter.report({ messageId: 'divided', subject: about, path: `${dag.path}/servers`, data: { counts } });
      }
      members.forEach(({ value: server, path }, i) => {
        const found = updates[i];
        if (found === undefined || common === undefined || found === common) return;
        reporter.report({
          messageId: 'differs',
          subject: subject.server(server.name),
          // A server without an update of its own has the design's.
          path: server.cumulativeUpdate === undefined ? path : `${path}/cumulativeUpdate`,
          data: {
            server: server.name,
            found: updateName(found),
            common: updateName(common),
            // An update cannot be taken back, so that only the highest one is offered.
            ...(common === highest && { update: common }),
          },
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

import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { databasesOf } from './support/each.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const sevenDayLag: DagRule<{ lagHours: number }> = {
  id: 'seven-day-lag',
  area: 'copies',
  title: 'Lagged copies lag by seven days',
  why: 'Seven days leave time to notice a corruption over a weekend and more, and to act on it.',
  source: cite('preferredArchitecture', 'A7.3'),
  parameters: { lagHours: { type: 'number', unit: 'hours', description: 'Replay lag of a lagged copy.' } },
  messages: {
    differs: '{database} on {server} lags by {found} hours; the Preferred Architecture asks for {lagHours}.',
  },
  checkDag(design, dag, { lagHours }, reporter) {
    for (const { copies, value: database } of databasesOf(design, dag, reporter)) {
      for (const copy of copies) {
        const found = stated(copy, 'replayLagHours', reporter);
        if (found === undefined || found === 0 || found === lagHours) continue;
        const { server } = copy.value;
        reporter.report({
          messageId: 'differs',
          subject: subject.copy(database.name, server),
          path: `${copy.path}/replayLagHours`,
          data: { database: database.name, server, found },
        });
      }
    }
  },
  fix(_design, finding, { lagHours }) {
    const { database, server } = finding.data;
    const label = `Set replay lag of ${database} on ${server} to ${lagHours} hours`;
    return mend(label, [{ op: 'set', path: finding.path, value: lagHours }]);
  },
};

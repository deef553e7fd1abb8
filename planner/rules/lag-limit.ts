import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { databasesOf } from './support/each.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const lagLimit: DagRule<{ maximumHours: number }> = {
  id: 'lag-limit',
  area: 'copies',
  title: 'Replay lag and truncation lag are 14 days at most',
  why: 'Exchange takes no longer lag.',
  source: cite('setDatabaseCopy', 'B7.3'),
  parameters: {
    maximumHours: { type: 'number', unit: 'hours', description: 'Longest replay lag and truncation lag.' },
  },
  messages: { long: 'The {kind} of {database} on {server} is {found} hours; up to {maximumHours} are possible.' },
  checkDag(design, dag, { maximumHours }, reporter) {
    for (const { copies, value: database } of databasesOf(design, dag, reporter)) {
      for (const copy of copies) {
        for (const property of ['replayLagHours', 'truncationLagHours'] as const) {
          const found = stated(copy, property, reporter);
          if (found === undefined || found <= maximumHours) continue;
          const kind = property === 'replayLagHours' ? 'replay lag' : 'truncation lag';
          reporter.report({
            messageId: 'long',
            subject: subject.copy(database.name, copy.value.server),
            path: `${copy.path}/${property}`,
            data: { kind, database: database.name, server: copy.value.server, found },
          });
        }
      }
    }
  },
  fix(_design, finding, { maximumHours }) {
    const { kind, database, server } = finding.data;
    const label = `Set ${kind} of ${database} on ${server} to ${maximumHours} hours`;
    return mend(label, [{ op: 'set', path: finding.path, value: maximumHours }]);
  },
};

import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { databasesOf } from './support/each.ts';
import { cite } from './support/sources.ts';

export const oneCopyPerServer: DagRule = {
  id: 'one-copy-per-server',
  area: 'copies',
  title: 'No server has two copies of a database',
  why: 'A member hosts one copy of a database; a second there would protect against nothing.',
  source: cite('databaseCopies', 'B7.1'),
  parameters: {},
  messages: { second: '{server} already has a copy of {database}; a member hosts one.' },
  checkDag(design, dag, _parameters, reporter) {
    for (const { copies, value: database } of databasesOf(design, dag, reporter)) {
      const seen = new Set<string>();
      for (const { value: copy, path } of copies) {
        if (seen.has(copy.server)) {
          reporter.report({
            messageId: 'second',
            subject: subject.copy(database.name, copy.server),
            path: `${path}/server`,
            data: { server: copy.server, database: database.name },
          });
        }
        seen.add(copy.server);
      }
    }
  },
};

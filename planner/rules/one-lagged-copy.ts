import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { byLag } from './support/copies.ts';
import { databasesOf } from './support/each.ts';
import { cite } from './support/sources.ts';

export const oneLaggedCopy: DagRule<{ lagged: number }> = {
  id: 'one-lagged-copy',
  area: 'copies',
  title: 'One copy of each database is lagged',
  why: 'The lagged copy is the way back from a logical corruption that has reached all other copies.',
  source: cite('preferredArchitecture', 'A7.2'),
  parameters: { lagged: { type: 'number', unit: 'copies', description: 'Lagged copies of a database.' } },
  messages: { count: '{database} has {found}; the Preferred Architecture asks for {lagged}.' },
  checkDag(design, dag, { lagged }, reporter) {
    for (const database of databasesOf(design, dag, reporter)) {
      const found = byLag(database, reporter)?.lagged.length;
      if (found === undefined || found === lagged) continue;
      const { name } = database.value;
      reporter.report({
        messageId: 'count',
        subject: subject.database(name),
        path: `${database.path}/copies`,
        data: {
          database: name,
          found: found === 0 ? 'no lagged copy' : counted(found, 'lagged copy', 'lagged copies'),
        },
      });
    }
  },
};

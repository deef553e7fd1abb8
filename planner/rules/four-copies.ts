import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { databasesOf } from './support/each.ts';
import { cite } from './support/sources.ts';

export const fourCopies: DagRule<{ copies: number }> = {
  id: 'four-copies',
  area: 'copies',
  title: 'Each database has four copies',
  why: 'Three highly available copies replace RAID and backup, and a lagged one guards against corruption.',
  source: cite('preferredArchitecture', 'A7.1'),
  parameters: { copies: { type: 'number', unit: 'copies', description: 'Copies of a database.' } },
  messages: { count: '{database} has {found}; the Preferred Architecture asks for {copies}.' },
  checkDag(design, dag, { copies }, reporter) {
    for (const database of databasesOf(design, dag, reporter)) {
      if (database.copies.length === copies) continue;
      const { name } = database.value;
      reporter.report({
        messageId: 'count',
        subject: subject.database(name),
        path: `${database.path}/copies`,
        data: { database: name, found: counted(database.copies.length, 'copy', 'copies') },
      });
    }
  },
};

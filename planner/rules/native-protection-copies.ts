import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { byLag } from './support/copies.ts';
import { databasesOf } from './support/each.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const nativeProtectionCopies: DagRule<{ minimum: number }> = {
  id: 'native-protection-copies',
  area: 'copies',
  title: 'Databases without backup have three highly available copies',
  why: 'With circular logging there is no backup to go back to; the copies themselves are the protection.',
  source: cite('disasterRecovery', 'A7.7'),
  parameters: { minimum: { type: 'number', unit: 'copies', description: 'Fewest copies that do not lag.' } },
  messages: {
    few: '{database} has circular logging and {found}; native data protection asks for {minimum} or more that do not lag.',
  },
  checkDag(design, dag, { minimum }, reporter) {
    for (const database of databasesOf(design, dag, reporter)) {
      const circular = stated(database, 'circularLogging', reporter);
      const available = byLag(database, reporter)?.available.length;
      if (!circular || available === undefined || available >= minimum) continue;
      const { name } = database.value;
      reporter.report({
        messageId: 'few',
        subject: subject.database(name),
        path: `${database.path}/copies`,
        data: { database: name, found: counted(available, 'highly available copy', 'highly available copies') },
      });
    }
  },
};

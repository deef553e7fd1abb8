import { subject } from '../design/subject.ts';
import type { DagRule } from './rule.ts';
import { copyDatacenters, tally } from './support/copies.ts';
import { pairDatacenters } from './support/dagDatacenters.ts';
import { databasesOf } from './support/each.ts';
import { cite } from './support/sources.ts';

export const twoCopiesPerDatacenter: DagRule<{ copies: number }> = {
  id: 'two-copies-per-datacenter',
  area: 'copies',
  title: 'Each database has two copies in each datacenter of the pair',
  why: 'A lost server is covered inside its datacenter, and a lost datacenter by the other one.',
  source: cite('preferredArchitecture', 'A7.1'),
  parameters: { copies: { type: 'number', unit: 'copies', description: 'Copies of a database in each datacenter.' } },
  messages: { uneven: '{database} has {found}; the Preferred Architecture asks for {copies} in each datacenter.' },
  checkDag(design, dag, { copies }, reporter) {
    const pair = pairDatacenters(design, dag, reporter);
    for (const database of databasesOf(design, dag, reporter)) {
      const datacenters = copyDatacenters(design, database.copies, reporter);
      if (!pair || !datacenters) continue;
      const counts = tally(datacenters);
      if (pair.every((name) => counts.get(name) === copies)) continue;
      const { name } = database.value;
      reporter.report({
        messageId: 'uneven',
        subject: subject.database(name),
        path: `${database.path}/copies`,
        data: { database: name, found: pair.map((each) => `${counts.get(each) ?? 0} in ${each}`).join(', ') },
      });
    }
  },
};

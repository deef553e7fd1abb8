import { indexDesign, type PlacedDatabase } from '../design/index.ts';
import { subject } from '../design/subject.ts';
import type { Design } from '../design/types.ts';
import type { Reporter, DagRule } from './rule.ts';
import { byLag, copyDatacenters } from './support/copies.ts';
import { databasesOf } from './support/each.ts';
import { mend } from './support/mend.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const dataMoveConstraint: DagRule = {
  id: 'data-move-constraint',
  area: 'copies',
  title: 'Mailbox moves wait until the copies of the database can keep up',
  why: 'The constraint holds a move back until what it wrote is safe on a second copy, or in the second Active Directory site. Waiting for the content index as well is stricter, and does.',
  source: cite('setDatabase', 'B7.9'),
  parameters: {},
  messages: { differs: '{database} has the constraint {found}; with its copies {wanted} is recommended.' },
  checkDag(design, dag, _parameters, reporter) {
    for (const database of databasesOf(design, dag, reporter)) {
      const found = stated(database, 'dataMoveReplicationConstraint', reporter);
      const wanted = recommended(design, database, reporter);
      if (found === undefined || wanted === undefined || found === wanted || found === `CI${wanted}`) continue;
      const { name } = database.value;
      reporter.report({
        messageId: 'differs',
        subject: subject.database(name),
        path: `${database.path}/dataMoveReplicationConstraint`,
        data: { database: name, found, wanted },
      });
    }
  },
  fix(_design, finding) {
    const { database, wanted } = finding.data;
    if (wanted === undefined) return undefined;
    const label = `Set data move constraint of ${database} to ${wanted}`;
    return mend(label, [{ op: 'set', path: finding.path, value: wanted }]);
  },
};

/**
 * The constraint that fits a database's copies (facts B7.9): two Active Directory sites with highly available copies in each ask for the
 * second one. A datacenter that states no site is one of its own.
 */
function recommended(design: Design, database: PlacedDatabase, reporter: Reporter): string | undefined {
  if (database.copies.length < 2) return 'None';
  const copies = byLag(database, reporter);
  const datacenters = copies && copyDatacenters(design, copies.available, reporter);
  if (!datacenters) return undefined;
  const placed = indexDesign(design).datacenters;
  const sites = datacenters.map((name) => placed.get(name)?.value.adSite?.toLowerCase() ?? name);
  return new Set(sites).size > 1 ? 'SecondDatacenter' : 'SecondCopy';
}

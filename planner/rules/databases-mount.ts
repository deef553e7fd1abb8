import { formatCount } from '../design/format.ts';
import { indexDesign, type Placed } from '../design/index.ts';
import { subject, type Subject } from '../design/subject.ts';
import type { Dag, Design } from '../design/types.ts';
import { copyTable, failureOutcomes, isLagged, type CopyTable, type FailureMode } from '../simulate/failover/index.ts';
import { sizingOptions } from '../sizing/index.ts';
import type { DagRule, Reporter } from './rule.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { failureClause } from './support/failure.ts';
import { preferredCopy } from './support/preferred.ts';
import { cite } from './support/sources.ts';
import { stated } from './support/stated.ts';

export const databasesMount: DagRule = {
  id: 'databases-mount',
  area: 'dag',
  title: 'Databases mount in the normal state and in the failure the design is made for',
  why: 'A copy that is suspended, or whose server is full or blocked, does not activate; a database with no other stays dismounted. Servers then look less loaded than they would be.',
  source: cite('activationPolicies', 'B2.7, B3.1, B3.3, B3.5', 'derived'),
  parameters: {},
  messages: {
    normal:
      '{databases} cannot mount in the normal state: limits of active databases and suspended copies leave no copy that may.',
    failure:
      'When {failure}, {databases} cannot mount, although highly available copies are left: limits of active databases, activation policies or suspended copies keep them down.',
  },
  checkDag(design, dag, _parameters, reporter) {
    const { designFailure } = sizingOptions(design);
    const table = copyTable(design, dag.value);
    if (!isComplete(design, dag, reporter)) return;
    const about = { subject: subject.dag(dag.value.name), path: `${dag.path}/databases` };
    const [normal] = worstOf(design, table, 'normal');
    if (normal) {
      reporter.report({ ...about, messageId: 'normal', data: { databases: named(normal.down) } });
      return;
    }
    const worst = worstOf(design, table, designFailure).reduce<Dismounted | undefined>(
      (most, each) => (most && most.down.length >= each.down.length ? most : each),
      undefined,
    );
    if (!worst) return;
    const data = { failure: failureClause(worst.failed), databases: named(worst.down) };
    reporter.report({ ...about, messageId: 'failure', data });
  },
};

interface Dismounted {
  readonly failed: readonly Subject[];
  /** The databases that mount nowhere although a server with a copy for it is up. */
  readonly down: readonly string[];
}

/** Whether a DAG states what decides where its databases mount; what is missing is told. */
function isComplete(design: Design, dag: Placed<Dag>, reporter: Reporter): boolean {
  const members = membersOf(design, dag, reporter).map((member) => stated(member, 'datacenter', reporter));
  const preferred = databasesOf(design, dag, reporter)
    .filter(({ copies }) => copies.length > 0)
    .map((database) => preferredCopy(database, reporter));
  return !members.includes(undefined) && !preferred.includes(undefined);
}

/**
 * The failures of a mode that leave databases dismounted. A lagged copy is left out: it may be held back from activation on purpose
 * (facts A8.9). In the normal state it counts, since every database must have a copy that mounts.
 */
function worstOf(design: Design, table: CopyTable, mode: FailureMode): Dismounted[] {
  const { databases } = indexDesign(design);
  const position = new Map(table.servers.map(({ value }, s) => [value.name, s]));
  const found: Dismounted[] = [];
  for (const { failed, serverDown, chosen } of failureOutcomes(table, mode)) {
    const down = table.databases.filter(({ name }, d) => {
      const copies = chosen[d] === -1 ? (databases.get(name)?.copies ?? []) : [];
      return copies.some(
        ({ value }) => (mode === 'normal' || !isLagged(value)) && serverDown[position.get(value.server) ?? -1] === 0,
      );
    });
    if (down.length > 0) found.push({ failed, down: down.map(({ name }) => name) });
  }
  return found;
}

/** "DB01", "DB01 and 1 other database", "DB01 and 207 other databases". */
function named([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  return `${first} and ${formatCount(others.length)} other ${others.length === 1 ? 'database' : 'databases'}`;
}

import { subject } from '../design/subject.ts';
import { copyTable, worstActive } from '../simulate/failover/index.ts';
import type { DagRule } from './rule.ts';
import { databasesOf, membersOf } from './support/each.ts';
import { preferredCopy } from './support/preferred.ts';
import { cite } from './support/sources.ts';

export const evenActiveSpread: DagRule<{ tolerance: number }> = {
  id: 'even-active-spread',
  area: 'dag',
  title: 'In the normal state active databases are spread equally over all members',
  why: 'Equal shares use all servers, and a failure moves as little as it can.',
  source: cite('preferredArchitecture', 'A6.1'),
  parameters: {
    tolerance: { type: 'number', unit: 'databases', description: 'By how many databases two members may differ.' },
  },
  messages: {
    uneven:
      '{most} carries {highest} active databases, {least} carries {lowest}; the Preferred Architecture asks for equal shares.',
  },
  checkDag(design, dag, { tolerance }, reporter) {
    const active = worstActive(copyTable(design, dag.value), 'normal');
    const placed = databasesOf(design, dag, reporter)
      .filter(({ copies }) => copies.length > 0)
      .map((database) => preferredCopy(database, reporter));
    const counts = membersOf(design, dag, reporter).map(({ value }, s) => [value.name, active[s] ?? 0] as const);
    const [first] = counts;
    if (!first || placed.includes(undefined)) return;
    const [most, highest] = counts.reduce((best, each) => (each[1] > best[1] ? each : best), first);
    const [least, lowest] = counts.reduce((best, each) => (each[1] < best[1] ? each : best), first);
    if (highest - lowest <= tolerance) return;
    reporter.report({
      messageId: 'uneven',
      subject: subject.dag(dag.value.name),
      path: `${dag.path}/databases`,
      data: { most, highest, least, lowest },
    });
  },
};

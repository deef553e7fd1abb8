import { indexDesign, type Placed } from '../../design/index.ts';
import { perDag } from '../../design/perDag.ts';
import type { Pointer } from '../../design/pointer.ts';
import type { Dag, Design } from '../../design/types.ts';
import type { Reporter, RuleReport } from '../rule.ts';
import { eachDag } from './each.ts';

/**
 * Asks something of every DAG by itself, in file order, and keeps what was told with the answer: after an edit only the DAG that it
 * touched is asked again.
 * @param ask asks about that DAG and what stands beside the DAGs, never about another one or about notes
 */
export function keptPerDag<T>(
  ask: (design: Design, dag: Placed<Dag>, reporter: Reporter) => T,
): (design: Design, reporter: Reporter) => T[] {
  const told = perDag((design, dag) => {
    const reports: RuleReport[] = [];
    const missing = new Set<Pointer>();
    const reporter: Reporter = { report: (report) => reports.push(report), notStated: (path) => missing.add(path) };
    const placed = indexDesign(design).dags.get(dag.name) ?? { value: dag, path: '' };
    return { answer: ask(design, placed, reporter), reports, missing };
  });
  return (design, reporter) =>
    eachDag(design, reporter).map(({ value }) => {
      const { answer, reports, missing } = told(design, value);
      for (const path of missing) reporter.notStated(path);
      for (const report of reports) reporter.report(report);
      return answer;
    });
}

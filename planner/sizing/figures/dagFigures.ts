import type { Placed } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { Dag } from '../../design/types.ts';
import type { DatabaseLoads } from '../databaseLoads.ts';
import type { Figure } from '../figure.ts';
import { calculator, given } from './operands.ts';

/** What a DAG holds together. */
export function dagFigures({ value: dag, path }: Placed<Dag>, { loads }: DatabaseLoads): Figure[] {
  const databases = dag.databases ?? [];
  const copies = databases.reduce((sum, database) => sum + (database.copies?.length ?? 0), 0);
  const known = databases.flatMap(({ name }) => loads.get(name) ?? []);
  const at = subject.dag(dag.name);
  const count = (id: string, value: number, unit: string, formula: string): Figure => ({
    id,
    subject: at,
    value,
    unit,
    formula,
    inputs: [given(unit, value, unit, `${path}/databases`)],
    source: 'The design',
  });
  const figures = [
    count('databasesPerDag', databases.length, 'databases', 'databases of the DAG'),
    count('copiesPerDag', copies, 'copies', 'copies of its databases'),
  ];
  if (known.length < databases.length) return figures;
  const iops = known.reduce((sum, load) => sum + load.iops, 0);
  return [
    ...figures,
    count(
      'mailboxesPerDag',
      known.reduce((sum, { mailboxes }) => sum + mailboxes, 0),
      'mailboxes',
      'mailboxes of its databases',
    ),
    { ...count('iopsPerDag', iops, 'IOPS', 'Σ I/O of its databases, each once'), source: `${calculator} (facts A7)` },
  ];
}

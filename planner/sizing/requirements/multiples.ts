import type { Figure, Quantity } from '../figure.ts';
import { formula, type Recipe } from '../formula.ts';
import { total } from '../total.ts';
import type { Plan, Site } from './plan.ts';

/** What the servers of a DAG have together, from what a server of each datacenter has. */
export function perDag(plan: Plan, aServer: (site: Site) => Figure<number>, source: string): Recipe<number> {
  const each = plan.sites.map(aServer);
  return formula({
    unit: each[0]?.unit ?? '',
    words: 'servers × Σ(a server)',
    of: { servers: plan.servers, aServer: each },
    value: ({ servers, aServer: values }) => servers * total(values),
    source,
  });
}

/** What all DAGs have together, from what one has. */
export function inAllDags(plan: Plan, aDag: Quantity<number>, source: string): Recipe<number> {
  return formula({
    unit: aDag.unit,
    words: 'DAGs × a DAG',
    of: { DAGs: plan.dags, aDAG: aDag },
    value: (values) => values.DAGs * values.aDAG,
    source,
  });
}

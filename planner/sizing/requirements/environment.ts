import { figure, formula } from '../formula.ts';
import { servers } from './copyCounts.ts';
import type { Plan } from './plan.ts';
import { total } from '../total.ts';

const source = 'Dagwright, counted for the whole design';

/** Height of all servers in racks; enclosures with more bays are not known. */
export const rackUnits = figure('rackUnits', (plan: Plan) =>
  formula({
    unit: 'U',
    words: 'servers × DAGs × Σ(height)',
    of: {
      servers: plan.servers,
      DAGs: plan.dags,
      height: plan.sites.map(({ hardware, subject }) => ({ ...hardware.get('formFactorU'), of: subject })),
    },
    value: (values) => values.servers * values.DAGs * total(values.height),
    source,
  }),
);

/** Servers to license, by edition. */
export const serverLicences = figure('serverLicences', (plan: Plan) =>
  formula({
    unit: `${plan.exchange.get('edition').value} licences`,
    words: 'servers',
    of: { servers: servers(plan), edition: plan.exchange.get('edition') },
    value: (values) => values.servers,
    source,
  }),
);

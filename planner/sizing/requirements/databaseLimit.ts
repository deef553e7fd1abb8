import { sizingCatalog } from '../catalog.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { calculator } from '../source.ts';
import { copiesAtHome, copiesAway, copiesPerDatabase } from './copies.ts';
import { databasesPerVolume, storage } from './layout.ts';
import type { Plan } from './plan.ts';

const source = calculator('A10');
const { copiesPerServer, backupSetCopiesPerServer } = sizingCatalog.limits;

/** The most databases with copies on one server, in full volumes. */
export const maximumDatabasesPerServer = figure('maximumDatabasesPerServer', (plan: Plan) =>
  formula({
    unit: 'databases',
    words: 'rounddown(limit ÷ databases) × databases',
    of: { limit: limitOfServer(plan), databases: databasesPerVolume(plan) },
    value: ({ limit, databases }) => Math.floor(limit / databases) * databases,
    source,
  }),
);

export const maximumDatabasesPerDag = figure('maximumDatabasesPerDag', (plan: Plan) => {
  const most = Math.max(copiesAtHome(plan).value, plan.parity ? 0 : copiesAway(plan).value);
  const copies = plan.activeInBoth ? copiesPerDatabase(plan).value / 2 : most;
  return formula({
    unit: 'databases',
    words: 'rounddown(a server × servers ÷ copies)',
    of: {
      aServer: maximumDatabasesPerServer(plan),
      servers: plan.servers,
      copies: given(copies, 'copies', 'of a database in the datacenter that has most of them'),
    },
    value: (values) => Math.floor((values.aServer * values.servers) / values.copies),
    source,
  });
});

function limitOfServer(plan: Plan): Quantity<number> {
  const edition = plan.exchange.get('edition');
  const backup = plan.sizing.get('backup');
  if (plan.parity && backup.value === 'hardwareVss' && storage(plan.sites[0]).value === 'RAID') {
    return given(backupSetCopiesPerServer, 'databases', `two volumes to a backup set (facts A5): ${backup.source}`);
  }
  return given(copiesPerServer[edition.value], 'databases', `${edition.value} edition (facts B7.2)`);
}

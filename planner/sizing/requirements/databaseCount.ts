import { given, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { roundUp } from '../rounding.ts';
import { calculator } from '../source.ts';
import { activeDatacenters, calculatorDatabases } from './calculatorCount.ts';
import { copiesAtHome } from './copies.ts';
import { countsAsCalculator, maximumDatabaseSize } from './databaseSizeLimit.ts';
import { databaseContentPerDag, iopsPerDag } from './demand.ts';
import { diskIOPSOf } from './disk.ts';
import { databasesPerVolume, storage } from './layout.ts';
import { mailboxesPerDag } from './mailboxes.ts';
import { permutations } from './permutations.ts';
import type { Plan } from './plan.ts';
import { inAllDags } from './multiples.ts';

const source = 'Dagwright: the smallest balanced number whose databases fit their disks';

/** Databases of a DAG that keep to the largest size. */
export const databasesBySize = figure('databasesBySize', (plan: Plan) =>
  countsAsCalculator(plan)
    ? undefined
    : formula({
        unit: 'databases',
        words: 'roundup(databases ÷ largest)',
        of: { databases: databaseContentPerDag(plan), largest: maximumDatabaseSize(plan) },
        value: ({ databases, largest }) => roundUp(databases / largest),
        source,
      }),
);

/** Databases of a DAG whose copies a JBOD disk carries. */
export const databasesByIO = figure('databasesByIO', (plan: Plan) => {
  if (countsAsCalculator(plan) || storage(plan.sites[0]).value === 'RAID') return undefined;
  return formula({
    unit: 'databases',
    words: 'roundup(databases per volume × IOPS ÷ min(disk))',
    of: {
      databasesPerVolume: databasesPerVolume(plan),
      IOPS: iopsPerDag(plan),
      disk: plan.sites.map((site) => ({ ...diskIOPSOf(site), of: site.subject })),
    },
    value: ({ databasesPerVolume: shared, IOPS, disk }) => roundUp((shared * IOPS) / Math.min(...disk)),
    source,
  });
});

export const databasesPerDag = figure('databasesPerDag', (plan: Plan) => calculatorDatabases(plan) ?? fitting(plan));

export const databases = figure('databases', (plan: Plan) => inAllDags(plan, databasesPerDag(plan), calculator('A10')));

export const mailboxesPerDatabase = figure('mailboxesPerDatabase', (plan: Plan) =>
  formula({
    unit: 'mailboxes',
    words: 'mailboxes ÷ databases',
    of: { mailboxes: mailboxesPerDag(plan), databases: databasesPerDag(plan) },
    value: (values) => values.mailboxes / values.databases,
    source: calculator('A10'),
  }),
);

function fitting(plan: Plan): Recipe<number> {
  const asked = plan.fixedDatabases;
  if (asked)
    return formula({
      unit: 'databases',
      words: 'asked',
      of: { asked },
      value: (values) => values.asked,
      source: asked.source ?? '',
    });
  const bySize = databasesBySize(plan);
  const byIO = databasesByIO(plan);
  return formula({
    unit: 'databases',
    words: 'roundup(max(needed, 1) ÷ block) × block',
    of: { needed: [bySize, byIO].flatMap((limit) => limit ?? []), block: balancedBlock(plan) },
    value: ({ needed, block }) => roundUp(Math.max(...needed, 1) / block) * block,
    source,
  });
}

/** What the number is a multiple of: every server has as many active databases, or a full block of the copy order. */
function balancedBlock(plan: Plan): Quantity<number> {
  const { value: servers } = plan.servers;
  const { value: datacenters } = activeDatacenters(plan);
  const full = plan.databases.get('fullBlock');
  if (!full.value) return given(datacenters * servers, 'databases', 'servers on which databases of a DAG are active');
  const size = datacenters * permutations(servers, copiesAtHome(plan).value);
  return given(size, 'databases', `a full block of the copy order (facts A11): ${full.source}`);
}

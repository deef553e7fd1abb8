import { given, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { roundUp } from '../rounding.ts';
import { calculator } from '../source.ts';
import { copiesAtHome, highlyAvailableAtHome } from './copies.ts';
import { countsAsCalculator, maximumDatabaseSize } from './databaseSizeLimit.ts';
import { iopsPerDag } from './demand.ts';
import { diskIOPSOf } from './disk.ts';
import { databasesPerVolume, storage } from './layout.ts';
import { maximumDatabasesPerDag } from './databaseLimit.ts';
import { averageMailboxSize, mailboxesPerDag } from './mailboxes.ts';
import { permutations } from './permutations.ts';
import type { Plan } from './plan.ts';

// The calculator's number of databases (facts A10, 1 to 6), step by step. Its figures exist only where that rule is asked for.

const source = calculator('A10');

/** Mailboxes of a database that the I/O of a JBOD disk carries. */
export const mailboxesPerDatabaseByIO = figure('mailboxesPerDatabaseByIO', (plan: Plan) => {
  if (!countsAsCalculator(plan) || storage(plan.sites[0]).value === 'RAID' || iopsPerDag(plan).value === 0)
    return undefined;
  return formula({
    unit: 'mailboxes',
    words: 'rounddown(min(disk) ÷ (IOPS ÷ mailboxes) ÷ 2) × 2 ÷ databases',
    of: {
      disk: plan.sites.map((site) => ({ ...diskIOPSOf(site), of: site.subject })),
      IOPS: iopsPerDag(plan),
      mailboxes: mailboxesPerDag(plan),
      databases: databasesPerVolume(plan),
    },
    value: ({ disk, IOPS, mailboxes, databases }) =>
      (Math.floor(Math.min(...disk) / (IOPS / mailboxes) / 2) * 2) / databases,
    source: calculator('A7'),
  });
});

/** Mailboxes of a database that its size allows. */
export const mailboxesPerDatabaseBySize = figure('mailboxesPerDatabaseBySize', (plan: Plan) =>
  countsAsCalculator(plan)
    ? formula({
        unit: 'mailboxes',
        words: 'largest × (1 − overhead) × 1,024 ÷ size',
        of: {
          largest: maximumDatabaseSize(plan),
          overhead: plan.sizing.get('dataOverheadFraction'),
          size: averageMailboxSize(plan),
        },
        value: ({ largest, overhead, size }) => (largest * (1 - overhead) * 1024) / size,
        source,
      })
    : undefined,
);

export const plannedMailboxesPerDatabase = figure('plannedMailboxesPerDatabase', (plan: Plan) => {
  const bySize = mailboxesPerDatabaseBySize(plan);
  if (!bySize) return undefined;
  const byIO = mailboxesPerDatabaseByIO(plan);
  return formula({
    unit: 'mailboxes',
    words: 'roundup(min(by limit))',
    of: { byLimit: byIO ? [byIO, bySize] : [bySize] },
    value: ({ byLimit }) => roundUp(Math.min(...byLimit)),
    source,
  });
});

/** Databases of a DAG that so many mailboxes each give: from two on an even number, at most what a DAG may have. */
export const calculatedDatabases = figure('calculatedDatabases', (plan: Plan) => {
  const planned = plannedMailboxesPerDatabase(plan);
  if (!planned) return undefined;
  return formula({
    unit: 'databases',
    words: 'min(even(roundup(mailboxes ÷ planned)), limit)',
    of: { mailboxes: mailboxesPerDag(plan), planned, limit: maximumDatabasesPerDag(plan) },
    value: (values) => Math.min(even(roundUp(values.mailboxes / values.planned)), values.limit),
    source,
  });
});

/** The calculated number up to a full block, in which every server is neighbour to every other equally often. */
export const symmetricalDatabases = figure('symmetricalDatabases', (plan: Plan) => {
  const calculated = calculatedDatabases(plan);
  if (!calculated) return undefined;
  return formula({
    unit: 'databases',
    words: 'roundup(calculated ÷ block) × block',
    of: { calculated, block: block(plan, copiesAtHome(plan)) },
    value: (values) => roundUp(values.calculated / values.block) * values.block,
    source,
  });
});

/** The number before the odd remainder is added: as asked for, symmetrical where that is wanted and allowed, else balanced. */
export const databasesBeforeRounding = figure('databasesBeforeRounding', (plan: Plan) => {
  const calculated = calculatedDatabases(plan);
  const symmetrical = symmetricalDatabases(plan);
  if (!calculated || !symmetrical) return undefined;
  const asked = plan.fixedDatabases;
  if (asked)
    return formula({ unit: 'databases', words: 'asked', of: { asked }, value: (values) => values.asked, source });
  const limit = maximumDatabasesPerDag(plan);
  const wanted = plan.databases.get('fullBlock');
  const smallBlock = block(plan, highlyAvailableAtHome(plan));
  if (wanted.value && symmetrical.value <= limit.value) {
    return formula({
      unit: 'databases',
      words: 'symmetrical; the limit allows it',
      of: { symmetrical, limit, wanted },
      value: (values) => values.symmetrical,
      source,
    });
  }
  if (wanted.value && symmetrical.value - limit.value < smallBlock.value && symmetrical.value !== smallBlock.value) {
    return formula({
      unit: 'databases',
      words: 'symmetrical − block; one block less keeps to the limit',
      of: { symmetrical, block: smallBlock, limit, wanted },
      value: (values) => values.symmetrical - values.block,
      source,
    });
  }
  if (calculated.value === limit.value || calculated.value <= 1) {
    return formula({
      unit: 'databases',
      words: 'max(calculated, 1); the limit, or a single one',
      of: { calculated, limit },
      value: (values) => Math.max(values.calculated, 1),
      source,
    });
  }
  return formula({
    unit: 'databases',
    words: 'roundup(calculated ÷ (servers × datacenters)) × servers × datacenters',
    of: { calculated, servers: plan.servers, datacenters: activeDatacenters(plan) },
    value: ({ calculated: count, servers, datacenters }) =>
      roundUp(count / (servers * datacenters)) * servers * datacenters,
    source,
  });
});

/** The calculator's number: the remainder over a group is added once more, which inflates an odd one (38 to 40). */
export function calculatorDatabases(plan: Plan): Recipe<number> | undefined {
  const before = databasesBeforeRounding(plan);
  if (!before) return undefined;
  const group = groupOf(plan);
  return formula({
    unit: 'databases',
    words: 'before + before − rounddown(before ÷ group) × group',
    of: { before, group },
    value: (values) => values.before + (values.before % values.group),
    source,
  });
}

/** Datacenters of a DAG in which databases are active. */
export function activeDatacenters(plan: Plan): Quantity<number> {
  const { source: why = '' } = plan.root.get('userDistribution');
  return given(plan.activeInBoth ? 2 : 1, 'datacenters', `in which databases of a DAG are active: ${why}`);
}

/** Databases after which the order of so many copies on the servers of a datacenter repeats. */
function block(plan: Plan, copies: Quantity<number>): Quantity<number> {
  const { value: servers } = plan.servers;
  return given(
    permutations(servers, copies.value),
    'databases',
    `permutations of ${copies.value} of ${servers} servers (facts A10)`,
  );
}

function groupOf(plan: Plan): Quantity<number> {
  const { value: servers } = plan.servers;
  if (plan.activeInBoth) {
    const members = plan.databases.get('perVolume').value === 'copies' ? 2 * servers : servers;
    return given(
      members,
      'databases',
      'servers of the DAG, or of a datacenter where a volume holds half as many databases (facts A10)',
    );
  }
  const several = databasesPerVolume(plan).value > 1;
  return given(
    several ? servers : 1,
    'databases',
    'servers of a datacenter with several databases to a volume, else 1 (facts A10)',
  );
}

/** Up to an even number, from two on. */
function even(count: number): number {
  return count >= 2 ? count + (count % 2) : count;
}

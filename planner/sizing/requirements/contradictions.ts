import { counted, formatNumber } from '../../design/format.ts';
import { excerpt, type Problem } from '../../design/problem.ts';
import { sizingCatalog } from '../catalog.ts';
import { whereStated } from '../present.ts';
import { mailboxesPerDatabaseByIO } from './calculatorCount.ts';
import { copiesAtHome, copiesAway, copiesPerDatabase, highlyAvailableAtHome, laggedAway } from './copies.ts';
import { copiesPerServer } from './copyCounts.ts';
import { databasesPerDag } from './databaseCount.ts';
import { maximumDatabaseSize } from './databaseSizeLimit.ts';
import { databaseSize } from './databaseSpace.ts';
import { iopsPerDag } from './demand.ts';
import { diskIOPSOf, formattedDisk } from './disk.ts';
import { raidTypeOf } from './disks.ts';
import { volumeIOPS } from './io.ts';
import { storage } from './layout.ts';
import { mailboxes, mailboxesPerDag } from './mailboxes.ts';
import type { Plan, Site } from './plan.ts';
import { dataVolumesPerServer, volumeSize } from './volumes.ts';

type Check = (plan: Plan) => readonly (Problem | undefined)[];

const { limits } = sizingCatalog;

/** What the inputs alone contradict each other in. */
const ofInputs: readonly Check[] = [
  noMailboxes,
  noQuota,
  tooManyMembers,
  wrongSplit,
  emptyDatacenter,
  tooFewServers,
  unequal,
  tooLate,
  oddDags,
  wrongShares,
  separateRoles,
  oddHalf,
  slowDisk,
];
/** What only the figures show. */
const ofFigures: readonly Check[] = [parityOnSlowDisks, tooManyCopies, tooFewVolumes, doesNotFit];

/**
 * Requirements that contradict themselves or what Exchange allows: each problem with its field and the limit. What is not stated contradicts
 * nothing. Under parity the workbook's own tests alone count.
 */
export function contradictions(plan: Plan): Problem[] {
  const found = (checks: readonly Check[]): Problem[] =>
    distinct(checks.flatMap((check) => whereStated(check, plan) ?? []).flatMap((problem) => problem ?? []));
  const inputs = found(ofInputs);
  return inputs.length > 0 ? inputs : found(ofFigures);
}

/** What both datacenters have is told once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.path} ${one.message}`, one])).values()];
}

function problem(path: string, message: string, expected: string, found: unknown): Problem {
  return { path, message, expected, found: typeof found === 'string' ? found : excerpt(found) };
}

function noMailboxes(plan: Plan): (Problem | undefined)[] {
  if (mailboxes(plan).value > 0) return [];
  return [problem('/mailboxTiers', 'There are no mailboxes.', 'at least one mailbox', 0)];
}

function noQuota(plan: Plan): (Problem | undefined)[] {
  return plan.tiers.map(({ fields, name }) => {
    const quota = fields.find('quotaMB');
    const count = fields.find('mailboxes');
    if (quota?.value !== 0 || count?.value === 0) return undefined;
    return problem(
      fields.pathOf('quotaMB'),
      `The mailboxes of ${name} have no quota, so that nothing bounds their size.`,
      'more than 0 MB',
      0,
    );
  });
}

function tooManyMembers(plan: Plan): (Problem | undefined)[] {
  const most = Math.floor(limits.serversPerDag / plan.sites.length);
  const { value } = plan.servers;
  if (value <= most) return [];
  return [
    problem(
      '/serversPerDatacenter',
      `A DAG has at most ${limits.serversPerDag} members (facts B7.1).`,
      `at most ${counted(most, 'server')} in each datacenter`,
      value,
    ),
  ];
}

/** Copies in the second datacenter that there are not, or none at home. */
function wrongSplit(plan: Plan): (Problem | undefined)[] {
  const all = plan.copies.get('highlyAvailable').value;
  const lagged = plan.copies.get('lagged').value;
  const mostLagged = plan.siteResilient ? lagged : 0;
  const mostAway = plan.siteResilient ? all - 1 : 0;
  return [
    highlyAvailableAtHome(plan).value >= all - mostAway
      ? undefined
      : problem(
          plan.copies.pathOf('highlyAvailableInSecondDatacenter'),
          plan.siteResilient
            ? `Of ${counted(all, 'highly available copy', 'highly available copies')} one at least stays in the home datacenter.`
            : 'There is no second datacenter.',
          `at most ${mostAway}`,
          all - highlyAvailableAtHome(plan).value,
        ),
    laggedAway(plan).value <= mostLagged
      ? undefined
      : problem(
          plan.copies.pathOf('laggedInSecondDatacenter'),
          plan.siteResilient
            ? 'More lagged copies are away from home than there are.'
            : 'There is no second datacenter.',
          `at most ${mostLagged}`,
          laggedAway(plan).value,
        ),
  ];
}

/** Servers in the second datacenter, but nothing on them. */
function emptyDatacenter(plan: Plan): (Problem | undefined)[] {
  if (plan.parity || !plan.siteResilient || copiesAway(plan).value > 0) return [];
  return [
    problem(
      '/copies',
      'No copy of a database stands in the second datacenter.',
      'at least one there, or one datacenter',
      0,
    ),
  ];
}

function tooFewServers(plan: Plan): (Problem | undefined)[] {
  const { value: servers } = plan.servers;
  const most = Math.max(copiesAtHome(plan).value, copiesAway(plan).value);
  if (most <= servers) return [];
  return [
    problem(
      '/serversPerDatacenter',
      `${counted(most, 'copy', 'copies')} of a database in one datacenter need as many servers there.`,
      `at least ${counted(most, 'server')}, or fewer copies`,
      servers,
    ),
  ];
}

function unequal(plan: Plan): (Problem | undefined)[] {
  const home = copiesAtHome(plan).value;
  const away = copiesAway(plan).value;
  if (!plan.activeInBoth || home === away || wrongSplit(plan).some(Boolean)) return [];
  return [
    problem(
      '/copies',
      'A DAG that is active in both datacenters has as many copies of a database in either.',
      'the same number in both datacenters',
      `${home} and ${away}`,
    ),
  ];
}

function tooLate(plan: Plan): (Problem | undefined)[] {
  if (plan.copies.get('lagged').value === 0) return [];
  return (['replayLagHours', 'truncationLagHours'] as const).map((key) => {
    const { value } = plan.root.get(key);
    if (value <= limits.lagHours) return undefined;
    return problem(
      `/${key}`,
      'A copy lags at most 14 days behind (facts A7.3).',
      `at most ${limits.lagHours} hours`,
      value,
    );
  });
}

/** DAGs that are active in turn come in pairs. */
function oddDags(plan: Plan): (Problem | undefined)[] {
  const { value } = plan.dags;
  if (plan.distribution !== 'activeActiveSeveralDags' || value % 2 === 0) return [];
  return [
    problem(
      '/dags',
      'Half of the DAGs are active in either datacenter, so that their number is even.',
      'an even number',
      value,
    ),
  ];
}

function wrongShares({ stated }: Plan): (Problem | undefined)[] {
  const share = stated.replication?.hourlyLogShare;
  if (!share) return [];
  const sum = share.reduce((all, part) => all + part, 0);
  if (Math.abs(sum - 1) < 1e-3) return [];
  return [
    problem(
      '/replication/hourlyLogShare',
      'The hourly shares of the logs do not add up to a day.',
      'a sum of 1',
      formatNumber(sum),
    ),
  ];
}

function separateRoles(plan: Plan): (Problem | undefined)[] {
  const version = plan.version.value;
  if (plan.exchange.get('multiRole').value || sizingCatalog.versions[version].separateClientAccess) return [];
  return [
    problem(
      '/exchange/multiRole',
      `Exchange ${version} has no servers for client access alone.`,
      'true, or Exchange 2013',
      false,
    ),
  ];
}

function oddHalf(plan: Plan): (Problem | undefined)[] {
  const copies = copiesPerDatabase(plan).value;
  if (plan.parity || plan.databases.get('perVolume').value === 'copies' || copies % 2 === 0) return [];
  return [
    problem(
      plan.databases.pathOf('perVolume'),
      `Half of ${copies} copies is no whole number of databases.`,
      '"copies", or an even number of copies',
      'halfTheCopies',
    ),
  ];
}

/** A disk that sustains not even two mailboxes, where their number is reckoned from it. */
function slowDisk(plan: Plan): (Problem | undefined)[] {
  if (mailboxesPerDatabaseByIO(plan)?.value !== 0) return [];
  const slowest = Math.min(...plan.sites.map((site) => diskIOPSOf(site).value));
  const iops = (2 * iopsPerDag(plan).value) / mailboxesPerDag(plan).value;
  return [
    problem(
      '/hardware/dataDisk',
      'A disk does not sustain the I/O of two mailboxes.',
      `at least ${formatNumber(iops)} IOPS`,
      `${formatNumber(slowest)} IOPS`,
    ),
  ];
}

function parityOnSlowDisks(plan: Plan): (Problem | undefined)[] {
  const slowest = sizingCatalog.io.parityRaidAboveRpm;
  return plan.sites.map((site) => {
    const type = raidTypeOf(site);
    const rpm = site.dataDisk.find('rpm')?.value;
    if (type.value === 'RAID10' || storage(site).value === 'JBOD') return undefined;
    if (rpm === undefined || rpm === 0 || rpm > slowest) return undefined;
    return problem(
      type.source ?? '',
      `${type.value} is too slow on disks of ${formatNumber(rpm)} RPM.`,
      `RAID10, or disks of more than ${formatNumber(slowest)} RPM`,
      type.value,
    );
  });
}

function tooManyCopies(plan: Plan): (Problem | undefined)[] {
  const edition = plan.exchange.get('edition').value;
  const most = limits.copiesPerServer[edition];
  const worst = Math.max(...plan.sites.map((site) => copiesPerServer(site).value));
  if (worst <= most) return [];
  const asked = plan.databases.states('count');
  const databases = databasesPerDag(plan).value;
  return [
    problem(
      asked ? plan.databases.pathOf('count') : '/serversPerDatacenter',
      `${counted(databases, 'database')} in a DAG make ${formatNumber(worst)} copies on a server; the ${edition} edition has at most ${most} (facts B7.2).`,
      asked ? 'fewer databases' : 'more servers, more DAGs or larger disks',
      asked ? databases : plan.servers.value,
    ),
  ];
}

function tooFewVolumes(plan: Plan): (Problem | undefined)[] {
  const fixed = plan.storage.find('dataVolumesPerServer');
  if (!fixed) return [];
  const needed = Math.max(...plan.sites.map((site) => dataVolumesPerServer(site).value));
  if (fixed.value >= needed) return [];
  return [
    problem(
      plan.storage.pathOf('dataVolumesPerServer'),
      'The copies on a server do not fit so few volumes.',
      `at least ${needed}`,
      fixed.value,
    ),
  ];
}

/** A number of databases that was asked for and is too small. */
function doesNotFit(plan: Plan): (Problem | undefined)[] {
  if (plan.parity) return [];
  const path = plan.databases.states('count') ? plan.databases.pathOf('count') : '/hardware/dataDisk';
  const size = databaseSize(plan).value;
  const largest = maximumDatabaseSize(plan).value;
  if (size > largest * tolerance && plan.databases.states('count')) {
    return [
      problem(
        path,
        `A database would have ${formatNumber(size)} GB.`,
        `at most ${formatNumber(largest)} GB, with more databases`,
        databasesPerDag(plan).value,
      ),
    ];
  }
  return plan.sites.flatMap((site) => (storage(site).value === 'JBOD' ? onDisk(plan, site, path) : []));
}

function onDisk(plan: Plan, site: Site, path: string): Problem[] {
  const needed = volumeSize(plan).value;
  const disk = formattedDisk(site).value;
  const iops = volumeIOPS(plan).value;
  const sustained = diskIOPSOf(site).value;
  return [
    ...(needed > disk * tolerance
      ? [
          problem(
            path,
            `A data volume needs ${formatNumber(needed)} GB.`,
            `at most ${formatNumber(disk)} GB, what a formatted disk holds`,
            `${formatNumber(needed)} GB`,
          ),
        ]
      : []),
    ...(iops > sustained * tolerance
      ? [
          problem(
            path,
            `The copies on a disk need ${formatNumber(iops)} IOPS.`,
            `at most ${formatNumber(sustained)} IOPS, what a disk sustains`,
            `${formatNumber(iops)} IOPS`,
          ),
        ]
      : []),
  ];
}

/** What decimal fractions lose in binary. */
const tolerance = 1 + 1e-9;

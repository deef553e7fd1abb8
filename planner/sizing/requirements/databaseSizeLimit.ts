import { sizingCatalog } from '../catalog.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { roundUp } from '../rounding.ts';
import { calculator } from '../source.ts';
import { maximumDatabaseSizeGB } from '../volume.ts';
import { copiesPerDatabase } from './copies.ts';
import { databaseContentPerDag } from './demand.ts';
import { formattedDisk } from './disk.ts';
import { databasesPerVolume, storage } from './layout.ts';
import { logContentPerDag } from './logDemand.ts';
import type { Plan } from './plan.ts';

const source = calculator('A5');
const { volume } = sizingCatalog;

/** Whether the number of databases is found as the calculator does. */
export function countsAsCalculator(plan: Plan): boolean {
  return plan.parity || plan.databases.get('countRule').value === 'calculator';
}

/** Log space as a share of the databases that write the logs. */
export const logShare = figure('logShare', (plan: Plan) =>
  formula({
    unit: '1',
    words: 'logs ÷ databases',
    of: { logs: logContentPerDag(plan), databases: databaseContentPerDag(plan) },
    value: ({ logs, databases }) => logs / databases,
    source,
  }),
);

/** The largest database that the storage allows. */
export const calculatedMaximumDatabaseSize = figure('calculatedMaximumDatabaseSize', (plan: Plan) => {
  if (storage(plan.sites[0]).value === 'RAID') return onRaid(plan);
  if (!countsAsCalculator(plan)) return withAllReserves(plan);
  return databasesPerVolume(plan).value > 1 ? severalOnADisk(plan) : oneOnADisk(plan);
});

/** The largest database to plan with: what the storage allows, at most what is asked for. */
export const maximumDatabaseSize = figure('maximumDatabaseSize', (plan: Plan) => {
  const calculated = calculatedMaximumDatabaseSize(plan);
  const largest = plan.sizing.get('maximumDatabaseSizeGB');
  if (plan.parity) {
    return plan.sizing.states('maximumDatabaseSizeGB')
      ? formula({ unit: 'GB', words: 'asked', of: { asked: largest }, value: ({ asked }) => asked, source })
      : formula({ unit: 'GB', words: 'calculated', of: { calculated }, value: (values) => values.calculated, source });
  }
  return formula({
    unit: 'GB',
    words: 'min(calculated, largest to plan)',
    of: { calculated, largestToPlan: largest },
    value: (values) => Math.min(values.calculated, values.largestToPlan),
    source,
  });
});

function onRaid(plan: Plan): Recipe<number> {
  const copies = copiesPerDatabase(plan);
  const { replicatedDatabaseGB, standaloneDatabaseGB } = volume;
  const limit = copies.value > 1 ? replicatedDatabaseGB : standaloneDatabaseGB;
  return formula({
    unit: 'GB',
    words: 'limit',
    of: { limit: given(limit, 'GB', '2,000 with two or more copies, 200 with one (facts A4.19)'), copies },
    value: (values) => values.limit,
    source,
  });
}

/** The volume formula solved for its databases: logs, index, a restore and free space have their room. */
function withAllReserves(plan: Plan): Recipe<number> {
  return formula({
    unit: 'GB',
    words: 'min(disk) × (1 − free) ÷ (databases × (1 + logs) + restore + index × (databases + 1))',
    of: {
      disk: plan.sites.map(formattedDisk),
      free: plan.sizing.get('volumeFreeFraction'),
      databases: databasesPerVolume(plan),
      logs: logShare(plan),
      restore: restoreRoom(plan),
      index: plan.sizing.get('contentIndexFraction'),
    },
    value: ({ disk, free, databases, logs, restore: room, index }) =>
      (Math.min(...disk) * (1 - free)) / (databases * (1 + logs) + room + index * (databases + 1)),
    source: 'Dagwright: the volume formula (facts A5) solved for its databases',
  });
}

/** Several databases to a disk, as the calculator has it: without room for logs and a restore. */
function severalOnADisk(plan: Plan): Recipe<number> {
  // For DAGs that are active in one datacenter each, the workbook forgets that it has halved the databases of a volume.
  const undivided =
    plan.parity &&
    plan.distribution === 'activeActiveSeveralDags' &&
    plan.databases.get('perVolume').value === 'copies';
  return formula({
    unit: 'GB',
    words: 'min(disk) ÷ databases × (1 − free) ÷ (1 + index + index ÷ databases)',
    of: {
      disk: plan.sites.map(formattedDisk),
      databases: undivided ? copiesPerDatabase(plan) : databasesPerVolume(plan),
      free: plan.sizing.get('volumeFreeFraction'),
      index: plan.sizing.get('contentIndexFraction'),
    },
    value: ({ disk, databases, free, index }) =>
      maximumDatabaseSizeGB(Math.min(...disk), databases, { volumeFreeFraction: free, contentIndexFraction: index }),
    source,
  });
}

/** One database to a disk: 2,000 GB on a large one, else the disk without its reserves. */
function oneOnADisk(plan: Plan): Recipe<number> {
  const limits = plan.sites.map((site) => {
    const disk = formattedDisk(site).value;
    const free = plan.sizing.get('volumeFreeFraction').value;
    const large = site.dataDisk.get('capacityGB').value > volume.largeDiskGB;
    return large ? volume.largeDiskDatabaseGB : roundUp((disk * (1 - free)) / volume.oneDatabaseFactor);
  });
  return formula({
    unit: 'GB',
    words: 'min(limit)',
    of: {
      limit: plan.sites.map(({ subject }, i) => ({
        ...given(
          limits[i] ?? 0,
          'GB',
          'disks above 2,500 GB: 2,000; else disk × (1 − free) ÷ 1.4, rounded up (facts A5)',
        ),
        of: subject,
      })),
      disk: plan.sites.map(formattedDisk),
      free: plan.sizing.get('volumeFreeFraction'),
    },
    value: ({ limit }) => Math.min(...limit),
    source,
  });
}

/** Databases for which a data volume keeps room to restore one. */
export function restoreRoom(plan: Plan): Quantity<number> {
  const restore = plan.sizing.get('restoreVolume');
  const room = restore.value ? 0 : volume.restoreRoomFactor;
  return given(room, 'databases', `room to restore one, where there is no restore volume: ${restore.source}`);
}

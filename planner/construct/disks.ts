import { copyOrder } from '../layout/copyOrder.ts';
import { volumeOrder } from '../layout/volumeOrder.ts';
import { peakIOPS } from '../sizing/io.ts';
import { logRetentionDays, logSpaceGB } from '../sizing/logs.ts';
import { volumeSizeGB } from '../sizing/volume.ts';
import { databaseDemand, type Demand } from './demand.ts';
import type { CompleteRequirements } from './requirements.ts';
import type { ServerModel } from './serverModel.ts';
import { databaseCount, exceeds, type Rejection, type Shape } from './shape.ts';

/** Whether the databases of a shape fit their disks, in size and in I/O, with the mailboxes spread evenly. */
export function rejectDisks(
  shape: Shape,
  demand: Demand,
  requirements: CompleteRequirements,
  model: ServerModel,
): Rejection | undefined {
  const databases = databaseCount(shape);
  const { sizeOnDiskMB, logsPerDay, iops } = demand;
  const share = { sizeOnDiskMB: sizeOnDiskMB / databases, logsPerDay: logsPerDay / databases, iops: iops / databases };
  const content = contentOf(share, databases / shape.dags, requirements);
  return rejectVolume(new Array<Content>(copiesOf(requirements)).fill(content), requirements, model);
}

/** The same with whole mailboxes: whether every single volume fits. */
export function rejectWholeDisks(
  shape: Shape,
  requirements: CompleteRequirements,
  model: ServerModel,
): Rejection | undefined {
  const databases = databaseCount(shape);
  const perDag = databases / shape.dags;
  const volumes = databasesByVolume(shape, perDag, copiesOf(requirements));
  const demandOf = databaseDemand(requirements, databases);
  for (let dag = 0; dag < shape.dags; dag++) {
    const contents = Array.from({ length: perDag }, (_, d) =>
      contentOf(demandOf(dag * perDag + d), perDag, requirements),
    );
    for (const held of volumes) {
      const rejection = rejectVolume(
        held.flatMap((d) => contents[d] ?? []),
        requirements,
        model,
      );
      if (rejection) return rejection;
    }
  }
  return undefined;
}

/** What a copy of a database puts on its disk. */
interface Content {
  readonly sizeGB: number;
  readonly logsGB: number;
  readonly iops: number;
}

function contentOf(
  demand: Pick<Demand, 'sizeOnDiskMB' | 'logsPerDay' | 'iops'>,
  databasesPerDag: number,
  { sizing, copies, replayLagHours }: CompleteRequirements,
): Content {
  const overhead = 1 + sizing.dataOverheadFraction;
  const lagDays = copies.lagged > 0 ? replayLagHours / 24 : 0;
  return {
    sizeGB: (demand.sizeOnDiskMB / 1024) * overhead,
    logsGB: logSpaceGB(
      demand.logsPerDay * overhead,
      logRetentionDays(sizing, lagDays),
      demand.sizeOnDiskMB * sizing.mailboxMovesPerWeekFraction * overhead,
    ),
    iops: peakIOPS(demand.iops, sizing.additionalIOPS / databasesPerDag, sizing.ioOverheadFraction),
  };
}

function rejectVolume(
  held: readonly Content[],
  { sizing }: CompleteRequirements,
  { diskGB, diskIOPS }: ServerModel,
): Rejection | undefined {
  const databasesGB = held.map(({ sizeGB }) => sizeGB);
  const largest = Math.max(...databasesGB);
  const { maximumDatabaseSizeGB } = sizing;
  if (exceeds(largest, maximumDatabaseSizeGB)) {
    return { limit: 'databaseSize', needed: largest, available: maximumDatabaseSizeGB };
  }
  const sum = (amount: (content: Content) => number): number =>
    held.reduce((total, content) => total + amount(content), 0);
  const volumeGB = volumeSizeGB({ databasesGB, logsGB: sum(({ logsGB }) => logsGB) }, sizing);
  if (exceeds(volumeGB, diskGB)) return { limit: 'volumeSize', needed: volumeGB, available: diskGB };
  const iops = sum((content) => content.iops);
  return exceeds(iops, diskIOPS) ? { limit: 'diskIOPS', needed: iops, available: diskIOPS } : undefined;
}

/** The databases of a DAG, counted from 0, that share each of its data volumes. */
function databasesByVolume({ serversPerDatacenter }: Shape, databases: number, copies: number): number[][] {
  const rows = copyOrder(serversPerDatacenter, databases, copies);
  const volumes = volumeOrder(rows);
  const held = new Map<string, number[]>();
  rows.forEach((row, d) => {
    row.forEach(({ datacenter, server }, i) => {
      const volume = `${datacenter}/${server}/${volumes[d]?.[i] ?? 0}`;
      const others = held.get(volume);
      if (others) others.push(d);
      else held.set(volume, [d]);
    });
  });
  return [...held.values()];
}

function copiesOf({ copies }: CompleteRequirements): number {
  return copies.highlyAvailable + copies.lagged;
}

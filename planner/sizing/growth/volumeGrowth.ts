import { indexDesign, type PlacedVolume } from '../../design/index.ts';
import type { Design } from '../../design/types.ts';
import { databaseLoads } from '../databaseLoads.ts';
import { sizingOptions, type SizingOptions } from '../options.ts';
import { formattedGB, volumeSizeGB, type VolumeContent } from '../volume.ts';
import { volumeCapacity } from '../volumeDisk.ts';
import { firstMonth, mailboxFactor } from './months.ts';
import type { TierGrowth } from './tierGrowth.ts';

/** The fullest volume at one time. */
export interface Fullest {
  readonly server: string;
  readonly volume: string;
  /** Required size, reserves included, ÷ formatted capacity. */
  readonly share: number;
}

/** How the volumes of a design fill as its mailboxes grow. */
export interface VolumeGrowth {
  /**
   * The fullest volume after so many months.
   * @param bounded whether mailboxes stop at their quotas
   */
  readonly at: (months: number, bounded: boolean) => Fullest;
  /** Months until a volume overflows, 0 for one that does on the first day; undefined where none does in `longestMonths`. */
  readonly overflow: (bounded: boolean) => number | undefined;
}

const weeksPerMonth = 52 / 12;

/**
 * The growth of every volume whose capacity, databases and tiers are known, from the mailboxes' initial size on; undefined where
 * there is none. What a mailbox takes beyond its content is taken for that of a full one from the first day; mailboxes that come
 * later are taken to be as large as those that are there.
 * @param mailboxesPerYear how many more mailboxes there are every year, as a fraction of those of the year before
 */
export function volumeGrowth(
  design: Design,
  tiers: readonly TierGrowth[],
  mailboxesPerYear = 0,
): VolumeGrowth | undefined {
  const growing = new Map(tiers.map((tier) => [tier.tier, tier]));
  const volumes = distinctVolumes(design, growing);
  const [first, ...others] = volumes;
  if (!first) return undefined;
  const at = (months: number, bounded: boolean): Fullest => {
    const missingMB = (tier: string): number => lackingMB(growing.get(tier), months, bounded);
    const factor = mailboxFactor(months, mailboxesPerYear);
    let fullest = first.at(missingMB, factor);
    for (const volume of others) {
      const next = volume.at(missingMB, factor);
      if (next.share > fullest.share) fullest = next;
    }
    return fullest;
  };
  return { at, overflow: (bounded) => firstMonth((months) => at(months, bounded).share > 1) };
}

/** What a mailbox lacks of its quota after so many months, MB; below 0 where it has grown beyond. */
function lackingMB(tier: TierGrowth | undefined, months: number, bounded: boolean): number {
  const { initialMB = 0, quotaMB = 0, perWeekMB = 0 } = tier ?? {};
  const lacking = quotaMB - initialMB - perWeekMB * weeksPerMonth * months;
  return bounded ? Math.max(0, lacking) : lacking;
}

interface GrowingVolume {
  readonly at: (lackingMB: (tier: string) => number, mailboxFactor: number) => Fullest;
}

/** One volume of each kind: those with the same capacity and the same content fill alike. */
function distinctVolumes(design: Design, tiers: ReadonlyMap<string, TierGrowth>): GrowingVolume[] {
  const options = sizingOptions(design);
  const kinds = new Map<string, GrowingVolume>();
  for (const server of indexDesign(design).servers.values()) {
    const restoreVolume = server.volumes.some(({ value }) => value.role === 'restore');
    for (const volume of server.volumes) {
      const rawGB = volumeCapacity(server, volume).value;
      const contents = fullContents(design, volume, tiers);
      if (rawGB === undefined || !contents) continue;
      const kind = JSON.stringify([rawGB, restoreVolume, contents]);
      if (kinds.has(kind)) continue;
      const room = { ...options, restoreVolume };
      const names = { server: server.value.name, volume: volume.value.name };
      kinds.set(kind, {
        at: (lackingMB, factor) => {
          const content = grownContent(contents, lackingMB, factor, options);
          return { ...names, share: volumeSizeGB(content, room) / formattedGB(rawGB) };
        },
      });
    }
  }
  return [...kinds.values()];
}

/** A database when all its mailboxes are full. */
interface FullContent {
  readonly mailboxes: readonly (readonly [tier: string, count: number])[];
  readonly sizeGB: number;
  readonly logsGB: number;
}

/** What stands on a volume; undefined where that, or how a mailbox on it grows, is not known. */
function fullContents(
  design: Design,
  { copies }: PlacedVolume,
  tiers: ReadonlyMap<string, TierGrowth>,
): FullContent[] | undefined {
  const { loads } = databaseLoads(design);
  const contents: FullContent[] = [];
  for (const { database } of copies) {
    const load = loads.get(database.name);
    const mailboxes = Object.entries(database.mailboxes ?? {}).map(([tier, count = 0]) => [tier, count] as const);
    if (load?.logsGB === undefined || mailboxes.some(([tier]) => tiers.get(tier)?.notStated.length !== 0))
      return undefined;
    contents.push({ mailboxes, sizeGB: load.sizeGB, logsGB: load.logsGB });
  }
  return contents.length > 0 ? contents : undefined;
}

function grownContent(
  contents: readonly FullContent[],
  lackingMB: (tier: string) => number,
  factor: number,
  { dataOverheadFraction, mailboxMovesPerWeekFraction }: SizingOptions,
): VolumeContent {
  let logsGB = 0;
  const databasesGB = contents.map((content) => {
    const lacking = content.mailboxes.reduce((sum, [tier, count]) => sum + count * lackingMB(tier), 0);
    const lackingGB = (lacking / 1024) * (1 + dataOverheadFraction);
    logsGB += (content.logsGB - lackingGB * mailboxMovesPerWeekFraction) * factor;
    return (content.sizeGB - lackingGB) * factor;
  });
  return { databasesGB, logsGB };
}

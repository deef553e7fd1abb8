import { counted, formatCount } from '../design/format.ts';
import type { MailboxTier, Requirements } from '../design/types.ts';
import { mostDags } from './ceilings.ts';
import { diskCapacitiesGB, sizingCatalog } from '../sizing/catalog.ts';
import { mailboxSizeOnDiskMB } from '../sizing/mailbox.ts';
import { tierWithDefaults } from '../sizing/options.ts';
import { purchasableMemoryGB } from '../sizing/memory.ts';

/** One input changed to one other value. */
export interface Change {
  readonly requirements: Requirements;
  /** How large the change is, as a share of the value it changes. */
  readonly size: number;
  readonly message: string;
}

/**
 * The smallest change of one input that makes the requirements hold, measured as a share of the value it changes:
 * larger disks, more bays, fewer spare disks, more cores, memory, servers or DAGs, or a lower quota.
 * @param mayHold a quick look; `holds` has the last word
 */
export function smallestRemedy(
  requirements: Requirements,
  mayHold: (changed: Requirements) => boolean,
  holds: (changed: Requirements) => boolean,
): Change | undefined {
  const firsts = inputs(requirements).flatMap((changes) => {
    const first = changes.find((change) => mayHold(change.requirements));
    return first ? [first] : [];
  });
  return firsts.sort((a, b) => a.size - b.size).find((change) => holds(change.requirements));
}

/** For each input its possible changes, smallest first. */
function inputs(requirements: Requirements): Change[][] {
  const { hardware, serversPerDatacenter, dags, sizing } = requirements;
  const spares = sizing?.spareVolumesPerServer ?? 0;
  const version = requirements.exchange?.version ?? '2016';
  const most = sizingCatalog.versions[version];
  const { dataDisk, cores = 0, memoryGB = 0, bays = 0, specIntRate2006 } = hardware ?? {};
  const diskGB = dataDisk?.capacityGB ?? 0;
  const withHardware = (changed: object): Requirements =>
    hardware ? { ...requirements, hardware: { ...hardware, ...changed } } : requirements;
  const change = (from: number, to: number, message: string, changed: Requirements): Change => ({
    requirements: changed,
    size: Math.abs(to - from) / from,
    message,
  });
  return [
    diskCapacitiesGB
      .filter((to) => to > diskGB)
      .map((to) =>
        change(
          diskGB,
          to,
          `Use ${formatCount(to)} GB data disks instead of ${formatCount(diskGB)} GB.`,
          withHardware({ dataDisk: { ...dataDisk, capacityGB: to } }),
        ),
      ),
    range(bays + 1, bays + 48).map((to) =>
      change(bays, to, `Use a server with ${to} drive bays instead of ${bays}.`, withHardware({ bays: to })),
    ),
    range(1, spares - 1)
      .reverse()
      .map((to) =>
        change(spares, to, `Keep ${counted(to, 'spare disk')} in each server instead of ${spares}.`, {
          ...requirements,
          sizing: { ...sizing, spareVolumesPerServer: to },
        }),
      ),
    range(cores + 1, most.cores).map((to) =>
      change(
        cores,
        to,
        `Use a server with ${to} cores instead of ${cores}.`,
        withHardware({
          cores: to,
          ...(specIntRate2006 !== undefined && { specIntRate2006: (specIntRate2006 / cores) * to }),
        }),
      ),
    ),
    memorySizes(memoryGB, most.memoryGB).map((to) =>
      change(
        memoryGB,
        to,
        `Use a server with ${to} GB of memory instead of ${memoryGB} GB.`,
        withHardware({ memoryGB: to }),
      ),
    ),
    typeof serversPerDatacenter !== 'number'
      ? []
      : range(serversPerDatacenter + 1, sizingCatalog.limits.serversPerDag / 2).map((to) =>
          change(
            serversPerDatacenter,
            to,
            `Use ${to} servers per datacenter in each DAG instead of ${serversPerDatacenter}.`,
            { ...requirements, serversPerDatacenter: to },
          ),
        ),
    typeof dags !== 'number'
      ? []
      : range(dags + 1, Math.min(dags + 32, mostDags)).map((to) =>
          change(dags, to, `Use ${to} DAGs instead of ${dags}.`, { ...requirements, dags: to }),
        ),
    quotas(requirements),
  ];
}

/** Lower quotas of the tier that takes most of the disks, in steps of a twentieth. */
function quotas(requirements: Requirements): Change[] {
  const tiers = requirements.mailboxTiers ?? [];
  const largest = tiers.toSorted((a, b) => diskSpace(b) - diskSpace(a))[0];
  if (!largest?.quotaMB) return [];
  const { quotaMB } = largest;
  return range(1, 19).map((step) => {
    const to = Math.floor(quotaMB * (1 - step / 20));
    return {
      requirements: {
        ...requirements,
        mailboxTiers: tiers.map((tier) => (tier === largest ? { ...tier, quotaMB: to } : tier)),
      },
      size: step / 20,
      message: `Lower the quota of ${largest.name} from ${formatCount(quotaMB)} to ${formatCount(to)} MB.`,
    };
  });
}

function diskSpace(stated: MailboxTier): number {
  const { mailboxes = 0, messagesPerDay = 0, quotaMB = 0, ...tier } = tierWithDefaults(stated);
  return mailboxes * mailboxSizeOnDiskMB({ ...tier, messagesPerDay, quotaMB });
}

function memorySizes(from: number, to: number): number[] {
  return [...new Set(range(Math.floor(from) + 1, to).map(purchasableMemoryGB))].filter((size) => size <= to);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

import { formatCount } from '../design/format.ts';
import type { Pointer } from '../design/pointer.ts';
import { plannedMailboxes } from './demand.ts';
import { fieldName, type Fault } from './refusal.ts';
import type { CompleteRequirements } from './requirements.ts';

interface Ceiling {
  readonly path: Pointer;
  readonly what: string;
  readonly most: number;
  readonly count: (requirements: CompleteRequirements) => number | null;
}

/** The most DAGs that a design is planned with. */
export const mostDags = 64;

/** What keeps a design to a size that can be worked with; far above what one organization has. */
const ceilings: readonly Ceiling[] = [
  { path: '/dags', what: 'DAGs', most: mostDags, count: ({ dags }) => dags },
  { path: '/mailboxTiers', what: 'mailbox tiers', most: 100, count: ({ mailboxTiers }) => mailboxTiers.length },
  {
    path: '/mailboxTiers',
    what: 'mailboxes, growth included',
    most: 1_000_000_000,
    count: ({ mailboxTiers }) => mailboxTiers.reduce((sum, tier) => sum + plannedMailboxes(tier), 0),
  },
  {
    path: '/sizing/spareVolumesPerServer',
    what: 'spare disks in each server',
    most: 100,
    count: ({ sizing }) => sizing.spareVolumesPerServer,
  },
  {
    path: '/clients/officeOnlineNodesPerFarm',
    what: 'Office Online Server nodes in each datacenter',
    most: 100,
    count: ({ clients }) => clients.officeOnlineNodesPerFarm,
  },
];

/** The first input that asks for more than a design is planned with. */
export function overCeiling(requirements: CompleteRequirements): Fault | undefined {
  const over = ceilings.find(({ count, most }) => !((count(requirements) ?? 0) <= most));
  if (!over) return undefined;
  const { path, what, most } = over;
  return {
    path,
    message: `The requirements ask for more than ${formatCount(most)} ${what}.`,
    remedy: `Plan ${formatCount(most)} or fewer in one design (${fieldName(path)}).`,
  };
}

import type { Figure } from '../../../planner/sizing/figure.ts';
import { columns } from '../columns.ts';
import type { ById } from './byId.ts';
import { amount } from './quantity.ts';

const costs = [
  ['Mailboxes', 'plannedMailboxes'],
  ['On disk, MB', 'mailboxSizeOnDisk'],
  ['Logs a day', 'logsPerMailbox'],
  ['IOPS', 'iopsPerMailbox'],
  ['Cache, MB', 'cachePerMailbox'],
  ['Megacycles', 'activeMegacycles'],
  ['passive', 'passiveMegacycles'],
  ['Growth, GB/year', 'mailboxGrowthPerYear'],
  ['Months to full', 'monthsToFull'],
] as const;

/** What one mailbox of each tier costs; columns that no tier has are left out. */
export function tiersText(figures: ById): string[] {
  const ofTier = (id: string): readonly Figure[] =>
    (figures.get(id) ?? []).filter(({ subject }) => subject.startsWith('tier:'));
  const tiers = [...new Set(costs.flatMap(([, id]) => ofTier(id).map(({ subject }) => subject)))];
  const shown = costs.filter(([, id]) => ofTier(id).length > 0);
  if (tiers.length === 0) return [];
  const rows = tiers.map((tier) => [
    tier.slice('tier:'.length),
    ...shown.map(([, id]) => {
      const figure = ofTier(id).find(({ subject }) => subject === tier);
      return figure ? amount(figure) : '';
    }),
  ]);
  const header = ['Tier', ...shown.map(([label]) => label)];
  return ['Mailboxes', ...columns([header, ...rows], ['left', ...shown.map(() => 'right' as const)], '  ')];
}

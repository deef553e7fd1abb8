import { figure, formula } from '../formula.ts';
import { calculator } from '../source.ts';
import { whitespace } from './size.ts';
import type { TierScope } from './scope.ts';

const source = calculator('A5');

export const mailboxGrowthPerWeek = figure('mailboxGrowthPerWeek', (tier: TierScope) =>
  formula({
    unit: 'MB/week',
    words: 'whitespace × work days; a day adds the messages of a day',
    of: { whitespace: whitespace(tier), workDays: tier.context.sizing.get('workDaysPerWeek') },
    value: ({ whitespace: day, workDays }) => day * workDays,
    source,
  }),
);

export const mailboxGrowthPerYear = figure('mailboxGrowthPerYear', (tier: TierScope) =>
  formula({
    unit: 'GB/year',
    words: 'a week × 52 ÷ 1,024',
    of: { aWeek: mailboxGrowthPerWeek(tier) },
    value: ({ aWeek }) => (aWeek * 52) / 1024,
    source,
  }),
);

/** When a mailbox of its initial size reaches its quota, everything kept; none where mailboxes do not grow. */
export const monthsToFull = figure('monthsToFull', (tier: TierScope) => {
  const year = mailboxGrowthPerYear(tier);
  if (year.value === 0) return undefined;
  return formula({
    unit: 'months',
    words: 'max(0, quota − initial size) ÷ 1,024 ÷ growth × 12',
    of: { quota: tier.fields.get('quotaMB'), initialSize: tier.fields.get('initialMailboxMB'), growth: year },
    value: ({ quota, initialSize, growth }) => (Math.max(0, quota - initialSize) / 1024 / growth) * 12,
    source: 'Dagwright, from the growth of a mailbox',
  });
});

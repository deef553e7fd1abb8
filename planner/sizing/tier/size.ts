import { sizingCatalog } from '../catalog.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { mailboxSizeOnDiskMB, overheadMB, recoverableItemsMB, recoverableShares, whitespaceMB } from '../mailbox.ts';
import { calculator } from '../source.ts';
import { profileOf, type TierScope } from './scope.ts';

const source = calculator('A5');

/** One day's messages, which a mailbox keeps free in its database. */
export const whitespace = figure('whitespace', ({ fields }: TierScope) =>
  formula({
    unit: 'MB',
    words: 'messages × message size ÷ 1,024',
    of: { messages: fields.get('messagesPerDay'), messageSize: fields.get('averageMessageKB') },
    value: ({ messages, messageSize }) => whitespaceMB(messages, messageSize),
    source,
  }),
);

export const recoverableItems = figure('recoverableItems', (tier: TierScope) =>
  formula({
    unit: 'MB',
    words:
      'min(whitespace × retention + quota × single item recovery + quota × calendar versions, recoverable items quota)',
    of: {
      whitespace: whitespace(tier),
      retention: tier.fields.get('deletedItemRetentionDays'),
      quota: tier.fields.get('quotaMB'),
      ...shares(tier),
    },
    value: ({ quota }) => recoverableItemsMB(profileOf(tier), quota),
    source,
  }),
);

/** What a mailbox takes beyond its quota. */
export const mailboxOverhead = figure('mailboxOverhead', (tier: TierScope) =>
  formula({
    unit: 'MB',
    words: 'whitespace + recoverable items',
    of: { whitespace: whitespace(tier), recoverableItems: recoverableItems(tier) },
    value: () => overheadMB(profileOf(tier), tier.fields.get('quotaMB').value),
    source,
  }),
);

/** What an archive takes beyond its quota: as a mailbox, with all its messages once more. */
export const archiveOverhead = figure('archiveOverhead', (tier: TierScope) => {
  const quota = tier.fields.get('archiveQuotaMB');
  if (quota.value === 0) {
    return formula({ unit: 'MB', words: '0; there is no archive', of: { quota }, value: () => 0, source });
  }
  return formula({
    unit: 'MB',
    words:
      'whitespace + min(whitespace × retention + quota × single item recovery + quota × calendar versions, recoverable items quota)',
    of: {
      whitespace: whitespace(tier),
      retention: tier.fields.get('deletedItemRetentionDays'),
      quota,
      ...shares(tier),
    },
    value: (values) => overheadMB(profileOf(tier), values.quota),
    source,
  });
});

export const mailboxSizeOnDisk = figure('mailboxSizeOnDisk', (tier: TierScope) =>
  formula({
    unit: 'MB',
    words: 'roundup(quota + overhead + archive quota + archive overhead)',
    of: {
      quota: tier.fields.get('quotaMB'),
      overhead: mailboxOverhead(tier),
      archiveQuota: tier.fields.get('archiveQuotaMB'),
      archiveOverhead: archiveOverhead(tier),
    },
    value: () => mailboxSizeOnDiskMB(profileOf(tier)),
    source,
  }),
);

/** The shares of a quota that item recovery and calendar versions take, and the most that they may come to. */
function shares({
  fields,
}: TierScope): Record<'singleItemRecovery' | 'calendarVersions' | 'recoverableItemsQuota', Quantity<number>> {
  const recovery = fields.get('singleItemRecovery');
  const calendar = fields.get('calendarVersioning');
  const { singleItemRecovery, calendarVersions } = recoverableShares({
    singleItemRecovery: recovery.value,
    calendarVersioning: calendar.value,
  });
  return {
    singleItemRecovery: given(singleItemRecovery, '1', `1.2 % of the quota where it is on: ${recovery.source}`),
    calendarVersions: given(calendarVersions, '1', `3 % of the quota where they are kept: ${calendar.source}`),
    recoverableItemsQuota: given(
      sizingCatalog.mailbox.recoverableItemsQuotaMB,
      'MB',
      "Exchange's default quota (facts A5)",
    ),
  };
}

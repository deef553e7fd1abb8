import { pointer } from '../../design/pointer.ts';
import type { Placed } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { MailboxTier } from '../../design/types.ts';
import { megacycleTable, sizingCatalog, type ExchangeVersion } from '../catalog.ts';
import { tierLoad } from '../databaseLoads.ts';
import type { Figure, Operand } from '../figure.ts';
import { messageSizeFactor } from '../logs.ts';
import { recoverableItemsMB, whitespaceMB } from '../mailbox.ts';
import { tierWithDefaults, type SizingOptions } from '../options.ts';
import { calculator, from, given } from './operands.ts';

type TierField = Exclude<keyof MailboxTier, `x-${string}`>;

/**
 * What one mailbox of a tier costs, each figure with its working; none where the tier does not state its profile, and no CPU
 * where the Exchange version is not stated.
 */
export function tierFigures(
  tier: Placed<MailboxTier>,
  options: SizingOptions,
  version: ExchangeVersion | undefined,
): Figure[] {
  const load = tierLoad(tier.value, options, version ?? '2016');
  const { messagesPerDay, quotaMB, ...profile } = tierWithDefaults(tier.value);
  if (!('sizeOnDiskMB' in load) || messagesPerDay === undefined || quotaMB === undefined) return [];
  const at = subject.tier(tier.value.name);
  const field = (name: string, key: TierField, value: Operand['value'], unit: string): Operand =>
    given(name, value, unit, tier.value[key] === undefined ? 'default' : tier.path + pointer(key));
  const messages = field('messages', 'messagesPerDay', messagesPerDay, 'messages/day');
  const size = field('message size', 'averageMessageKB', profile.averageMessageKB, 'KB');
  const quota = field('quota', 'quotaMB', quotaMB, 'MB');
  const factor = given(
    'size factor',
    messageSizeFactor(profile.averageMessageKB),
    '1',
    'message size ÷ 78.947 KB, to the nearest tenth (facts A6)',
  );
  const share = field('share', 'multiplierShare', profile.multiplierShare, '1');
  const whitespace: Figure = {
    id: 'whitespace',
    subject: at,
    value: whitespaceMB(messagesPerDay, profile.averageMessageKB),
    unit: 'MB',
    formula: 'messages × message size ÷ 1,024',
    inputs: [messages, size],
    source: `${calculator} (facts A5)`,
  };
  const recoverable: Figure = {
    id: 'recoverableItems',
    subject: at,
    value: recoverableItemsMB({ ...profile, messagesPerDay, quotaMB }, quotaMB),
    unit: 'MB',
    formula: 'whitespace × retention + quota × single item recovery + quota × calendar versions, at most 30,720',
    inputs: [
      from(whitespace, 'whitespace'),
      field('retention', 'deletedItemRetentionDays', profile.deletedItemRetentionDays, 'days'),
      quota,
      field(
        'single item recovery',
        'singleItemRecovery',
        profile.singleItemRecovery ? sizingCatalog.mailbox.singleItemRecoveryFraction : 0,
        '1',
      ),
      field(
        'calendar versions',
        'calendarVersioning',
        profile.calendarVersioning ? sizingCatalog.mailbox.calendarVersioningFraction : 0,
        '1',
      ),
    ],
    source: `${calculator} (facts A5)`,
  };
  const archiveMB = profile.archiveQuotaMB;
  const archive =
    archiveMB > 0
      ? archiveMB + Number(whitespace.value) + recoverableItemsMB({ ...profile, messagesPerDay, quotaMB }, archiveMB)
      : 0;
  const figure = (
    id: string,
    value: number,
    unit: string,
    formula: string,
    inputs: Operand[],
    source: string,
  ): Figure => ({ id, subject: at, value, unit, formula, inputs, source });
  const figures = [
    whitespace,
    recoverable,
    figure(
      'mailboxSizeOnDisk',
      load.sizeOnDiskMB,
      'MB',
      'quota + whitespace + recoverable items + archive, rounded up',
      [
        quota,
        from(whitespace, 'whitespace'),
        from(recoverable, 'recoverable items'),
        given(
          'archive',
          archive,
          'MB',
          'the archive quota with whitespace and recoverable items of its own (facts A5)',
        ),
      ],
      `${calculator} (facts A5)`,
    ),
    figure(
      'logsPerMailbox',
      load.logsPerDay,
      'logs/day',
      'messages × 0.2 × size factor',
      [messages, factor],
      `${calculator} (facts A1, A6)`,
    ),
    figure(
      'iopsPerMailbox',
      load.iops,
      'IOPS',
      'messages × 0.00067 × (share × factor + 1 − share)',
      [messages, share, field('factor', 'iopsMultiplier', profile.iopsMultiplier, '1')],
      `${calculator} (facts A1, A7)`,
    ),
    figure('cachePerMailbox', load.cacheMB, 'MB', 'messages × 0.06', [messages], `${calculator} (facts A1)`),
  ];
  if (version === undefined) return figures;
  const table = megacycleTable(version).source;
  return [
    ...figures,
    figure(
      'activeMegacycles',
      load.activeMegacycles,
      'megacycles',
      'table of active megacycles by messages × (share × factor + 1 − share)',
      [messages, share, field('factor', 'megacycleMultiplier', profile.megacycleMultiplier, '1')],
      table,
    ),
    figure(
      'passiveMegacycles',
      load.passiveMegacycles,
      'megacycles',
      options.megacycleMultiplierAppliesTo === 'activeAndPassive'
        ? 'table of passive megacycles by messages × (share × factor + 1 − share)'
        : 'table of passive megacycles by messages',
      options.megacycleMultiplierAppliesTo === 'activeAndPassive'
        ? [messages, share, field('factor', 'megacycleMultiplier', profile.megacycleMultiplier, '1')]
        : [messages],
      table,
    ),
  ];
}

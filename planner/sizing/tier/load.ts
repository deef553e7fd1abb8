import { sizingCatalog } from '../catalog.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { blendedFactor } from '../cpu.ts';
import { desktopSearchReadFactor, readFraction as readFractionOf } from '../io.ts';
import { logsPerMailboxDay, messageSizeFactor } from '../logs.ts';
import { calculator } from '../source.ts';
import type { TierScope } from './scope.ts';

/** Transaction logs of 1 MB. */
export const logsPerMailbox = figure('logsPerMailbox', ({ fields }: TierScope) => {
  const size = fields.get('averageMessageKB');
  return formula({
    unit: 'logs/day',
    words: 'messages × logs per message × size factor',
    of: {
      messages: fields.get('messagesPerDay'),
      logsPerMessage: given(sizingCatalog.mailbox.logsPerMessage, 'logs', 'facts A1'),
      sizeFactor: given(
        messageSizeFactor(size.value),
        '×',
        `${size.value} KB ÷ 78.947 KB, to the nearest tenth (facts A6): ${size.source}`,
      ),
    },
    value: ({ messages }) => logsPerMailboxDay(messages, size.value),
    source: calculator('A1, A6'),
  });
});

/** The third-party factor on I/O, blended over the tier. */
export const iopsFactor = figure('iopsFactor', ({ fields }: TierScope) =>
  formula({
    unit: '×',
    words: 'share × factor + 1 − share',
    of: { share: fields.get('multiplierShare'), factor: fields.get('iopsMultiplier') },
    value: ({ share, factor }) => blendedFactor(factor, share),
    source: calculator('A2'),
  }),
);

export const iopsPerMailbox = figure('iopsPerMailbox', (tier: TierScope) => {
  const measured = tier.fields.find('measuredIOPS');
  if (measured) {
    return formula({
      unit: 'IOPS',
      words: 'measured × factor',
      of: { measured, factor: iopsFactor(tier) },
      value: ({ measured: iops, factor }) => iops * factor,
      source: calculator('A7'),
    });
  }
  return formula({
    unit: 'IOPS',
    words: 'messages × per message × factor × (1 − reads + reads × search reads)',
    of: {
      messages: tier.fields.get('messagesPerDay'),
      perMessage: given(sizingCatalog.mailbox.iopsPerMessage, 'IOPS', 'facts A1'),
      factor: iopsFactor(tier),
      reads: predictedReads(tier),
      searchReads: searchReads(tier),
    },
    value: ({ messages, perMessage, factor, reads, searchReads: search }) =>
      messages * perMessage * factor * (1 - reads + reads * search),
    source: calculator('A1, A7'),
  });
});

/** Reads as a share of a mailbox's I/O. */
export const readFraction = figure('readFraction', (tier: TierScope) => {
  const measured = tier.fields.states('measuredIOPS') ? tier.fields.find('measuredReadFraction') : undefined;
  if (measured) {
    return formula({
      unit: '1',
      words: 'measured',
      of: { measured },
      value: (values) => values.measured,
      source: 'Measured',
    });
  }
  return formula({
    unit: '1',
    words: 'reads × search reads ÷ (1 − reads + reads × search reads)',
    of: { reads: predictedReads(tier), searchReads: searchReads(tier) },
    value: ({ reads, searchReads: search }) => (reads * search) / (1 - reads + reads * search),
    source: calculator('A7'),
  });
});

export const cachePerMailbox = figure('cachePerMailbox', ({ fields }: TierScope) =>
  formula({
    unit: 'MB',
    words: 'messages × cache per message',
    of: {
      messages: fields.get('messagesPerDay'),
      cachePerMessage: given(sizingCatalog.mailbox.cacheMBPerMessage, 'MB', 'facts A1'),
    },
    value: ({ messages, cachePerMessage }) => messages * cachePerMessage,
    source: calculator('A1'),
  }),
);

/** Reads as a share of a mailbox's I/O before desktop search adds its own. */
function predictedReads({ fields, context }: TierScope): Quantity<number> {
  const messages = fields.get('messagesPerDay');
  const rule = context.replicated
    ? '0.6 up to 250 messages a day, else 0.5'
    : 'a single copy, 0.5 up to 250 messages a day, else 0.4';
  return given(readFractionOf(messages.value, context.replicated), '1', `${rule} (facts A7): ${messages.source}`);
}

/** How many times the reads desktop search causes. */
function searchReads({ fields }: TierScope): Quantity<number> {
  const search = fields.get('desktopSearch');
  if (!search.value) return given(1, '×', `no desktop search in online mode: ${search.source}`);
  const quota = fields.get('quotaMB');
  const rule = 'quota ÷ 170.67 MB, to the nearest half, from 128 MB up (facts A7)';
  return given(desktopSearchReadFactor(quota.value), '×', `${rule}: ${quota.source}`);
}

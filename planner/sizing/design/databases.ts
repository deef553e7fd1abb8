import { peakIOPS } from '../io.ts';
import { longestLagDays } from '../lag.ts';
import { logSpaceGB } from '../logs.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula, once } from '../formula.ts';
import { retention } from '../recipes/logRetention.ts';
import { calculator } from '../source.ts';
import { iopsPerMailbox, logsPerMailbox } from '../tier/load.ts';
import { mailboxSizeOnDisk } from '../tier/size.ts';
import type { DatabaseScope, Sheet } from './sheet.ts';
import { costsOf, weigh } from './sums.ts';

// What one database holds and costs on each of its copies. Those whose mailboxes are not stated have no figures.

export const databaseSize = figure('databaseSize', (database: DatabaseScope) => {
  if (!database.load) return undefined;
  const { sheet } = database;
  const mailboxes = mailboxesOf(database);
  return formula({
    unit: 'GB',
    words: 'Σ(mailboxes × size on disk) ÷ 1,024 × (1 + overhead)',
    of: { mailboxes, sizeOnDisk: costsOf(sheet, mailboxes, mailboxSizeOnDisk), overhead: overhead(sheet) },
    value: (values) => (weigh(values.mailboxes, values.sizeOnDisk) / 1024) * (1 + values.overhead),
    source: calculator('A5'),
  });
});

export const databaseLogs = figure('databaseLogs', (database: DatabaseScope) => {
  if (!database.load) return undefined;
  const { sheet } = database;
  const mailboxes = mailboxesOf(database);
  return formula({
    unit: 'logs/day',
    words: 'Σ(mailboxes × logs) × (1 + overhead)',
    of: { mailboxes, logs: costsOf(sheet, mailboxes, logsPerMailbox), overhead: overhead(sheet) },
    value: (values) => weigh(values.mailboxes, values.logs) * (1 + values.overhead),
    source: calculator('A6'),
  });
});

/** Logs that moved mailboxes write in a week: 1 MB each. */
export const moveLogsPerWeek = figure('moveLogsPerWeek', (database: DatabaseScope) => {
  if (!database.load) return undefined;
  const { sheet } = database;
  const mailboxes = mailboxesOf(database);
  return formula({
    unit: 'logs/week',
    words: 'Σ(mailboxes × size on disk) × moves × (1 + overhead)',
    of: {
      mailboxes,
      sizeOnDisk: costsOf(sheet, mailboxes, mailboxSizeOnDisk),
      moves: sheet.sizing.get('mailboxMovesPerWeekFraction'),
      overhead: overhead(sheet),
    },
    value: (values) => weigh(values.mailboxes, values.sizeOnDisk) * values.moves * (1 + values.overhead),
    source: calculator('A6'),
  });
});

/** Days of logs that each copy keeps; absent where a copy does not state its lag. */
export const logRetentionDays = figure('logRetentionDays', ({ sheet, placed }: DatabaseScope) => {
  const lag = longestLagDays(placed.value);
  if (lag === undefined) return undefined;
  return retention(
    sheet.sizing,
    given(lag, 'days', `the longest replay lag and truncation lag of ${placed.path}/copies`),
  );
});

/** Room for logs on each copy. */
export const logSpace = figure('logSpace', (database: DatabaseScope) => {
  const logs = databaseLogs(database);
  const days = logRetentionDays(database);
  const moveLogs = moveLogsPerWeek(database);
  if (!logs || !days || !moveLogs) return undefined;
  return formula({
    unit: 'GB',
    words: '(logs × days + move logs) ÷ 1,024',
    of: { logs, days, moveLogs },
    value: (values) => logSpaceGB(values.logs, values.days, values.moveLogs),
    source: calculator('A6'),
  });
});

/** Peak random I/O of each copy; passive ones count as the active one. */
export const databaseIOPS = figure('databaseIOPS', (database: DatabaseScope) => {
  if (!database.load) return undefined;
  const { sheet, placed } = database;
  const mailboxes = mailboxesOf(database);
  return formula({
    unit: 'IOPS',
    words: '(Σ(mailboxes × IOPS) + additional ÷ databases) × (1 + I/O overhead)',
    of: {
      mailboxes,
      IOPS: costsOf(sheet, mailboxes, iopsPerMailbox),
      additional: sheet.sizing.get('additionalIOPS'),
      databases: given(placed.dag.databases?.length ?? 1, 'databases', 'of the DAG, which share it'),
      ioOverhead: sheet.sizing.get('ioOverheadFraction'),
    },
    value: (values) =>
      peakIOPS(weigh(values.mailboxes, values.IOPS), values.additional / values.databases, values.ioOverhead),
    source: calculator('A7'),
  });
});

/** How many it holds of each tier. */
const mailboxesOf = once(({ placed }: DatabaseScope) => {
  const path = `${placed.path}/mailboxes`;
  return Object.entries(placed.value.mailboxes ?? {}).map(([tier, count]) =>
    given(count ?? 0, 'mailboxes', path, tier),
  );
});

function overhead({ sizing }: Sheet): Quantity<number> {
  return sizing.get('dataOverheadFraction');
}

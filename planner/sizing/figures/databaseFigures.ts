import type { PlacedDatabase } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { DatabaseLoad } from '../databaseLoads.ts';
import type { Figure, Operand } from '../figure.ts';
import { logRetentionDays } from '../logs.ts';
import type { SizingOptions } from '../options.ts';
import { calculator, from, given } from './operands.ts';

/** What one database holds and costs on each of its copies. @param tiers the tiers' figures */
export function databaseFigures(
  database: PlacedDatabase,
  load: DatabaseLoad,
  options: SizingOptions,
  tiers: readonly Figure[],
): Figure[] {
  const at = subject.database(load.database);
  const counts = Object.entries(database.value.mailboxes ?? {}).map(([tier, count]) => ({ tier, count: count ?? 0 }));
  const perTier = (id: string, what: string): Operand[] =>
    counts.flatMap(({ tier, count }) => {
      const figure = tiers.find((candidate) => candidate.id === id && candidate.subject === subject.tier(tier));
      const mailboxes = given(`mailboxes of ${tier}`, count, 'mailboxes', `${database.path}/mailboxes`);
      return figure ? [mailboxes, from(figure, `${what} of ${tier}`)] : [mailboxes];
    });
  const option = (name: string, key: 'dataOverheadFraction' | 'ioOverheadFraction', unit: string): Operand =>
    given(name, options[key], unit, `/sizing/${key}`);
  const overhead = option('overhead', 'dataOverheadFraction', '1');
  const logs: Figure = {
    id: 'databaseLogs',
    subject: at,
    value: load.logsPerDay,
    unit: 'logs/day',
    formula: 'Σ mailboxes × logs × (1 + overhead)',
    inputs: [...perTier('logsPerMailbox', 'logs'), overhead],
    source: `${calculator} (facts A6)`,
  };
  const lagDays =
    Math.max(
      0,
      ...(database.value.copies ?? []).map((copy) => (copy.replayLagHours ?? 0) + (copy.truncationLagHours ?? 0)),
    ) / 24;
  return [
    {
      id: 'databaseSize',
      subject: at,
      value: load.sizeGB,
      unit: 'GB',
      formula: 'Σ mailboxes × size on disk ÷ 1,024 × (1 + overhead)',
      inputs: [...perTier('mailboxSizeOnDisk', 'size on disk'), overhead],
      source: `${calculator} (facts A5)`,
    },
    logs,
    {
      id: 'logSpace',
      subject: at,
      value: load.logsGB,
      unit: 'GB',
      formula: '(logs × days + move logs) ÷ 1,024',
      inputs: [
        from(logs, 'logs'),
        given(
          'days',
          logRetentionDays(options, lagDays),
          'days',
          'the largest of tolerance, network outage and lag, at least 1 (facts A6)',
        ),
        given('move logs', load.moveLogsPerWeek, 'logs', 'mailboxes moved in a week × their size (facts A6)'),
      ],
      source: `${calculator} (facts A6)`,
    },
    {
      id: 'databaseIOPS',
      subject: at,
      value: load.iops,
      unit: 'IOPS',
      formula: '(Σ mailboxes × IOPS + additional) × (1 + I/O overhead)',
      inputs: [
        ...perTier('iopsPerMailbox', 'IOPS'),
        given(
          'additional',
          options.additionalIOPS / (database.dag.databases?.length ?? 1),
          'IOPS',
          '/sizing/additionalIOPS, shared by the databases of the DAG',
        ),
        option('I/O overhead', 'ioOverheadFraction', '1'),
      ],
      source: `${calculator} (facts A7)`,
    },
  ];
}

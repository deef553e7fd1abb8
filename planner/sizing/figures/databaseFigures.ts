import type { PlacedDatabase } from '../../design/index.ts';
import { subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import type { DatabaseLoad } from '../databaseLoads.ts';
import type { Figure, Operand } from '../figure.ts';
import { longestLagDays } from '../lag.ts';
import { logRetentionDays } from '../logs.ts';
import { sizingOptions } from '../options.ts';
import { calculator, from, given, sizingOperand } from './operands.ts';

/** What one database holds and costs on each of its copies. @param tiers the tiers' figures */
export function databaseFigures(
  design: Design,
  database: PlacedDatabase,
  load: DatabaseLoad,
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
  const overhead = sizingOperand(design, 'overhead', 'dataOverheadFraction', '1');
  const logs: Figure = {
    id: 'databaseLogs',
    subject: at,
    value: load.logsPerDay,
    unit: 'logs/day',
    formula: 'Σ mailboxes × logs × (1 + overhead)',
    inputs: [...perTier('logsPerMailbox', 'logs'), overhead],
    source: `${calculator} (facts A6)`,
  };
  const additional = sizingOperand(design, 'additional', 'additionalIOPS', 'IOPS');
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
    ...logSpace(design, database, load, logs),
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
          Number(additional.value) / (database.dag.databases?.length ?? 1),
          'IOPS',
          `${additional.source}, shared by the databases of the DAG`,
        ),
        sizingOperand(design, 'I/O overhead', 'ioOverheadFraction', '1'),
      ],
      source: `${calculator} (facts A7)`,
    },
  ];
}

/** Room for logs; none where a copy does not state its lag. */
function logSpace(design: Design, { value }: PlacedDatabase, load: DatabaseLoad, logs: Figure): Figure[] {
  const lagDays = longestLagDays(value);
  if (load.logsGB === undefined || lagDays === undefined) return [];
  return [
    {
      id: 'logSpace',
      subject: logs.subject,
      value: load.logsGB,
      unit: 'GB',
      formula: '(logs × days + move logs) ÷ 1,024',
      inputs: [
        from(logs, 'logs'),
        given(
          'days',
          logRetentionDays(sizingOptions(design), lagDays),
          'days',
          'the largest of tolerance, network outage and lag, at least 1 (facts A6)',
        ),
        given('move logs', load.moveLogsPerWeek, 'logs', 'mailboxes moved in a week × their size (facts A6)'),
      ],
      source: `${calculator} (facts A6)`,
    },
  ];
}

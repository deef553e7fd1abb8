import { formatCount, formatNumber, formatPercent } from '../numbers/format.ts';
import { memoryText } from '../numbers/storage.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import type { PlayedFailures } from '../../planner/diagram/index.ts';
import type { ServerOutcome } from '../../planner/simulate/survivors/index.ts';
import { describe, type Description } from '../topology/describe.ts';

/** What failures have made of a thing, and what a click does to it. */
export function describeFailure(design: Design, played: PlayedFailures, about: Subject): Description | undefined {
  const description = describe(design, [], about);
  if (!description) return undefined;
  const parsed = parseSubject(about);
  const isFailed = played.failed.has(about);
  const rows = parsed?.kind === 'server' ? serverRows(played, parsed.name) : description.rows;
  return {
    ...description,
    rows: [
      ...(isFailed ? [['State', 'failed'] as const] : []),
      ...rows,
      ['Click or F', isFailed ? 'heals it' : 'fails it'],
    ],
  };
}

function serverRows({ outcome, before }: PlayedFailures, name: string): Description['rows'] {
  const s = outcome.servers.findIndex((server) => server.name === name);
  const now = outcome.servers[s];
  const was = before.servers[s];
  if (!now) return [];
  if (!now.up) return [['Active databases', `none, ${formatCount(was?.activeDatabases ?? 0)} before`]];
  const figures: readonly (readonly [string, keyof ServerOutcome, (value: number) => string])[] = [
    ['CPU', 'cpuUtilization', formatPercent],
    ['Active databases', 'activeDatabases', formatCount],
    ['Mailboxes', 'mailboxes', formatCount],
    ['Memory', 'memoryRequiredGB', (value) => memoryText(value)],
    ['I/O', 'iops', (value) => `${formatNumber(value)} IOPS`],
    ['Client connections', 'clientShare', formatPercent],
  ];
  return figures.flatMap(([label, key, format]): [string, string][] => {
    const value = now[key];
    const earlier = was?.[key];
    if (typeof value !== 'number') return [];
    const changed = typeof earlier === 'number' && format(earlier) !== format(value);
    return [[label, changed ? `${format(value)}, ${format(earlier)} before` : format(value)]];
  });
}

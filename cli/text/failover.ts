import { counted, formatCount, formatNumber, formatPercent } from '../../planner/design/format.ts';
import type { Switchover } from '../../planner/simulate/failover/index.ts';
import type { DagOutcome, FailoverOutcome, ServerOutcome } from '../../planner/simulate/survivors/index.ts';
import { columns } from './columns.ts';

/** What was played, the healthy state, and what came of it. */
export interface Played {
  readonly fail: readonly string[];
  readonly atOnce: boolean;
  /** The scenario of the design that is played. */
  readonly scenario?: string;
  readonly before: FailoverOutcome;
  readonly after: FailoverOutcome;
  /** Utilisation above which a server is overloaded, a fraction. */
  readonly cpuLimit: number;
}

/** Failures for people: what fails, the quorum, every server, what each takes over, then how many are lost. */
export function failoverText(played: Played): string {
  const { before, after, cpuLimit } = played;
  return [
    failuresText(played),
    ...after.dags.map(quorumText),
    ...columns(
      [
        ['server', 'active', 'was', 'passive', 'mailboxes', 'CPU', 'memory', 'IOPS', 'clients', ''],
        ...after.servers.map((server, s) => serverRow(server, before.servers[s], cpuLimit)),
      ],
      ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
    ),
    ...movesText(before, after),
    ...after.switchovers.flatMap(switchoverText),
    ...after.pairs.map(
      ({ name, proxiedShare }) =>
        `${name}: ${formatPercent(proxiedShare)} of client traffic goes on to the other datacenter`,
    ),
    summary(after, cpuLimit),
  ].join('\n');
}

function failuresText({ fail, atOnce, scenario }: Played): string {
  if (scenario !== undefined) return `Scenario: ${scenario}`;
  if (fail.length === 0) return 'Nothing fails.';
  return `Fails: ${fail.join(atOnce ? ' and ' : ', then ')}${atOnce && fail.length > 1 ? ', at once' : ''}`;
}

function quorumText({ name, votes, votesNeeded, hasQuorum, partitions }: DagOutcome): string {
  const judged = hasQuorum ? 'has quorum' : 'has lost quorum, all its databases are offline';
  const sides = partitions.map(({ servers, hasQuorum: keeps }) => `${servers.join(' ')} ${keeps ? 'stay' : 'stop'}`);
  const parted = partitions.length > 1 ? `; parted: ${sides.join(' | ')}` : '';
  return `${name} ${judged}: ${counted(votes, 'vote')}, ${formatCount(votesNeeded)} needed${parted}`;
}

function serverRow(server: ServerOutcome, before: ServerOutcome | undefined, cpuLimit: number): string[] {
  const { name, up, activeDatabases, passiveCopies, mailboxes, cpuUtilization, memoryRequiredGB, iops, clientShare } =
    server;
  const figures = [
    formatCount(passiveCopies),
    known(mailboxes, formatCount),
    known(cpuUtilization, formatPercent),
    known(memoryRequiredGB, (value) => `${formatNumber(value)} GB`),
    known(iops, formatCount),
    known(clientShare, formatPercent),
  ];
  const overloaded = isOver(server, cpuLimit) ? `over ${formatPercent(cpuLimit)}` : '';
  return [
    name,
    formatCount(activeDatabases),
    formatCount(before?.activeDatabases ?? 0),
    ...(up ? figures : figures.map(() => '–')),
    up ? overloaded : 'down',
  ];
}

/** A figure, or a question mark where the design does not state what it needs. */
function known(value: number | null, format: (value: number) => string): string {
  return value === null ? '?' : format(value);
}

/** By server the databases that it takes over; those that nobody does. */
function movesText(before: FailoverOutcome, after: FailoverOutcome): string[] {
  const moves = new Map<string, string[]>();
  after.databases.forEach(({ name, activeOn, lagged }, d) => {
    if (activeOn === (before.databases[d]?.activeOn ?? null)) return;
    const to = activeOn === null ? 'Offline' : `To ${activeOn}`;
    moves.set(to, [...(moves.get(to) ?? []), lagged ? `${name} (lagged)` : name]);
  });
  return [...moves].map(([to, names]) => `${to}: ${names.join(' ')}`);
}

/** The steps of a datacenter switchover, numbered, each with its command. */
export function switchoverText({ dag, datacenter, kind, steps }: Switchover): string[] {
  const title = kind === 'switchover' ? `${dag} gives up ${datacenter} by hand:` : `${dag} takes ${datacenter} back:`;
  return [
    title,
    ...steps.flatMap(({ what, command }, i) => [
      `  ${i + 1}. ${what}`,
      ...(command === null ? [] : [`     ${command}`]),
    ]),
  ];
}

function summary({ databases, servers, counts }: FailoverOutcome, cpuLimit: number): string {
  const over = servers.filter((server) => isOver(server, cpuLimit)).length;
  return [
    `${formatCount(counts.offline)} of ${counted(databases.length, 'database')} offline`,
    `${formatCount(counts.laggedOnly)} on a lagged copy only`,
    `${counted(over, 'server')} over ${formatPercent(cpuLimit)}`,
  ].join(', ');
}

function isOver({ up, cpuUtilization }: ServerOutcome, cpuLimit: number): boolean {
  return up && cpuUtilization !== null && cpuUtilization > cpuLimit;
}

import { counted, formatCount, formatNumber } from '../../planner/design/format.ts';
import type { StepKind, TimelineOutcome, TimelineStep } from '../../planner/simulate/timeline/index.ts';
import { columns } from './columns.ts';
import { switchoverText } from './failover.ts';

/** More selectors of a step are counted. */
const mostNamed = 4;
/** So many of the databases that were down longest are listed. */
const mostListed = 10;

const words: Readonly<Record<StepKind, string>> = {
  fail: 'fails',
  recover: 'is back',
  maintenance: 'is taken down for maintenance',
  respond: 'is degraded: a monitoring responder fails its databases over',
  switchover: 'is given up by hand',
  switchback: 'is taken back',
  quorumLost: 'loses quorum',
  quorumRegained: 'has quorum again',
  offline: 'has no copy that mounts',
  mounted: 'is mounted',
  movedBack: 'is back on its preferred copy',
  reseedStarted: 'is being seeded again',
  reseedDone: 'has its copies again',
  spareMissing: 'finds no spare; AutoReseed tries again',
  reseedGivenUp: 'found no spare; the disk waits to be replaced',
  playDownDelayed: 'waits with its play-down: its disk is slow',
  playDownStarted: 'is played down',
  playDownDone: 'has replayed its logs and serves as others do',
  lagBuildsUp: 'lags again, its lag building up',
};

/** A timeline for people: what happens when, what that means for databases, and what the times rest on. */
export function timelineText({ steps, databases, availability, endSeconds, durations, end }: TimelineOutcome): string {
  const down = databases
    .filter(({ downSeconds }) => downSeconds > 0)
    .sort((a, b) => b.downSeconds - a.downSeconds)
    .slice(0, mostListed);
  return [
    ...columns(steps.map(stepRow), ['right', 'left']),
    `${time(endSeconds)}  the end`,
    ...end.switchovers.flatMap(switchoverText),
    availability.worst === null || availability.mean === null
      ? 'No database.'
      : `Databases mounted: ${share(availability.worst)} of the time at worst, ${share(availability.mean)} on average`,
    ...columns(
      down.map(({ name, downSeconds, outages, availability: own }) => [
        name,
        share(own),
        `${length(downSeconds)} in ${counted(outages.length, 'outage')}`,
      ]),
      ['left', 'right', 'left'],
      '    ',
    ),
    'Played with:',
    ...columns(
      durations.map(({ name, value, unit, source }) => [name, `${formatNumber(value)} ${unit}`, source]),
      ['left', 'right', 'left'],
      '    ',
    ),
  ].join('\n');
}

function stepRow({ atSeconds, kind, subjects, seconds }: TimelineStep): string[] {
  const named = subjects.slice(0, mostNamed).join(' ');
  const more = subjects.length - mostNamed;
  const who = more > 0 ? `${named} and ${formatCount(more)} more: each` : named;
  return [
    time(atSeconds),
    `${who} ${words[kind]}${seconds === null ? '' : ` (${subjects.length > 1 ? 'up to ' : ''}${length(seconds)})`}`,
  ];
}

/** Hours, minutes and seconds; tenths of seconds where there are any. */
function time(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const [hours, minutes, rest] = [Math.floor(tenths / 36000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours}:${two(minutes)}:${two(Math.floor(rest))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}

function length(seconds: number): string {
  if (seconds < 120) return `${formatNumber(seconds)} s`;
  if (seconds < 7200) return `${formatNumber(seconds / 60)} min`;
  return `${formatNumber(seconds / 3600)} h`;
}

/** Availability needs more digits than other shares. */
function share(fraction: number): string {
  return `${(Math.floor(fraction * 1e6) / 1e4).toFixed(4)} %`;
}

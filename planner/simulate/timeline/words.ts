import { formatCount, formatNumber } from '../../design/format.ts';
import type { StepKind, TimelineStep } from './steps.ts';

/** More selectors of a step are counted. */
const mostNamed = 4;

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

/** A step as a sentence without its time: "server:EX01 server:EX02 fails (up to 3 min)". */
export function stepText({ kind, subjects, seconds }: TimelineStep): string {
  const named = subjects.slice(0, mostNamed).join(' ');
  const more = subjects.length - mostNamed;
  const who = more > 0 ? `${named} and ${formatCount(more)} more: each` : named;
  return `${who} ${words[kind]}${seconds === null ? '' : ` (${subjects.length > 1 ? 'up to ' : ''}${lengthText(seconds)})`}`;
}

/** Hours, minutes and seconds; tenths of seconds where there are any. */
export function timeText(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const [hours, minutes, rest] = [Math.floor(tenths / 36000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours}:${two(minutes)}:${two(Math.floor(rest))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
}

/** How long something goes on, in the unit that fits. */
export function lengthText(seconds: number): string {
  if (seconds < 120) return `${formatNumber(seconds)} s`;
  if (seconds < 7200) return `${formatNumber(seconds / 60)} min`;
  return `${formatNumber(seconds / 3600)} h`;
}

/** The share of a run in which a database was mounted; it needs more digits than other shares. */
export function mountedText(fraction: number): string {
  return `${(Math.floor(fraction * 1e6) / 1e4).toFixed(4)} %`;
}

import { counted, formatCount, formatNumber } from '../../planner/design/format.ts';
import type {
  LinkLoad,
  LinkOutage,
  PartKind,
  ReplicationOutcome,
  Seeding,
} from '../../planner/simulate/replication/index.ts';
import { columns } from './columns.ts';

/** What was played, and what came of it. */
export interface ReplicationPlayed {
  readonly fail: readonly string[];
  readonly outcome: ReplicationOutcome;
  readonly outages?: readonly LinkOutage[];
  readonly seeding?: Seeding;
}

const partNames: Readonly<Record<PartKind, string>> = {
  logs: 'logs',
  contentIndex: 'content index',
  transport: 'message shadow copies',
  clients: 'proxied clients',
};

/** Replication for people: a row for each direction, its busiest hours, what it is made of; then outages and seeding. */
export function replicationText({ fail, outcome, outages = [], seeding }: ReplicationPlayed): string {
  const { links, laggedCopies } = outcome;
  const longest = Math.max(0, ...laggedCopies.map(({ playDownHours }) => playDownHours));
  return [
    fail.length === 0 ? 'Nothing fails. Mbit/s, hours UTC' : `Fails: ${fail.join(', then ')}. Mbit/s, hours UTC`,
    ...(links.length === 0 ? ['Nothing crosses between datacenters.'] : linksText(links)),
    ...(laggedCopies.length === 0
      ? []
      : [
          `${counted(laggedCopies.length, 'lagged copy', 'lagged copies')}; playing one down takes up to ${time(longest)}`,
        ]),
    ...outages.flatMap(outageText),
    ...(seeding ? seedingText(seeding) : []),
  ].join('\n');
}

function linksText(links: readonly LinkLoad[]): string[] {
  return [
    ...columns(
      [
        ['from', 'to', 'streams', 'peak', 'at', 'required', 'available', ''],
        ...links.map((load) => [
          load.from,
          load.to,
          formatCount(load.streams),
          formatNumber(load.peakMbps),
          clock(load.peakHour),
          formatNumber(load.requiredMbps),
          load.availableMbps === null ? '?' : formatNumber(load.availableMbps),
          judged(load),
        ]),
      ],
      ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'left'],
    ),
    ...links.flatMap((load) => [`${load.from} to ${load.to}: ${partsText(load)}`, `    ${hoursText(load)}`]),
  ];
}

function judged({ peakMbps, requiredMbps, availableMbps }: LinkLoad): string {
  if (availableMbps === null) return 'the bandwidth is not stated';
  if (requiredMbps > availableMbps) return 'misses the recovery point objective';
  return peakMbps > availableMbps ? 'falls behind in the busiest hours' : '';
}

function partsText({ parts, peakHour }: LinkLoad): string {
  return parts
    .map(({ kind, counted: isCounted, hourlyMbps }) =>
      isCounted ? `${partNames[kind]} ${formatNumber(hourlyMbps[peakHour] ?? 0)}` : `${partNames[kind]} not counted`,
    )
    .join(', ');
}

function hoursText({ hourlyMbps }: LinkLoad): string {
  return hourlyMbps.map((mbps, hour) => `${String(hour).padStart(2, '0')}h ${formatNumber(mbps)}`).join('  ');
}

function outageText({ link, hours, startHour, directions, databases, firstFull, findings }: LinkOutage): string[] {
  return [
    `${link} down for ${time(hours)} from ${clock(startHour)}`,
    ...directions.map(({ from, to, backlogMB, catchUpHours, availableMbps }) => {
      const back = catchUpHours === null ? 'never caught up' : `caught up after ${time(catchUpHours)}`;
      return `    ${from} to ${to}: ${formatNumber(backlogMB / 1024)} GB of logs wait; ${availableMbps === null ? 'the bandwidth is not stated' : back}`;
    }),
    `    ${counted(databases.length, 'database')} cannot truncate logs; their copies that are left keep ${formatNumber(databases.reduce((sum, { logsMB }) => sum + logsMB, 0) / 1024)} GB, each its share`,
    ...(firstFull ? [`    ${firstFull.volume} would be full after ${time(firstFull.hours)}`] : []),
    ...findings.map(({ subject, message }) => `    ${subject}: ${message}`),
  ];
}

function seedingText({ selector, copies, notStated, hours }: Seeding): string[] {
  const sources = new Set(copies.flatMap(({ source }) => source ?? []));
  const crossing = copies.filter(({ link }) => link !== null).length;
  const left = copies.filter(({ doneHours }) => doneHours === null).length;
  const size = copies.some(({ sizeGB }) => sizeGB === null)
    ? 'an amount that is not known'
    : `${formatNumber(copies.reduce((sum, { sizeGB }) => sum + (sizeGB ?? 0), 0))} GB`;
  const [first, ...others] = notStated;
  const end =
    first !== undefined
      ? `how long is not known: ${first}${others.length > 0 ? ` and ${formatCount(others.length)} more are` : ' is'} not stated`
      : hours === null
        ? `${formatCount(left)} never done`
        : `done after ${time(hours)}`;
  return [
    `${selector} seeded anew: ${counted(copies.length, 'copy', 'copies')}, ${size} from ${counted(sources.size, 'server')}, ${formatCount(crossing)} across a link; ${end}`,
  ];
}

/** Hours, or days where there are many. */
function time(hours: number): string {
  return hours > 72 ? `${formatNumber(hours / 24)} days` : `${formatNumber(hours)} h`;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

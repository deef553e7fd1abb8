import { formatNumber } from '../../design/format.ts';
import { indexDesign } from '../../design/index.ts';
import { subject, type Subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import { databaseLoads } from '../../sizing/databaseLoads.ts';
import { sizingOptions } from '../../sizing/index.ts';
import { volumeLoads } from '../../sizing/volumeLoads.ts';
import { isLagged, type FailoverEvent } from '../failover/index.ts';
import { linkSubject } from '../failover/selectors.ts';
import type { LinkLoad } from './links.ts';
import { play, type Played, type ReplicationSettings } from './played.ts';
import { inUtc } from './profile.ts';
import { busiestStart, hoursUntil, longestHours, runQueue, type QueuePoint } from './queue.ts';
import { ReplicationError } from './replicationError.ts';
import { loadsOf } from './simulateReplication.ts';
import { crosses, utcOffset, type Stream } from './streams.ts';

/** One direction of a link that was down. */
export interface CatchUp {
  readonly from: string;
  readonly to: string;
  /** Logs of 1 MB that wait when the link comes back, times the copies that lack them. */
  readonly backlogMB: number;
  /** Hours until nothing waits any more; null where the rate is not known or does not do within a year. */
  readonly catchUpHours: number | null;
  readonly availableMbps: number | null;
  /** Mbit that wait, from the start of the outage until nothing does; in between in straight lines. Empty where the rate is not known. */
  readonly curve: readonly QueuePoint[];
}

/** A database whose copies across the link lack logs. */
export interface WaitingDatabase {
  readonly name: string;
  readonly activeOn: string;
  /** Copies that wait. */
  readonly copies: number;
  /** Logs of 1 MB that every copy on the active side keeps until they can be truncated (facts B8.1). */
  readonly logsMB: number;
  /** Hours of outage after which they outgrow the room that is planned for logs; null where that is not known. */
  readonly logRoomHours: number | null;
}

/** A volume that fills up with logs. */
export interface FullVolume {
  readonly volume: Subject;
  /** Hours of outage after which it is full. */
  readonly hours: number;
}

export interface LinkOutage {
  readonly link: Subject;
  readonly hours: number;
  /** The UTC hour at whose beginning it goes down: from there on most is written. */
  readonly startHour: number;
  readonly directions: readonly CatchUp[];
  readonly databases: readonly WaitingDatabase[];
  /** The volume on the active side that is full first, whenever that is; null where none fills or its size is not known. */
  readonly firstFull: FullVolume | null;
  /** What goes wrong within the outage, with what it happens to. */
  readonly findings: readonly { readonly subject: Subject; readonly message: string }[];
}

/**
 * Every link in turn down for some hours: its cut is played, the databases that are active then write logs that the copies across do not
 * get, and when it is back they get them in what the link has left over. Databases stay where they are until then.
 * @throws ReplicationError where the hours are none, or the hourly shares do not add up to a day
 */
export function linkOutages(
  design: Design,
  hours: number,
  events: readonly FailoverEvent[] = [],
  settings: ReplicationSettings = {},
): LinkOutage[] {
  if (!(hours > 0 && hours <= longestHours)) {
    const expected = `more than 0 hours, at most ${formatNumber(longestHours)}`;
    throw new ReplicationError('', 'A link is down for some hours.', expected, formatNumber(hours));
  }
  const before = play(design, events, settings);
  const crossing = before.streams.flat().filter((stream) => stream.reached && crosses(stream));
  const links = new Set(crossing.map((stream) => linkOf(design, stream)));
  return [...links].map((link) =>
    linkOutage(play(design, [...events, { fail: [link] }], settings), link, hours, settings),
  );
}

function linkOf(design: Design, { from = '', to = '' }: Stream): Subject {
  return linkSubject(design, from, to);
}

function linkOutage(cut: Played, link: Subject, hours: number, settings: ReplicationSettings): LinkOutage {
  const { design } = cut;
  const waiting = cut.streams
    .flat()
    .filter((stream) => !stream.reached && crosses(stream) && linkOf(design, stream) === link);
  const hourly = hourlyLogs(cut, waiting);
  const startHour = busiestStart(hourly, hours);
  const databases = waitingDatabases(cut, waiting, startHour, hours);
  const firstFull = firstFullVolume(cut, waiting, startHour);
  return {
    link,
    hours,
    startHour,
    directions: directionsBack(cut, waiting, link, settings).map((load) => catchUp(load, startHour, hours)),
    databases,
    firstFull,
    findings: findingsOf(waiting, databases, firstFull, hours),
  };
}

/** The loads of the link when it is back and the databases are where the cut has left them. */
function directionsBack(
  cut: Played,
  waiting: readonly Stream[],
  link: Subject,
  settings: ReplicationSettings,
): LinkLoad[] {
  const back = new Set(waiting);
  const streams = cut.streams.map((ofDag) =>
    ofDag.map((stream) => (back.has(stream) ? { ...stream, reached: true } : stream)),
  );
  const failed = new Set([...cut.state.failed].filter((one) => one !== link));
  return loadsOf({ ...cut, streams, state: { ...cut.state, failed } }, settings).filter(
    ({ from, to, streams: count }) => count > 0 && linkSubject(cut.design, from, to) === link,
  );
}

function catchUp(load: LinkLoad, startHour: number, hours: number): CatchUp {
  const { from, to, availableMbps, hourlyMbps, hourlyLogsMB } = load;
  const other = otherThanLogs(load);
  const backlogMB = amountIn(hourlyLogsMB, startHour, hours);
  if (availableMbps === null) return { from, to, backlogMB, catchUpHours: null, availableMbps, curve: [] };
  const replicated = hourlyMbps.map((mbps, hour) => mbps - (other[hour] ?? 0));
  const run = runQueue({ hourlyMbps: replicated, otherMbps: other, availableMbps }, startHour, hours);
  return { from, to, backlogMB, catchUpHours: run.catchUpHours, availableMbps, curve: run.curve };
}

/** Mbit/s by hour that cannot wait: messages and clients. */
export function otherThanLogs({ parts, hourlyMbps }: LinkLoad): number[] {
  const rest = parts.filter(({ kind }) => kind === 'transport' || kind === 'clients');
  return hourlyMbps.map((_, hour) => rest.reduce((sum, part) => sum + (part.hourlyMbps[hour] ?? 0), 0));
}

function waitingDatabases(
  cut: Played,
  waiting: readonly Stream[],
  startHour: number,
  hours: number,
): WaitingDatabase[] {
  const { loads } = databaseLoads(cut.design);
  return [...byDatabase(waiting)].flatMap(([name, streams]) => {
    const [stream] = streams;
    if (!stream) return [];
    const hourly = hourlyLogs(cut, [stream]);
    const roomGB = loads.get(name)?.logsGB;
    return {
      name,
      activeOn: stream.source.server,
      copies: streams.length,
      logsMB: amountIn(hourly, startHour, hours),
      logRoomHours: roomGB === undefined ? null : hoursUntil(roomGB * 1024, hourly, startHour),
    };
  });
}

function byDatabase(streams: readonly Stream[]): Map<string, Stream[]> {
  const groups = new Map<string, Stream[]>();
  for (const stream of streams) {
    const group = groups.get(stream.database.name);
    if (group) group.push(stream);
    else groups.set(stream.database.name, [stream]);
  }
  return groups;
}

/** Of the volumes that keep the logs the one that is full first; its databases are as large as planned. */
function firstFullVolume(cut: Played, waiting: readonly Stream[], startHour: number): FullVolume | null {
  const { design, state } = cut;
  const { servers } = indexDesign(design);
  const { loads } = databaseLoads(design);
  const stuck = new Map(waiting.map((stream) => [stream.database.name, stream]));
  const keeping = new Set(
    state.dags
      .flatMap(({ partitions }) => partitions.filter(({ hasQuorum }) => hasQuorum))
      .flatMap((side) => side.servers),
  );
  let first: FullVolume | null = null;
  for (const name of keeping) {
    const server = servers.get(name);
    if (!server) continue;
    const sizes = new Map(volumeLoads(design, server, sizingOptions(design)).loads.map((load) => [load.volume, load]));
    for (const volume of server.volumes) {
      const { contentGB, formattedGB } = sizes.get(volume.value.name) ?? {};
      const held = volume.copies.flatMap(({ database }) => stuck.get(database.name) ?? []);
      if (contentGB === undefined || formattedGB === undefined || held.length === 0) continue;
      const plannedGB = volume.copies.reduce((sum, { database }) => sum + (loads.get(database.name)?.logsGB ?? 0), 0);
      const hours = hoursUntil(
        Math.max(0, formattedGB - contentGB + plannedGB) * 1024,
        hourlyLogs(cut, held),
        startHour,
      );
      if (hours !== null && (first === null || hours < first.hours))
        first = { volume: subject.volume(name, volume.value.name), hours };
    }
  }
  return first;
}

function findingsOf(
  waiting: readonly Stream[],
  databases: readonly WaitingDatabase[],
  firstFull: FullVolume | null,
  hours: number,
): LinkOutage['findings'] {
  const tight = databases
    .filter(({ logRoomHours }) => logRoomHours !== null && logRoomHours < hours)
    .toSorted((a, b) => (a.logRoomHours ?? 0) - (b.logRoomHours ?? 0));
  const outlasted = waiting.filter(({ target }) => isLagged(target) && (target.replayLagHours ?? 0) < hours);
  return [
    ...tight.slice(0, 1).map(({ name, logRoomHours }) => ({
      subject: subject.database(name),
      message: `The logs of ${name}, which cannot be truncated, outgrow the room planned for them after ${formatNumber(logRoomHours ?? 0)} hours${tight.length > 1 ? `; so do those of ${tight.length - 1} more databases in the ${formatNumber(hours)} hours` : ''}.`,
    })),
    ...(firstFull && firstFull.hours < hours
      ? [
          {
            subject: firstFull.volume,
            message: `The volume is full of logs after ${formatNumber(firstFull.hours)} hours; its databases dismount.`,
          },
        ]
      : []),
    ...outlasted.slice(0, 1).map(({ database, target }) => ({
      subject: subject.copy(database.name, target.server),
      message: `The outage outlasts the lag of ${formatNumber(target.replayLagHours ?? 0)} hours: the copy has replayed all that it has${outlasted.length > 1 ? `, and so have ${outlasted.length - 1} more lagged copies` : ''}.`,
    })),
  ];
}

/** Logs of 1 MB by UTC hour, once for each stream. */
export function hourlyLogs(
  { design, shares }: Pick<Played, 'design' | 'shares'>,
  streams: readonly Stream[],
): number[] {
  const byOffset = new Map<number, number>();
  for (const { home, logsPerDay } of streams) {
    const offset = utcOffset(design, home);
    byOffset.set(offset, (byOffset.get(offset) ?? 0) + logsPerDay);
  }
  const hourly = new Array<number>(24).fill(0);
  for (const [offset, logsPerDay] of byOffset) {
    inUtc(shares, offset).forEach((share, hour) => (hourly[hour] = (hourly[hour] ?? 0) + share * logsPerDay));
  }
  return hourly;
}

/** How much comes together in so many hours from a start. */
function amountIn(hourly: readonly number[], startHour: number, hours: number): number {
  let sum = 0;
  for (let passed = 0; passed < hours; passed++)
    sum += (hourly[(startHour + passed) % 24] ?? 0) * Math.min(1, hours - passed);
  return sum;
}

import { indexDesign } from '../../design/index.ts';
import type { Design } from '../../design/types.ts';
import type { TimelineDurations } from '../../../schemas/generated/timeline.ts';

/** A duration, rate or count that a timeline is played with. */
export interface Duration {
  readonly name: DurationName;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

export type DurationName = Exclude<keyof TimelineDurations, `x-${string}`>;

/** Every duration by name. */
export type Durations = Readonly<Record<DurationName, number>>;

interface Definition {
  readonly unit: string;
  readonly source: string;
  readonly value: number | ((design: Design) => number);
}

const heartbeats = 'cluster heartbeats, 1 s each (facts B4.9)';
const autoReseed = 'AutoReseed (facts A9.3)';
const replayLagManager = 'Replay Lag Manager (facts A8.3)';

const definitions: Readonly<Record<DurationName, Definition>> = {
  serverDetectionSeconds: { unit: 's', source: heartbeats, value: (design) => (hasLongHeartbeats(design) ? 10 : 5) },
  siteDetectionSeconds: { unit: 's', source: heartbeats, value: (design) => (hasLongHeartbeats(design) ? 20 : 5) },
  diskDetectionSeconds: { unit: 's', source: 'hung I/O threshold of ESE (facts B7.6)', value: 240 },
  failoverSeconds: {
    unit: 's',
    source: 'assumption: 20 s in Exchange 2013, 33 % less from 2016 (facts B7.5)',
    value: failoverSeconds,
  },
  switchoverSeconds: { unit: 's', source: 'assumption: as a failover (facts B7.5)', value: failoverSeconds },
  reseedStartMinutes: { unit: 'minutes', source: autoReseed, value: 15 },
  reseedResumeTries: { unit: 'tries', source: autoReseed, value: 3 },
  reseedResumeIntervalMinutes: { unit: 'minutes', source: autoReseed, value: 5 },
  spareTries: { unit: 'tries', source: autoReseed, value: 5 },
  spareTryIntervalMinutes: { unit: 'minutes', source: autoReseed, value: 60 },
  seedMBPerSecond: { unit: 'MB/s', source: 'about 20 MB/s from a single source (facts A5.7)', value: 20 },
  playDownCopies: { unit: 'copies', source: replayLagManager, value: 3 },
  playDownAfterHours: { unit: 'hours', source: replayLagManager, value: 24 },
  readLatencyMs: { unit: 'ms', source: 'no figure in the sources', value: 0 },
  playDownLatencyMs: { unit: 'ms', source: 'Set-MailboxDatabaseCopy (facts A8.6)', value: 25 },
  replayLagMaxDelayHours: { unit: 'hours', source: 'ReplayLagMaxDelay (facts A8.7)', value: 24 },
  replayLogsPerSecond: { unit: 'logs/s', source: 'at least 2 logs/s per database (facts A8.8)', value: 2 },
};

/** What a timeline of a design is played with: what it states itself, else the defaults with their sources. */
export function durationsOf(design: Design, stated: TimelineDurations = {}): Duration[] {
  const own = (name: DurationName): number | undefined =>
    name === 'switchoverSeconds' ? (stated.switchoverSeconds ?? stated.failoverSeconds) : stated[name];
  return (Object.keys(definitions) as DurationName[]).map((name) => {
    const { unit, source, value } = definitions[name];
    const given = own(name);
    if (given !== undefined) return { name, value: given, unit, source: 'the timeline' };
    return { name, value: typeof value === 'number' ? value : value(design), unit, source };
  });
}

export function byName(durations: readonly Duration[]): Durations {
  return Object.fromEntries(durations.map(({ name, value }) => [name, value])) as Durations;
}

/** From Windows Server 2016 on; where no release is stated, 2012 R2 is taken as for votes. */
function hasLongHeartbeats(design: Design): boolean {
  return [...indexDesign(design).servers.values()].every(
    ({ value }) => value.operatingSystem === 'WS2016' || value.operatingSystem === 'WS2019',
  );
}

function failoverSeconds({ exchange }: Design): number {
  return exchange?.version === '2013' ? 20 : 13.4;
}

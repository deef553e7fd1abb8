import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dag, Design, ScenarioEvent } from '../../planner/design/types.ts';
import { simulateFailover } from '../../planner/simulate/survivors/index.ts';
import {
  durationsOf,
  eventProblems,
  playTimeline,
  scenarioEvents,
  timelineProblems,
  type TimelineInput,
  type TimelineOutcome,
} from '../../planner/simulate/timeline/index.ts';
import { databaseLoads } from '../../planner/sizing/databaseLoads.ts';
import { randomDag } from './randomDag.ts';

/** One database on each of four servers at home; three highly available copies and a lagged one; a spare on each. */
function fourServers(change: Partial<Dag> = {}): Design {
  const names = ['X1', 'X2', 'X3', 'X4'];
  return {
    format: 'dagwright/1',
    name: 'Four',
    exchange: { version: '2016' },
    datacenters: [{ name: 'A' }, { name: 'W' }],
    mailboxTiers: [{ name: 'T', messagesPerDay: 100, quotaMB: 2048, averageMessageKB: 75 }],
    dags: [
      {
        name: 'D',
        witness: { datacenter: 'W' },
        servers: names.map((name) => ({
          name,
          datacenter: 'A',
          volumes: [
            { name: 'V', role: 'data' },
            { name: 'S', role: 'spare' },
          ],
        })),
        databases: names.map((_, d) => ({
          name: `DB${d + 1}`,
          mailboxes: { T: 100 },
          copies: [0, 1, 2, 3].map((p) => ({
            server: names[(d + p) % 4] ?? '',
            volume: 'V',
            activationPreference: p + 1,
            replayLagHours: p === 3 ? 168 : 0,
          })),
        })),
        ...change,
      },
    ],
  };
}

const event = (atMinutes: number, subject: string, kind: ScenarioEvent['kind'] = 'fail'): ScenarioEvent => ({
  atMinutes,
  kind,
  subject,
});
const played = (events: ScenarioEvent[], more: Partial<TimelineInput> = {}, design = fourServers()): TimelineOutcome =>
  playTimeline(design, { events, ...more });
/** "at kind subjects" of each step, the times rounded to tenths. */
const told = ({ steps }: TimelineOutcome): string[] =>
  steps.map(({ atSeconds, kind, subjects }) => `${Math.round(atSeconds * 10) / 10} ${kind} ${subjects.join(' ')}`);
const outages = ({ databases }: TimelineOutcome, name: string) =>
  databases
    .find((database) => database.name === name)
    ?.outages.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds && Math.round(toSeconds * 10) / 10]);

const load = databaseLoads(fourServers()).loads.get('DB1');
if (!load) throw new Error('The load of the sample is not known.');
/** Seconds to seed one copy at 20 MB/s, and to replay seven days of logs at 2 a second. */
const seedSeconds = (load.sizeGB * 1024) / 20;
const replaySeconds = ((load.logsPerDay + load.moveLogsPerWeek / 7) * 7) / 2;
const HOUR = 3600;

describe('a server that fails and comes back', () => {
  const outcome = played([event(0, 'server:X1'), event(30, 'server:X1', 'recover')]);

  it('is noticed, its database activates, and returns an hour later by a switchover', () => {
    expect(told(outcome)).toEqual([
      '0 fail server:X1',
      '18.4 mounted database:DB1',
      '1800 recover server:X1',
      '3613.4 movedBack database:DB1',
    ]);
    expect(outages(outcome, 'DB1')).toEqual([
      [0, 18.4],
      [HOUR, 3613.4],
    ]);
    expect(outages(outcome, 'DB2')).toEqual([]);
  });

  it('availability is the share of the run in which a database was mounted', () => {
    expect(outcome.endSeconds).toBeCloseTo(3613.4, 6);
    expect(outcome.databases[0]?.downSeconds).toBeCloseTo(31.8, 6);
    expect(outcome.availability.worst).toBeCloseTo(1 - 31.8 / 3613.4, 9);
    expect(outcome.availability.mean).toBeCloseTo(1 - 31.8 / 3613.4 / 4, 9);
    const day = played([event(0, 'server:X1'), event(30, 'server:X1', 'recover')], { untilMinutes: 1440 });
    expect(day.availability.worst).toBeCloseTo(1 - 31.8 / 86400, 9);
  });

  it('databases stay where the DAG never moves them back, and where the interval says later', () => {
    const events = [event(0, 'server:X1'), event(30, 'server:X1', 'recover')];
    const never = played(events, {}, fourServers({ preferenceMoveFrequencyHours: null }));
    expect(never.end.databases[0]?.activeOn).toBe('X2');
    const later = played(events, {}, fourServers({ preferenceMoveFrequencyHours: 8 }));
    expect(told(later).at(-1)).toBe('28813.4 movedBack database:DB1');
  });

  it('a second failure before the first is mounted keeps it down', () => {
    const twice = played([event(0, 'server:X1'), event(0.1, 'server:X2')]);
    expect(outages(twice, 'DB1')).toEqual([[0, 24.4]]);
    expect(outages(twice, 'DB2')).toEqual([[6, 24.4]]);
  });

  it('planned maintenance is not an outage that has to be noticed', () => {
    const planned = played([event(0, 'server:X1', 'maintenance'), event(10, 'server:X1', 'recover')]);
    expect(outages(planned, 'DB1')?.[0]).toEqual([0, 13.4]);
    expect(planned.end.databases[0]?.activeOn).toBe('X1');
  });

  it('what a monitoring responder fails over is down for a switchover', () => {
    const responded = played([event(0, 'server:X1', 'respond')], { untilMinutes: 5 });
    expect(outages(responded, 'DB1')).toEqual([[0, 13.4]]);
    expect(responded.end.servers[0]).toMatchObject({ up: true, activeDatabases: 0 });
  });
});

describe('AutoReseed (facts A9.3, A5.7)', () => {
  const disk = 'disk:X1/V';

  it('seeds the copies of a failed disk on the spare, side by side from their active copies', () => {
    const outcome = played([event(0, disk)]);
    expect(told(outcome)).toEqual([
      '0 fail volume:X1/V',
      '253.4 mounted database:DB1',
      '1800 reseedStarted volume:X1/V',
      `${Math.round((1800 + 2 * seedSeconds) * 10) / 10} reseedDone volume:X1/V`,
      `${Math.round((1800 + 2 * seedSeconds + HOUR + 13.4) * 10) / 10} movedBack database:DB1`,
    ]);
    expect(outcome.end.servers[0]).toMatchObject({ activeDatabases: 1, passiveCopies: 3 });
  });

  it('the spare is used up: the next disk waits until the failed one is replaced', () => {
    const second = played([event(0, disk), event(3000, 'disk:X1/S'), event(6000, disk, 'recover')]);
    const kinds = second.steps.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'reseedDone')).toHaveLength(2);
    expect(second.end.servers[0]).toMatchObject({ activeDatabases: 1, passiveCopies: 3 });
    const left = played([event(0, disk), event(3000, 'disk:X1/S')]);
    expect(left.steps.map(({ kind }) => kind)).toContain('reseedGivenUp');
    expect(left.end.servers[0]).toMatchObject({ activeDatabases: 0, passiveCopies: 0 });
  });

  it('with a failed spare it looks five times, an hour apart, and again when the spare is replaced', () => {
    const events = [event(0, 'disk:X1/S'), event(1, disk)];
    const failed = played(events);
    expect(told(failed).filter((step) => /spare|reseed/.test(step))).toEqual([
      '1860 spareMissing volume:X1/V',
      `${1860 + 4 * HOUR} reseedGivenUp volume:X1/V`,
    ]);
    expect(failed.end.databases[0]?.activeOn).toBe('X2');
    const replaced = played([...events, event(600, 'disk:X1/S', 'recover')]);
    expect(told(replaced)).toContain('37800 reseedStarted volume:X1/V');
    expect(replaced.end.databases[0]?.activeOn).toBe('X1');
  });

  it('a disk that is replaced first is seeded in place, at once', () => {
    const outcome = played([event(0, disk), event(20, disk, 'recover')]);
    expect(told(outcome)).toContain('1200 reseedStarted volume:X1/V');
    expect(told(outcome).filter((step) => step.includes('reseedStarted'))).toHaveLength(1);
    expect(outcome.end.servers[0]).toMatchObject({ activeDatabases: 1, passiveCopies: 3 });
  });

  it('is off where the DAG says so', () => {
    const outcome = played([event(0, disk)], {}, fourServers({ autoDagAutoReseedEnabled: false }));
    expect(outcome.steps.map(({ kind }) => kind)).not.toContain('reseedStarted');
  });

  it('what has no active copy left to be seeded from stays lost', () => {
    const one: Design = fourServers({
      databases: [{ name: 'DB1', mailboxes: { T: 100 }, copies: [{ server: 'X1', volume: 'V' }] }],
    });
    const outcome = played([event(0, disk)], {}, one);
    expect(outcome.end.counts.offline).toBe(1);
    expect(outages(outcome, 'DB1')).toEqual([[0, null]]);
    expect(outcome.availability.worst).toBe(0);
  });
});

describe('lagged copies (facts A8)', () => {
  it('are played down when a database has had two highly available copies for a day', () => {
    const outcome = played([event(0, 'server:X1')]);
    const done = Math.round((24 * HOUR + replaySeconds) * 10) / 10;
    expect(told(outcome).slice(2)).toEqual([
      '86400 playDownStarted copy:DB1/X4 copy:DB3/X2 copy:DB4/X3',
      `${done} playDownDone copy:DB1/X4 copy:DB3/X2 copy:DB4/X3`,
    ]);
    expect(outcome.steps[2]?.seconds).toBeCloseTo(replaySeconds, 6);
  });

  it('slow disks delay that by the longest delay, Replay Lag Manager that is off never does it', () => {
    const slow = played([event(0, 'server:X1')], { durations: { readLatencyMs: 30 } });
    expect(told(slow).slice(2, 4)).toEqual([
      '86400 playDownDelayed copy:DB1/X4 copy:DB3/X2 copy:DB4/X3',
      '172800 playDownStarted copy:DB1/X4 copy:DB3/X2 copy:DB4/X3',
    ]);
    const off = played([event(0, 'server:X1')], {}, fourServers({ replayLagManagerEnabled: false }));
    expect(off.steps).toHaveLength(2);
  });

  it('lag again when there are enough copies', () => {
    const events = [event(0, 'server:X1'), event(3000, 'server:X1', 'recover')];
    expect(told(played(events))).toContain('180000 lagBuildsUp copy:DB1/X4 copy:DB3/X2 copy:DB4/X3');
    const early = told(played([event(0, 'server:X1'), event(60, 'server:X1', 'recover')]));
    expect(early.filter((step) => /playDown|lag/.test(step))).toEqual([]);
  });

  it('lag again once they are passive, where they were active', () => {
    const losses = ['X1', 'X2', 'X3'].map((name, i) => event(i, `server:${name}`));
    const back = ['X1', 'X2', 'X3'].map((name) => event(9000, `server:${name}`, 'recover'));
    const steps = told(played([...losses, ...back])).filter((step) => /movedBack|lagBuildsUp.*DB1/.test(step));
    expect(steps).toEqual([
      '543600 lagBuildsUp copy:DB1/X4',
      expect.stringMatching(/^543613\.4 movedBack .*database:DB1/),
    ]);
  });

  it('replay their logs before they mount, and not where they are played down', () => {
    const losses = (at: number) => ['X1', 'X2', 'X3'].map((name, i) => event(at + i, `server:${name}`));
    const cold = outages(played(losses(0)), 'DB1')?.at(-1);
    expect(cold?.[0]).toBe(0 + 120);
    expect(cold?.[1]).toBeCloseTo(120 + 18.4 + replaySeconds, 0);
    const warm = played([event(0, 'server:X1'), event(6000, 'server:X2'), event(6001, 'server:X3')]);
    expect(outages(warm, 'DB1')?.at(-1)).toEqual([360060, 360078.4]);
    expect(warm.end.counts.laggedOnly).toBe(1);
  });
});

describe('quorum over time', () => {
  it('failures at the same minute happen at once; a minute apart votes follow', () => {
    const three = ['X1', 'X2', 'X3'];
    const atOnce = played(three.map((name) => event(5, `server:${name}`)));
    expect(told(atOnce).slice(0, 3)).toEqual([
      '300 fail server:X1 server:X2 server:X3',
      '300 quorumLost dag:D',
      '300 offline database:DB1 database:DB2 database:DB3 database:DB4',
    ]);
    expect(atOnce.end.counts.offline).toBe(4);
    const succession = played(three.map((name, i) => event(5 + i, `server:${name}`)));
    expect(succession.end.counts.offline).toBe(0);
  });

  it('what is back brings quorum back, and databases mount again', () => {
    const outcome = played([
      ...['X1', 'X2', 'X3'].map((name) => event(0, `server:${name}`)),
      event(60, 'server:X1', 'recover'),
      event(60, 'server:X2', 'recover'),
    ]);
    expect(told(outcome)).toContain('3600 quorumRegained dag:D');
    expect(outages(outcome, 'DB1')).toEqual([[0, 3613.4]]);
  });

  it('a datacenter given up by hand, with its steps', () => {
    const design = fourServers();
    const servers = (design.dags?.[0]?.servers ?? []).map((server, s) => ({
      ...server,
      datacenter: s < 2 ? 'A' : 'B',
    }));
    const two: Design = {
      ...design,
      datacenters: [{ name: 'A' }, { name: 'B' }],
      dags: [{ ...design.dags?.[0], name: 'D', witness: { datacenter: 'A' }, servers }],
    };
    const outcome = played([event(0, 'datacenter:A'), event(90, 'datacenter:A', 'switchover')], {}, two);
    expect(outages(outcome, 'DB1')).toEqual([[0, 5413.4]]);
    expect(outcome.end.switchovers[0]?.steps.length).toBeGreaterThan(4);
  });
});

describe('what does not fit', () => {
  const design = fourServers();

  it.each<[string, ScenarioEvent[], string, string]>([
    ['an earlier event', [event(5, 'server:X1'), event(4, 'server:X2')], '/events/1/atMinutes', '5 or more'],
    ['no minute', [{ subject: 'server:X1' }], '/events/0', 'atMinutes, minutes after the start'],
    ['something unknown', [event(0, 'server:X9')], '/events/0/subject', 'a selector of the design'],
    ['nonsense', [event(0, 'nonsense')], '/events/0/subject', 'a selector of the design'],
    ['a link given up', [event(0, 'link:A/W', 'switchover')], '/events/0/subject', 'datacenter:NAME'],
    ['a disk in maintenance', [event(0, 'disk:X1/V', 'maintenance')], '/events/0/subject', 'server:NAME'],
  ])('%s is refused with its place', (_, events, path, expected) => {
    expect(timelineProblems(design, events)).toMatchObject([{ path, expected }]);
  });

  it('tells all of it, and an end before the last event', () => {
    const events = [event(5, 'server:X9'), event(4, 'server:X8')];
    expect(timelineProblems(design, events, { untilMinutes: 1 }).map(({ path }) => path)).toEqual([
      '/events/1/atMinutes',
      '/events/0/subject',
      '/events/1/subject',
      '/untilMinutes',
    ]);
    expect(eventProblems(design, events, '/scenarios/2/events').map(({ path }) => path)).toEqual([
      '/scenarios/2/events/0/subject',
      '/scenarios/2/events/1/subject',
    ]);
  });

  it('a failure of what is dead and a recovery of what lives change nothing and are told', () => {
    const outcome = played([
      event(0, 'server:X1'),
      event(1, 'server:X1'),
      event(2, 'server:X2', 'recover'),
      event(3, 'disk:X2/V', 'recover'),
    ]);
    expect(outcome.end.notes).toEqual([
      'server:X1 is out of service already; it stays so.',
      'server:X2 has not failed by itself; nothing heals.',
      'volume:X2/V has not failed by itself; nothing heals.',
    ]);
    expect(outages(outcome, 'DB1')).toEqual([[0, 18.4]]);
  });

  it('designs without events, databases, a witness or sizes give a result', () => {
    const empty = playTimeline({ format: 'dagwright/1', name: 'E' }, { events: [] });
    expect(empty).toMatchObject({ endSeconds: 0, steps: [], databases: [], availability: { worst: null, mean: null } });
    const bare: Design = {
      format: 'dagwright/1',
      name: 'Bare',
      dags: [
        {
          name: 'D',
          servers: [{ name: 'S1', volumes: [{ name: 'V' }, { name: 'S', role: 'spare' }] }, { name: 'S2' }],
          databases: [
            {
              name: 'A',
              copies: [
                { server: 'S1', volume: 'V' },
                { server: 'S2', replayLagHours: 24 },
              ],
            },
            { name: 'B' },
          ],
        },
      ],
    };
    const { end, databases } = playTimeline(bare, { events: [event(0, 'disk:S1/V')] });
    expect(databases.map(({ availability }) => availability > 0)).toEqual([true, false]);
    expect(end.notes).toEqual([
      'D has an even number of members and states no witness; it is played without one.',
      'The logs of A are not known; their replay takes no time.',
      'The size of A is not known; its seeding takes no time.',
    ]);
  });
});

describe('durations', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/timeline.schema.json', import.meta.url), 'utf8')) as {
    $defs: { durations: { properties: Record<string, { default?: number; unit: string }> } };
  };

  it('are those of the schema, with its defaults and units, and each names its source', () => {
    const { properties } = schema.$defs.durations;
    const durations = durationsOf({ format: 'dagwright/1', name: 'E' });
    expect(durations.map(({ name }) => name)).toEqual(Object.keys(properties));
    for (const { name, value, unit, source } of durations) {
      expect({ name, unit }).toEqual({ name, unit: properties[name]?.unit });
      if (properties[name]?.default !== undefined)
        expect({ name, value }).toEqual({ name, value: properties[name].default });
      expect(source).toMatch(/facts|sources/);
    }
  });

  it('follow the version and the Windows release, and what the timeline states', () => {
    const value = (design: Design, name: string, stated = {}) =>
      durationsOf(design, stated).find((duration) => duration.name === name);
    const design = fourServers();
    expect(value(design, 'failoverSeconds')?.value).toBe(13.4);
    expect(value({ ...design, exchange: { version: '2013' } }, 'failoverSeconds')?.value).toBe(20);
    expect(value(design, 'siteDetectionSeconds')?.value).toBe(5);
    const servers = (design.dags?.[0]?.servers ?? []).map((server) => ({
      ...server,
      operatingSystem: 'WS2016' as const,
    }));
    expect(value(fourServers({ servers }), 'serverDetectionSeconds')?.value).toBe(10);
    expect(value(fourServers({ servers }), 'siteDetectionSeconds')?.value).toBe(20);
    expect(value(design, 'switchoverSeconds', { failoverSeconds: 7 })).toMatchObject({
      value: 7,
      source: 'the timeline',
    });
  });
});

describe('random timelines', () => {
  const step = fc.record({
    minute: fc.integer({ min: 0, max: 600 }),
    server: fc.integer({ min: 0, max: 5 }),
    kind: fc.constantFrom('fail' as const, 'fail' as const, 'recover' as const),
  });
  const eventsOf = (design: Design, steps: { minute: number; server: number; kind: 'fail' | 'recover' }[]) => {
    const names = (design.dags?.[0]?.servers ?? []).map(({ name }) => name);
    return steps
      .map(({ minute, server, kind }) => event(minute, `server:${names[server % names.length]}`, kind))
      .sort((a, b) => (a.atMinutes ?? 0) - (b.atMinutes ?? 0));
  };

  it('end where the same events end without their times, where nothing moves back', () => {
    fc.assert(
      fc.property(randomDag, fc.array(step, { maxLength: 8 }), (random, steps) => {
        const design: Design = {
          ...random,
          dags: (random.dags ?? []).map((dag) => ({ ...dag, preferenceMoveFrequencyHours: null })),
        };
        const events = eventsOf(design, steps);
        const { end } = playTimeline(design, { events, untilMinutes: 700 });
        const { databases, dags } = simulateFailover(design, scenarioEvents(events));
        expect({ databases: end.databases, dags: end.dags }).toEqual({ databases, dags });
      }),
      { numRuns: 300 },
    );
  });

  it('tell steps in order of time, and outages that follow each other and add up', () => {
    fc.assert(
      fc.property(randomDag, fc.array(step, { maxLength: 8 }), (design, steps) => {
        const outcome = playTimeline(design, { events: eventsOf(design, steps), untilMinutes: 5000 });
        const times = outcome.steps.map(({ atSeconds }) => atSeconds);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const { availability, downSeconds, outages: own } of outcome.databases) {
          expect(availability).toBeGreaterThanOrEqual(0);
          expect(availability).toBeLessThanOrEqual(1);
          let [before, sum] = [-1, 0];
          for (const { fromSeconds, toSeconds } of own) {
            expect(fromSeconds).toBeGreaterThan(before);
            before = toSeconds ?? outcome.endSeconds;
            sum += before - fromSeconds;
            expect(before).toBeGreaterThan(fromSeconds);
          }
          expect(sum).toBeCloseTo(downSeconds, 6);
        }
      }),
      { numRuns: 300 },
    );
  });
});

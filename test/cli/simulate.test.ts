import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FailoverResult } from '../../schemas/generated/failover.ts';
import type { DiskSetsResult } from '../../schemas/generated/disk-sets.ts';
import type { FailureSetsResult } from '../../schemas/generated/failure-sets.ts';
import {
  validateDiskSets,
  validateFailover,
  validateFailureSets,
  validateProblems,
  validateTimelineResult,
} from '../../schemas/generated/validators.js';
import type { TimelineResult } from '../../schemas/generated/timeline-result.ts';
import { buildProgram, dagwright } from './dagwright.ts';
import { folderWithSamples } from './samples.ts';
import { fitting } from './schemas.ts';

const folder = folderWithSamples();
const run = (...args: string[]) => dagwright(['simulate', 'failover', ...args], folder);
/** 4 + 4 servers, 72 databases, no witness stated. */
const published = 'prod-8-servers.dagwright.json';
/** 8 + 8 servers, the witness in a third datacenter. */
const contoso = 'contoso.dagwright.json';

async function played(...args: string[]): Promise<FailoverResult> {
  const { status, stdout } = await run(...args, '--json');
  expect(status).toBe(0);
  return fitting(validateFailover, stdout) as FailoverResult;
}

async function every(...args: string[]): Promise<FailureSetsResult> {
  const { status, stdout } = await run(...args, '--json');
  expect(status).toBe(0);
  return fitting(validateFailureSets, stdout) as FailureSetsResult;
}

interface ToldProblem {
  readonly path: string;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
}

async function refused(...args: string[]): Promise<ToldProblem> {
  const { status, stdout } = await run(...args, '--json');
  expect(status).toBe(2);
  const { problems } = fitting(validateProblems, stdout) as { problems: ToldProblem[] };
  if (!problems[0]) throw new Error('No problem was told.');
  return problems[0];
}

/** Selectors of a design's first servers. */
function firstServers(file: string, count: number): string[] {
  const { dags } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { dags: { servers: { name: string }[] }[] };
  return (dags[0]?.servers ?? []).slice(0, count).map(({ name }) => `server:${name}`);
}

beforeAll(buildProgram, 120_000);

describe('dagwright simulate failover --fail', () => {
  it('plays failures in the order given, repeated or listed (facts C5)', async () => {
    const [first = '', second = ''] = firstServers(published, 2);
    const repeated = await played(published, '--fail', first, '--fail', second);
    expect(repeated.servers.map(({ activeDatabases }) => activeDatabases)).toEqual([0, 0, 15, 15, 12, 12, 9, 9]);
    expect(await played(published, '--fail', `${first}, ${second}`)).toEqual(repeated);
    const half = firstServers(published, 4).join();
    expect((await played(published, '--fail', half)).counts).toEqual({ offline: 0, laggedOnly: 0 });
  });

  it('--at-once: a majority lost in one event is the end, in succession the votes follow', async () => {
    const nine = firstServers(contoso, 9).join();
    expect((await played(contoso, '--fail', nine)).dags[0]).toMatchObject({
      votes: 7,
      votesNeeded: 4,
      hasQuorum: true,
    });
    const { dags, counts, databases } = await played(contoso, '--fail', nine, '--at-once');
    expect(dags[0]).toMatchObject({ votes: 8, votesNeeded: 9, hasQuorum: false });
    expect(counts).toEqual({ offline: databases.length, laggedOnly: 0 });
    expect(databases[0]).toMatchObject({ activeOn: null, activationPreference: null, lagged: false });
  });

  it('--static-votes: half of the members is all that can be lost', async () => {
    const nine = firstServers(contoso, 9).join();
    expect((await played(contoso, '--fail', nine, '--static-votes')).dags[0]?.hasQuorum).toBe(false);
  });

  it("a cut link parts the DAG: the pair's first datacenter stays, or the one that --lock names", async () => {
    const { pairs } = JSON.parse(readFileSync(join(folder, contoso), 'utf8')) as { pairs: { datacenters: string[] }[] };
    const [first = '', second = ''] = pairs[0]?.datacenters ?? [];
    const staying = async (...args: string[]) => {
      const { dags, counts } = await played(contoso, '--fail', `link:${second}/${first}`, ...args);
      expect(counts.offline).toBe(0);
      expect(dags[0]?.partitions).toHaveLength(2);
      return dags[0]?.partitions.find(({ hasQuorum }) => hasQuorum)?.servers.map((name) => `server:${name}`);
    };
    expect(await staying()).toEqual(firstServers(contoso, 8));
    expect(await staying('--lock', second)).toEqual(firstServers(contoso, 16).slice(8));
  });

  it('--switchover: a datacenter given up by hand, with the steps', async () => {
    const { pairs, dags: stated } = JSON.parse(readFileSync(join(folder, contoso), 'utf8')) as {
      pairs: { datacenters: string[] }[];
      dags: { name: string }[];
    };
    const lost = pairs[0]?.datacenters[0] ?? '';
    const both = ['--fail', `datacenter:${lost}`, '--fail', `witness:${stated[0]?.name}`, '--at-once'];
    expect((await played(contoso, ...both)).dags[0]?.hasQuorum).toBe(false);
    const { dags, counts, switchovers } = await played(contoso, ...both, '--switchover', lost);
    expect(dags[0]?.hasQuorum).toBe(true);
    expect(counts.offline).toBe(0);
    expect(switchovers[0]?.steps.flatMap(({ command }) => command?.split(' ')[0] ?? [])).toEqual([
      'Stop-DatabaseAvailabilityGroup',
      'Stop-DatabaseAvailabilityGroup',
      'Stop-Service',
      'Restore-DatabaseAvailabilityGroup',
    ]);
    const { stdout } = await run(contoso, ...both, '--switchover', lost);
    expect(stdout).toMatch(/\nDAG1 gives up \w+ by hand:\n {2}1\. Mark the 8 members/);
    expect((await refused(contoso, '--switchover', 'Nowhere')).message).toBe('The design has no datacenter "Nowhere".');
  });

  it('tells people what fails, the quorum, where databases go and who is overloaded', async () => {
    const [first = ''] = firstServers(contoso, 1);
    const { status, stdout, stderr } = await run(contoso, '--fail', first);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      new RegExp(`^Fails: ${first}\nDAG1 has quorum: 15 votes, 8 needed\nserver +active +was +passive`),
    );
    expect(stdout).toMatch(/\nEX01 +0 +\d+ .* down\n/);
    expect(stdout).toMatch(/\nTo EX\d+: \S+/);
    expect(stdout).toMatch(/ 50 % of client traffic goes on to the other datacenter\n/);
    expect(stdout).toMatch(/\n0 of \d+ databases offline, 0 on a lagged copy only, 0 servers over 80 %\n$/);
    expect((await run(contoso)).stdout).toMatch(/^Nothing fails\.\n/);
  });

  it('says what is dead already and which DAG has no witness, and plays on', async () => {
    const [dead = ''] = firstServers(published, 1);
    const { status, stdout, stderr } = await run(published, '--fail', dead, '--fail', dead, '--json');
    expect(status).toBe(0);
    const { notes } = fitting(validateFailover, stdout) as FailoverResult;
    expect(notes).toEqual([
      expect.stringMatching(/ has an even number of members and states no witness; it is played without one\.$/),
      `${dead} is out of service already; it stays so.`,
    ]);
    expect(stderr).toBe(`${notes.join('\n')}\n`);
  });

  it('a design that states next to nothing gives a result', async () => {
    const { counts, servers } = await played('small.json', '--fail', 'server:EX01');
    expect(counts).toEqual({ offline: 1, laggedOnly: 0 });
    expect(servers[1]).toMatchObject({ up: true, activeDatabases: 0, cpuUtilization: null });
  });

  it('takes selectors whose names hold commas', async () => {
    const design = { format: 'dagwright/1', name: 'C', dags: [{ name: 'D', servers: [{ name: 'a, b' }] }] };
    writeFileSync(join(folder, 'comma.json'), JSON.stringify(design));
    expect((await played('comma.json', '--fail', 'server:a, b')).servers[0]?.up).toBe(false);
  });

  it('refuses what it does not know, with the nearest that it does', async () => {
    const { message, expected, found } = await refused(contoso, '--fail', 'server:EX1');
    expect(message).toContain('server:EX1 is not something of this design that can fail');
    expect(expected).toMatch(/\bserver:EX\d+\b/);
    expect(found).toBe('"server:EX1"');
    expect((await refused(contoso, '--fail', 'tier:X')).found).toBe('"tier:X"');
    expect((await refused(contoso, '--lock', 'Nowhere')).message).toBe('The design has no datacenter "Nowhere".');
  });
});

describe('dagwright simulate failover --every', () => {
  it('plays every set of up to so many servers, in succession', async () => {
    const { succession, sizes, dags } = await every(published, '--every', '2');
    expect(succession).toBe(true);
    expect(sizes.map(({ failed, sets }) => [failed, sets])).toEqual([
      [0, 1],
      [1, 8],
      [2, 28],
    ]);
    expect(sizes.map(({ worst }) => worst.activeDatabases)).toEqual([9, 12, 15]);
    expect(sizes[2]?.worst.servers).toHaveLength(2);
    expect(dags).toHaveLength(1);
  });

  it('--at-once: more than half at once puts everything offline', async () => {
    const { succession, sizes } = await every(published, '--every', '8', '--at-once');
    expect(succession).toBe(false);
    const isOver = sizes.map(({ mean }) => mean.offline === 72);
    expect(isOver).toEqual([false, false, false, false, false, true, true, true, true]);
  });

  it('prints a row for each number of failed servers', async () => {
    const { stdout } = await run(published, '--every', '1');
    expect(stdout).toMatch(/^Every set of failed servers, one after the other, votes following each; worst \(mean\)/);
    expect(stdout).toMatch(/\n +1 +8 .*12 \(12\)/);
  });

  it.each([
    ['a number that is none', '--every', 'x'],
    ['a negative number', '--every', '-1'],
    ['failures as well', '--every', '1', '--fail', 'server:EX01'],
  ])('refuses %s', async (_, ...args) => {
    await refused(published, ...args);
  });
});

describe('dagwright simulate failover --every-disk', () => {
  it('plays every disk and every pair of disks', async () => {
    const { status, stdout } = await run(published, '--every-disk', '2', '--json');
    expect(status).toBe(0);
    const { sizes, dags } = fitting(validateDiskSets, stdout) as DiskSetsResult;
    expect(sizes.map(({ failed, sets }) => [failed, sets])).toEqual([
      [0, 1],
      [1, 72],
      [2, 2556],
    ]);
    expect(sizes.map(({ worst }) => worst.activeDatabases)).toEqual([9, 10, 11]);
    expect(sizes[2]?.worst.disks).toEqual([
      expect.stringMatching(/^volume:.+\/.+$/),
      expect.stringMatching(/^volume:.+\/.+$/),
    ]);
    expect(dags).toHaveLength(1);
  });

  it('prints a row for each number of failed disks', async () => {
    const { stdout, stderr } = await run(contoso, '--every-disk', '1');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Every set of failed disks, all servers up; worst \(mean\), "!" over 80 %\nDAG1\n/);
    expect(stdout).toMatch(/\n +1 +\d+ .* volume:EX\d+\/\S+\n$/);
  });

  it('a design that states no disk has the one empty set', async () => {
    const { status, stdout } = await run('small.json', '--every-disk', '2', '--json');
    expect(status).toBe(0);
    expect((fitting(validateDiskSets, stdout) as DiskSetsResult).sizes.map(({ sets }) => sets)).toEqual([1]);
  });

  it('refuses more sets than it can play, and says what would help', async () => {
    const { message, expected, found } = await refused(published, '--every-disk', '9');
    expect(message).toMatch(/sets of up to 9 failed disks; at most 1048576 are played\.$/);
    expect([expected, found]).toEqual(['a smaller --every-disk', '9']);
  });

  it.each([
    ['a number that is none', '--every-disk', 'two'],
    ['a fraction', '--every-disk', '1.5'],
    ['failed servers as well', '--every-disk', '1', '--every', '1'],
    ['failures as well', '--every-disk', '1', '--fail', 'server:EX01'],
    ['an order of failures', '--every-disk', '1', '--at-once'],
  ])('refuses %s', async (_, ...args) => {
    await refused(published, ...args);
  });
});

describe('dagwright simulate failover --timeline', () => {
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
  const timeline = (events: unknown, more: object = {}) => ({ format: 'dagwright-timeline/1', events, ...more });
  const day = [
    { atMinutes: 0, subject: 'disk:EX01/ExVol05' },
    { atMinutes: 60, kind: 'maintenance', subject: 'server:EX02' },
    { atMinutes: 90, kind: 'recover', subject: 'server:EX02' },
  ];

  it('plays events with their times and what follows', async () => {
    write('day.timeline.json', timeline(day, { untilMinutes: 1440, durations: { diskDetectionSeconds: 0 } }));
    const { status, stdout } = await run(contoso, '--timeline', 'day.timeline.json', '--json');
    expect(status).toBe(0);
    const { steps, endSeconds, databases, durations, end } = fitting(validateTimelineResult, stdout) as TimelineResult;
    expect(steps.slice(0, 3).map(({ atSeconds, kind }) => [atSeconds, kind])).toEqual([
      [0, 'fail'],
      [13.4, 'mounted'],
      [1800, 'reseedStarted'],
    ]);
    expect(steps.map(({ kind }) => kind)).toContain('reseedDone');
    expect(endSeconds).toBe(86_400);
    expect(Math.min(...databases.map(({ availability }) => availability))).toBeGreaterThan(0.999);
    expect(durations.find(({ name }) => name === 'diskDetectionSeconds')).toMatchObject({
      value: 0,
      source: 'the timeline',
    });
    expect(end.counts.offline).toBe(0);
  });

  it('tells people what happens when, how long databases were down, and what that rests on', async () => {
    const { stdout, stderr } = await run(contoso, '--timeline', 'day.timeline.json');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ +0:00:00 {2}volume:EX01\/ExVol05 fails\n +0:00:13\.4 {2}database:DB\d+ is mounted\n/);
    expect(stdout).toMatch(/\n +0:30:00 {2}volume:EX01\/ExVol05 is being seeded again \([\d.]+ h\)\n/);
    expect(stdout).toMatch(
      /\n24:00:00 {2}the end\nDatabases mounted: 99\.9\d+ % of the time at worst, 99\.9\d+ % on average\n/,
    );
    expect(stdout).toMatch(/\n +seedMBPerSecond +20 MB\/s +about 20 MB\/s from a single source \(facts A5\.7\)\n/);
  });

  it('plays a scenario of the design, with its times or in its order', async () => {
    const design = JSON.parse(readFileSync(join(folder, contoso), 'utf8')) as object;
    const scenarios = [
      { name: 'Day', events: day },
      { name: 'Timeless', events: [{ subject: 'server:EX01' }, { subject: 'server:EX02' }] },
      { name: 'Gone', events: [{ subject: 'server:EX01' }, { subject: 'server:EX77' }] },
    ];
    write('kept.dagwright.json', { ...design, scenarios });
    const timed = await run('kept.dagwright.json', '--timeline', 'scenario:Day', '--json');
    expect((fitting(validateTimelineResult, timed.stdout) as TimelineResult).steps.length).toBeGreaterThan(5);
    const { servers } = await played('kept.dagwright.json', '--scenario', 'Timeless');
    expect(servers.map(({ up }) => up).slice(0, 3)).toEqual([false, false, true]);
    expect((await run('kept.dagwright.json', '--scenario', 'Timeless')).stdout).toMatch(/^Scenario: Timeless\n/);
    expect(await refused('kept.dagwright.json', '--scenario', 'Gone')).toMatchObject({
      path: '/scenarios/2/events/1/subject',
      found: '"server:EX77"',
    });
    expect(await refused('kept.dagwright.json', '--timeline', 'scenario:Timeless')).toMatchObject({
      path: '/scenarios/1/events/0',
    });
    expect(await refused('kept.dagwright.json', '--scenario', 'Dai')).toMatchObject({
      expected: expect.stringMatching(/\bDay\b/) as string,
    });
  });

  it.each<[string, unknown, string]>([
    ['events out of order', timeline([day[1], day[0]]), '/events/1/atMinutes'],
    ['an event without its minute', timeline([{ subject: 'server:EX01' }]), '/events/0'],
    ['an unknown selector', timeline([{ atMinutes: 0, subject: 'server:EX99' }]), '/events/0/subject'],
    ['an unknown kind', timeline([{ atMinutes: 0, kind: 'explode', subject: 'server:EX01' }]), '/events/0/kind'],
    [
      'a kind that does not fit',
      timeline([{ atMinutes: 0, kind: 'switchover', subject: 'server:EX01' }]),
      '/events/0/subject',
    ],
    ['a negative minute', timeline([{ atMinutes: -1, subject: 'server:EX01' }]), '/events/0/atMinutes'],
    ['a minute in words', timeline([{ atMinutes: 'noon', subject: 'server:EX01' }]), '/events/0/atMinutes'],
    ['an end before the last event', timeline(day, { untilMinutes: 5 }), '/untilMinutes'],
    ['an unknown duration', timeline(day, { durations: { coffeeMinutes: 5 } }), '/durations/coffeeMinutes'],
    ['a rate of nothing', timeline(day, { durations: { seedMBPerSecond: 0 } }), '/durations/seedMBPerSecond'],
    ['no events', { format: 'dagwright-timeline/1' }, '/events'],
    ['a design', { format: 'dagwright/1', name: 'A' }, '/format'],
    ['a list', [], ''],
  ])('refuses %s, with its place', async (_, content, path) => {
    write('wrong.timeline.json', content);
    expect((await refused(contoso, '--timeline', 'wrong.timeline.json')).path).toBe(path);
    const { stderr } = await run(contoso, '--timeline', 'wrong.timeline.json');
    expect(stderr).toMatch(/^wrong\.timeline\.json[:\d]*: error: /);
  });

  it('refuses a file that is not there or is no JSON, and a call that cannot be', async () => {
    writeFileSync(join(folder, 'torn.timeline.json'), '{"format":');
    expect((await refused(contoso, '--timeline', 'missing.json')).message).toContain('no such file');
    expect((await refused(contoso, '--timeline', 'torn.timeline.json')).message).toContain('not valid JSON');
    expect((await refused('-', '--timeline', '-')).message).toContain('cannot be both');
    await refused(contoso, '--timeline', 'day.timeline.json', '--fail', 'server:EX01');
    await refused(contoso, '--timeline', 'day.timeline.json', '--every', '1');
  });
});

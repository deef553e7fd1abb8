import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import type { ReplicationResult } from '../../schemas/generated/replication.ts';
import { validateProblems, validateReplication } from '../../schemas/generated/validators.js';
import { buildProgram, dagwright, emptyFolder } from './dagwright.ts';
import { fitting } from './schemas.ts';

const folder = emptyFolder();
const example = (name: string): string => join(import.meta.dirname, '..', '..', 'examples', `${name}.dagwright.json`);
const contoso = example('contoso');

const run = (...args: string[]) => dagwright(['simulate', 'replication', ...args], folder);

beforeAll(async () => {
  await buildProgram();
  const design = JSON.parse(readFileSync(contoso, 'utf8')) as Design;
  const write = (name: string, change: Partial<Design>): void =>
    writeFileSync(join(folder, name), JSON.stringify({ ...design, ...change }));
  write('shares.json', { replication: { hourlyLogShare: new Array<number>(24).fill(0.05) } });
  write('unlinked.json', { links: [] });
}, 60_000);

async function played(file: string, ...args: string[]): Promise<ReplicationResult> {
  const { status, stdout } = await run(file, ...args, '--json');
  expect(status).toBe(0);
  return fitting(validateReplication, stdout) as ReplicationResult;
}

describe('dagwright simulate replication', () => {
  it('gives every link each way, by UTC hour', async () => {
    const { links } = await played(contoso, '--profile', 'lab');
    expect(links.map(({ from, to, hourlyMbps }) => [from, to, hourlyMbps.length])).toEqual([
      ['East', 'West', 24],
      ['West', 'East', 24],
    ]);
    // 09:00 in New York and in Los Angeles.
    expect(links.map(({ peakHour }) => peakHour)).toEqual([14, 17]);
    for (const { hourlyMbps, peakMbps, requiredMbps, availableMbps } of links) {
      expect(Math.max(...hourlyMbps)).toBe(peakMbps);
      expect(requiredMbps).toBeLessThan(peakMbps);
      expect(availableMbps).toBe(10_000);
    }
  });

  it('prints a row for each direction, what it is made of, and what is not counted', async () => {
    const { stdout, stderr } = await run(contoso);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\nEast +West +224 .*10,000\n/);
    expect(stdout).toMatch(/East to West: logs [\d.]+, content index [\d.]+, .*proxied clients not counted/);
  });

  it('--fail: nothing crosses after a datacenter has failed', async () => {
    const { links } = await played(contoso, '--fail', 'datacenter:West');
    expect(links.map(({ peakMbps }) => peakMbps)).toEqual([0, 0]);
  });

  it('--static-votes and --lock: which copies are active is decided as simulate failover decides it', async () => {
    const half = ['01', '02', '03', '04', '09', '10', '11', '12', '13'].map((number) => `server:EX${number}`).join(',');
    const peaks = async (...args: string[]) =>
      (await played(contoso, '--fail', half, ...args)).links.map(({ peakMbps }) => peakMbps > 0);
    expect(await peaks()).toEqual([true, true]);
    expect(await peaks('--static-votes')).toEqual([false, false]);

    const seeded = async (...args: string[]) =>
      (await played(contoso, '--fail', 'link:East/West', '--seed', 'disk:EX01/ExVol01', ...args)).seeding?.hours;
    expect(await seeded()).toBeGreaterThan(0);
    expect(await seeded('--lock', 'West')).toBeNull();
    const { status, stderr } = await run(contoso, '--lock', 'Nowhere');
    expect([status, stderr]).toEqual([2, expect.stringContaining('The design has no datacenter "Nowhere".')]);
  });

  it('--outage: backlog and catch-up', async () => {
    const { outages } = await played(contoso, '--outage', '24');
    expect(outages).toMatchObject([{ link: 'link:East/West', hours: 24, findings: [] }]);
    expect(outages?.[0]?.directions[0]?.catchUpHours).toBeGreaterThan(0);
    const long = await played(contoso, '--outage', '200');
    expect(long.outages?.[0]?.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/outgrow the room planned for them/),
      expect.stringMatching(/outlasts the lag of 168 hours/),
    ]);
  });

  it('--seed: a lost disk, from several servers', async () => {
    const { seeding } = await played(contoso, '--seed', 'disk:EX01/ExVol01');
    expect(seeding?.selector).toBe('volume:EX01/ExVol01');
    expect(new Set(seeding?.copies.map(({ source }) => source)).size).toBe(4);
    expect(seeding?.hours).toBeGreaterThan(0);
  });

  it('says where no link is stated', async () => {
    const { stdout, stderr } = await run('unlinked.json', '--outage', '5');
    expect(stderr).toMatch(/Logs cross between East and West, and the design states no link there/);
    expect(stdout).toMatch(/the bandwidth is not stated/);
    expect(stdout).not.toMatch(/NaN|Infinity|undefined/);
  });

  it.each<[string[], RegExp]>([
    [['shares.json'], /shares\.json:\d+:\d+: error: \/replication\/hourlyLogShare: .*expected a sum of 1, found 1\.2/],
    [[contoso, '--fail', 'server:EX1'], /server:EX1 is not something of this design that can fail/],
    [[contoso, '--seed', 'server:EX1'], /server:EX1 is not something of this design/],
    [[contoso, '--seed', 'link:East/West'], /link:East\/West holds no copies to seed/],
    [[contoso, '--outage', '0'], /above 0 and at most 8784/],
    [[contoso, '--outage', '1e9'], /above 0 and at most 8784/],
    [[contoso, '--outage', 'long'], /above 0 and at most 8784/],
    [[contoso, '--profile', 'weekend'], /Allowed choices are even, lab/],
    [['missing.json'], /no such file/],
  ])('refuses %j', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    const json = await run(...args, '--json');
    fitting(validateProblems, json.stdout);
  });
});

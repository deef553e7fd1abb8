import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateProblems, validateSizing } from '../../schemas/generated/validators.js';
import { buildProgram, dagwright } from './dagwright.ts';
import { folderWithSamples } from './samples.ts';
import { fitting } from './schemas.ts';

const folder = folderWithSamples();
const run = (...args: string[]) => dagwright(['size', ...args], folder);

/** The Contoso requirements with some of them changed, as a file. */
function changed(name: string, change: Readonly<Record<string, unknown>>): string {
  const contoso = JSON.parse(readFileSync(join(folder, 'contoso.requirements.json'), 'utf8')) as object;
  const file = `${name}.requirements.json`;
  writeFileSync(join(folder, file), JSON.stringify({ ...contoso, serversPerDatacenter: 8, dags: 1, ...change }));
  return file;
}

beforeAll(buildProgram, 60_000);

describe('dagwright size prints a summary', () => {
  it('of requirements: groups of right-aligned figures with units, separators and ids', async () => {
    const { status, stdout, stderr } = await run('contoso.requirements.json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Contoso, requirements by closed formulas\n/);
    for (const title of ['Mailboxes', 'Databases', 'Copies and volumes', 'I/O', 'Servers', 'All together']) {
      expect(stdout).toContain(`\n${title}\n`);
    }
    expect(stdout).toMatch(/\n {2}Volumes, reserves included +1,343,733\.17 {2}GB +volumeSpace\n/);
    expect(stdout).toMatch(/\n {2}A datacenter and a server +32 +79 % +datacenter:East\n/);
    const lines = stdout.split('\n').filter((line) => / {2}(GB|IOPS|disks) +\w+$/.test(line));
    const ends = new Set(lines.map((line) => / {2}(GB|IOPS|disks) /.exec(line)?.index));
    expect([...ends]).toHaveLength(1);
  });

  it('of a design: the fullest server in each failure, and where layout and closed formula differ', async () => {
    const { stdout } = await run('environment.dagwright.json');
    expect(stdout).toMatch(/^.*, a design by its layout\n/);
    expect(stdout).toMatch(/\n {2}Two servers of a datacenter +22 +60 % +server:EX03\n/);
    expect(stdout).toMatch(/Two servers of a datacenter: 22 on server:EX01, 21 by the closed formula: .*evenly/);
  });

  it('that says what is over a limit', async () => {
    const hardware = {
      name: 'Small',
      cores: 8,
      memoryGB: 64,
      bays: 10,
      dataDisk: { capacityGB: 8000, rpm: 7200, interface: 'SAS', formFactorInches: 3.5 },
    };
    const { stdout } = await run(changed('small', { hardware }));
    expect(stdout).toMatch(/disksPerServer +over the 10 bays of datacenter:East\n/);
    expect(stdout).toMatch(/memoryNeeded +over the 64 GB of datacenter:East\n/);
    expect(stdout).toMatch(/A datacenter and a server +\d+ +[\d.]+ % +over 80 % +datacenter:East\n/);
  });

  it('--subject prints every figure of one subject', async () => {
    const { stdout } = await run('contoso.dagwright.json', '--subject', 'server:EX01');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(30);
    expect(stdout).toMatch(/^copiesPerServer +56 {2}copies$/m);
    expect(stdout).toMatch(/^cpuUtilization\.datacenter +[\d.]+ %$/m);
  });
});

describe('dagwright size --explain', () => {
  it('leads from the CPU down to tables and files, with every source', async () => {
    const { stdout } = await run(
      'contoso.dagwright.json',
      '--explain',
      'cpuUtilization.datacenter',
      '--subject',
      'server:EX02',
    );
    expect(stdout).toMatch(
      /^server:EX02\ncpuUtilization\.datacenter = [\d.]+ %\n {4}= required ÷ available\n {4}Source: /,
    );
    expect(stdout).toMatch(
      /\n {20}mailboxes of Standard: [\d,]+ mailboxes \(of the databases active here where .* failed\)\n/,
    );
    expect(stdout).toContain('published: 2.99 megacycles (Exchange 2016 at 50 messages a day, the table or its slope)');
    expect(stdout).toContain('cores: 24 cores (/hardware/0/cores)');
  });

  it('shows subjects that work alike once', async () => {
    const { stdout } = await run('contoso.dagwright.json', '--explain', 'availableMegacycles');
    expect(stdout).toMatch(/^server:EX01 and 15 others alike\n/);
  });

  it('gives the figure with those it is made from as JSON', async () => {
    const { stdout } = await run('contoso.requirements.json', '--explain', 'databaseSize', '--json');
    const { figures } = fitting(validateSizing, stdout) as { figures: { id: string }[] };
    expect(figures[0]?.id).toBe('databaseSize');
    expect(figures.map(({ id }) => id)).toEqual(expect.arrayContaining(['mailboxesPerDatabase', 'mailboxSizeOnDisk']));
  });

  it.each([
    [['--explain', 'databaseSise'], /no figure "databaseSise".*expected .*databaseSize/],
    [['--subject', 'server:EX1'], /no subject with figures "server:EX1".*expected server:EX01/],
    [['--explain', 'databaseSize', '--subject', 'server:EX01'], /no figure "databaseSize"/],
  ])('%j: names what is near', async (args, message) => {
    const { status, stdout, stderr } = await run('contoso.dagwright.json', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });
});

describe('dagwright size --json', () => {
  it('fits its schema for every example, closed formulas included', async () => {
    const { stdout } = await run('environment.dagwright.json', '--json');
    const { figures } = fitting(validateSizing, stdout) as { figures: { closedFormula?: unknown }[] };
    expect(figures.some(({ closedFormula }) => closedFormula !== undefined)).toBe(true);
  });

  it('gives every contradiction of requirements with its path and the limit', async () => {
    const file = changed('contradictory', {
      copies: { highlyAvailable: 18, lagged: 0 },
      replication: { hourlyLogShare: new Array<number>(24).fill(0.1) },
    });
    const { status, stdout } = await run(file, '--json');
    expect(status).toBe(2);
    const { problems } = fitting(validateProblems, stdout) as { problems: { path: string; expected: string }[] };
    expect(problems.map(({ path, expected }) => [path, expected])).toEqual([
      ['/serversPerDatacenter', 'at least 9 servers, or fewer copies'],
      ['/replication/hourlyLogShare', 'a sum of 1'],
    ]);
    const text = await run(file);
    expect(text.status).toBe(2);
    expect(text.stderr).toMatch(/contradictory\.requirements\.json:\d+:\d+: error: .*\n.*\n$/);
  });
});

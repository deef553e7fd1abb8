import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  validateConstruction,
  validateExport,
  validateImport,
  validateProblems,
} from '../../schemas/generated/validators.js';
import { smallExport } from '../interop/calculator/smallExport.ts';
import { buildProgram, dagwright, program } from './dagwright.ts';
import { folderWithSamples, writeFiles } from './samples.ts';
import { fitting } from './schemas.ts';

const folder = folderWithSamples();
const run = (...args: string[]) => dagwright(args, folder);
/** Runs a command line of a shell, in which $DAGWRIGHT is the program. */
const shell = (line: string) =>
  spawnSync('bash', ['-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, DAGWRIGHT: `${process.execPath} ${program}` },
  });

beforeAll(buildProgram, 60_000);

describe('-o - is the standard output', () => {
  it.each([
    ['new contoso.requirements.json', validateConstruction],
    ['export small.json --to svg', validateExport],
    ['import calculator calculator', validateImport],
  ] as const)('%s --json gives one JSON result there, as without -o', async (line, validate) => {
    writeFiles(join(folder, 'calculator'), smallExport());
    const args = [...line.split(' '), '--json'];
    const { stdout } = await run(...args, '-o', '-');
    fitting(validate, stdout);
    expect(stdout).toBe((await run(...args)).stdout);
  });

  it('a file without a name is refused, and so is one in a folder that is not there', async () => {
    expect(await run('validate', 'small.json', '-o', '')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('A file has a name.') as string,
    });
    const away = await run('new', 'contoso.requirements.json', '-o', 'away/d.json');
    expect(away).toMatchObject({ status: 2, stdout: '' });
    expect(away.stderr).toMatch(
      /^away\/d\.json: error: The file cannot be written: there is no such file or folder\. /,
    );
    expect(existsSync(join(folder, 'away'))).toBe(false);
  });
});

describe('options that contradict each other are refused, and nothing is written', () => {
  it.each([
    [['validate', 'small.json', '--json', '--format', 'sarif'], 'both JSON and sarif'],
    [['validate', 'small.json', '--json', '--format', 'text'], 'both JSON and text'],
    [['fix', 'small.json', '--write', '-o', 'mended.json'], "'--write' cannot be used with option '-o"],
    [['fix', 'small.json', '--json', '-o', '-'], 'cannot both go to stdout'],
  ])('%j', async (args, message) => {
    const before = readFileSync(join(folder, 'small.json'), 'utf8');
    const { status, stdout, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain(message);
    expect(readFileSync(join(folder, 'small.json'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'mended.json'))).toBe(false);
  });

  it('--json beside --format json says the same twice', async () => {
    const { status, stdout } = await run('validate', 'small.json', '--json', '--format', 'json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('findings');
  });
});

describe('a result never replaces an input of another kind, whatever the way to it', () => {
  it.each([
    ['new', 'contoso.requirements.json'],
    ['validate', 'small.json'],
    ['export', 'small.json', '--to', 'svg'],
  ])('%s %s', async (...args) => {
    const [, file = ''] = args;
    const before = readFileSync(join(folder, file), 'utf8');
    symlinkSync(file, join(folder, `link to ${args[0]}`));
    for (const output of [file, `./${file}`, `link to ${args[0]}`]) {
      const { status, stdout, stderr } = await run(...args, '-o', output);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`${output}: error: The result would replace its own input.`);
    }
    expect(readFileSync(join(folder, file), 'utf8')).toBe(before);
  });
});

describe('a wrong call with --json', () => {
  it.each([
    [['validate', '--json'], "Missing required argument 'design'."],
    [['validate', 'small.json', '--json', '--nope'], "Unknown option '--nope'."],
    [['validate', 'small.json', '--fail-on', 'x', '--json'], 'Allowed choices are error, warning, info, never.'],
    [['import', '--json'], "Unknown option '--json'."],
    [['bogus', '--json'], "Unknown command 'bogus'."],
  ])('%j is told as JSON alone', async (args, message) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    const { problems } = fitting(validateProblems, stdout) as { problems: { message: string }[] };
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });

  it('a file called --json is no option', async () => {
    const { stdout, stderr } = await run('validate', '--nope', '--', '--json');
    expect(stdout).toBe('');
    expect(stderr).toContain('--nope');
  });
});

const unlike = existsSync('/dev/full') ? '' : ' (left out: this system has no /dev/full)';
describe.skipIf(unlike !== '')(`a stream that nobody reads${unlike}`, () => {
  it.each([
    'size environment.dagwright.json',
    'export environment.dagwright.json --to svg',
    'new contoso.requirements.json',
  ])('%s into a closed pipe ends quietly', (line) => {
    const { stdout, stderr } = shell(
      `$DAGWRIGHT ${line} 2>errors | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"; cat errors`,
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^0\n/);
    expect(stdout).not.toMatch(/EPIPE|error|\n\s+at /);
  });

  it.each(['2>/dev/full', '2>&-'])('messages into %s leave the exit status as it is', (redirection) => {
    expect(shell(`$DAGWRIGHT validate missing.json ${redirection}`).status).toBe(2);
    expect(shell(`$DAGWRIGHT new contoso.requirements.json -o made.json ${redirection}`).status).toBe(0);
  });

  it('a result that does not fit its disk is told', () => {
    const { status, stderr } = shell('$DAGWRIGHT size small.json >/dev/full');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: the result cannot be written: .*no space/);
  });
});

it('control characters of a call are shown, not sent to the terminal', async () => {
  const { stderr } = await run('validate', 'small.json', '--\u001b[31m');
  expect(stderr).toContain(String.raw`--\u{1b}[31m`);
  expect(stderr).not.toContain('\u001b');
});

it('a file without a name cannot be read', async () => {
  expect((await run('validate', '')).stderr).toMatch(/^"": error: The file cannot be read/);
});

it('dagwright size says why requirements have no design, beside the figures of the mailboxes', async () => {
  const requirements = JSON.parse(readFileSync(join(folder, 'contoso.requirements.json'), 'utf8')) as object;
  const far = JSON.stringify({ ...requirements, link: { roundTripMs: 501 } });
  const { status, stdout, stderr } = await dagwright(['size', '-'], folder, far);
  expect(status).toBe(0);
  expect(stdout).toMatch(/\n {2}Standard .* 3,256 /);
  expect(stderr).toMatch(/^Without servers and DAGs, these are the figures of the mailboxes alone\. .*501 ms.*\n$/);
});

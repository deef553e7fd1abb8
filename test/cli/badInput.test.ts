import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateProblems } from '../../schemas/generated/validators.js';
import { buildProgram, dagwright, emptyFolder, program } from './dagwright.ts';
import { fitting } from './schemas.ts';

const folder = emptyFolder();
const design = (more: string): string => `{"format":"dagwright/1","name":"A",${more}}`;
const copy = '"copies":[{"server":"E1"}]';

const files: Record<string, string | Buffer> = {
  'empty.json': '',
  'blank.json': ' \n',
  'truncated.json': '{\n  "format": "dagwright/1",\n  "name": "A',
  'binary.json': Buffer.from([0, 255, 254, 3, 200, 10]),
  'nul.json': '\0\0\0',
  'deep.json': '['.repeat(200_000),
  'deep-extension.json': design(`"x-a":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'list.json': '[]',
  'number.json': '7',
  'good.json': '{"format":"dagwright/1","name":"A"}',
  'bare.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'torn.png': Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]),
  'hostile.svg': '<svg><metadata id="dagwright-design">{&quot;format&quot;:&quot;visio/3&quot;}</metadata></svg>',
  'good.svg':
    '<svg><metadata id="dagwright-design">{&quot;format&quot;:&quot;dagwright/1&quot;,&quot;name&quot;:&quot;A&quot;}</metadata></svg>',
  'wide.json': design(
    `"dags":[{"name":"D","servers":[${Array.from({ length: 120 }, (_, i) => `{"name":"E${i}"}`).join()}]}]`,
  ),
  'scenario.json': design('"scenarios":[{"name":"Drill","events":[{"subject":"server:EX99"}]}]'),
  'other.json': '{"format":"visio/3","name":"A"}',
  'newer.json': '{"format":"dagwright/9","name":"A"}',
  'formatless.json': '{"name":"A"}',
  'requirements.json': '{"format":"dagwright-requirements/1","name":"A"}',
  'nan.json': design('"hardware":[{"name":"H","cores":NaN}]'),
  'negative.json': design('"hardware":[{"name":"H","memoryGB":-1}]'),
  'huge.json': design('"hardware":[{"name":"H","memoryGB":1e999}]'),
  'text.json': design('\n"hardware":[{"name":"H",\n"cores":"24"}]'),
  'twice.json': design('"hardware":[{"name":"H"},{"name":"H"}]'),
  'forbidden.json': design('"hardware":[{"name":"a/b"}]'),
  'bidi.json': design('"hardware":[{"name":"a\u202eb"}]'),
  'dangling.json': design(`"dags":[{"name":"D","databases":[{"name":"B",${copy}}]}]`),
  'prototype.json': '{"format":"dagwright/1","name":"A","__proto__":{"name":"B"}}',
  'unknown.json': design('"colour":"red"'),
  'duplicate-key.json': design('"name":"B"'),
};

beforeAll(async () => {
  await buildProgram();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'large.json'), '{');
  truncateSync(join(folder, 'large.json'), 200 * 1024 * 1024);
  mkdirSync(join(folder, 'folder'));
}, 60_000);

describe('a file that cannot be used ends in a message that names the place, exit status 2 and no stack trace', () => {
  it.each<[file: string, message: RegExp]>([
    ['missing.json', /^missing\.json: error: .*no such file/],
    ['folder', /^folder: error: .*a folder/],
    ['empty.json', /^empty\.json: error: The file is empty/],
    ['blank.json', /^blank\.json: error: The file is empty/],
    ['truncated.json', /^truncated\.json:3:11: error: .*not valid JSON/],
    ['binary.json', /^binary\.json: error: The file is not text/],
    ['nul.json', /^nul\.json: error: The file is not text/],
    ['large.json', /^large\.json: error: The file is too long\. \(expected at most 64 MiB, found 200 MiB/],
    ['deep.json', /^deep\.json: error: The file nests too deeply/],
    ['deep-extension.json', /^deep-extension\.json: error: The file nests too deeply/],
    ['list.json', /^list\.json: error: .*expected a JSON object/],
    ['number.json', /^number\.json: error: .*expected a JSON object/],
    ['other.json', /^other\.json:1:2: error: \/format: .*expected "dagwright\/1", found "visio\/3"/],
    ['newer.json', /^newer\.json:1:2: error: \/format: .*newer/],
    ['formatless.json', /^formatless\.json:1:1: error: \/format: .*missing/],
    ['requirements.json', /^requirements\.json:1:2: error: \/format: These are requirements/],
    ['nan.json', /^nan\.json:1:68: error: .*not valid JSON/],
    ['negative.json', /^negative\.json:1:\d+: error: \/hardware\/0\/memoryGB: /],
    ['huge.json', /^huge\.json:1:\d+: error: \/hardware\/0\/memoryGB: /],
    ['text.json', /^text\.json:3:1: error: \/hardware\/0\/cores: .*found "24"/],
    ['twice.json', /^twice\.json:1:\d+: error: \/hardware\/1(\/name)?: /],
    ['forbidden.json', /^forbidden\.json:1:\d+: error: \/hardware\/0\/name: /],
    ['bidi.json', /^bidi\.json:1:\d+: error: \/hardware\/0\/name: [^\u202e]*$/],
    ['dangling.json', /^dangling\.json:1:\d+: error: \/dags\/0\/databases\/0\/copies\/0\/server: /],
    ['prototype.json', /^prototype\.json:1:\d+: error: \/__proto__: /],
    ['unknown.json', /^unknown\.json:1:\d+: error: \/colour: /],
    ['duplicate-key.json', /^duplicate-key\.json:1:\d+: error: \/name: .*twice/],
  ])('%s', async (file, message) => {
    const text = await dagwright(['validate', file], folder);
    expect(text).toMatchObject({ status: 2, stdout: '' });
    expect(text.stderr).toMatch(message);
    expect(text.stderr).not.toMatch(/internal error|\n\s+at /);
    const json = await dagwright(['validate', file, '--json'], folder);
    expect(json).toMatchObject({ status: 2, stderr: '' });
    fitting(validateProblems, json.stdout);
  });

  it('gives every problem of a file at once', async () => {
    const { stdout } = await dagwright(
      ['validate', '--json', '-'],
      folder,
      design('"hardware":[{"cores":"x"},{"name":"","bays":-1}]'),
    );
    const { problems } = fitting(validateProblems, stdout) as { problems: { path: string }[] };
    expect(problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/hardware/0/name', '/hardware/0/cores', '/hardware/1/name', '/hardware/1/bays']),
    );
  });

  it.each([
    ['validate', 'text.json'],
    ['fix', 'text.json', '--write'],
    ['size', 'text.json'],
    ['layout', 'improve', 'text.json'],
    ['diff', 'text.json', 'text.json'],
    ['export', 'text.json', '--to', 'svg'],
    ['new', 'text.json'],
    ['serve', 'text.json', '--port', '0'],
    ['import', 'calculator', 'missing'],
  ])('%s %s says the same with --json', async (...args) => {
    const { status, stdout } = await dagwright([...args, '--json'], folder);
    expect(status).toBe(2);
    fitting(validateProblems, stdout);
  });

  it('reads no more of the standard input than fits', async () => {
    const { status, stderr } = await dagwright(['validate', '-'], folder, ' '.repeat(65 * 1024 * 1024));
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('too long') as string });
  });
});

describe('a wrong call ends in a clear message and exit status 2', () => {
  it.each<[args: string[], message: RegExp]>([
    [[], /Usage: dagwright/],
    [['bogus'], /unknown command 'bogus'/],
    [['validat'], /Did you mean validate/],
    [['validate'], /missing required argument 'design'/],
    [['validate', 'a', 'b'], /too many arguments/],
    [['validate', 'text.json', '--nope'], /unknown option '--nope'/],
    [['validate', 'text.json', '--fail-on', 'maybe'], /Allowed choices are error, warning, info, never/],
    [['validate', 'text.json', '--ruleset', 'pa-1999'], /Allowed choices are seed-2015-05, pa-2016, pa-2019/],
    [['validate', 'text.json', '--format', 'xml'], /Allowed choices are text, json, sarif, junit/],
    [['validate', 'text.json', '--date', '2026-02-31'], /not a date/],
    [['export', 'text.json'], /required option '--to/],
    [['export', 'text.json', '--to', 'vsdx'], /Allowed choices are svg, png, pdf, drawio/],
    [
      ['export', 'good.json', '--to', 'svg', '--scene', 'rack:R1'],
      /--scene: There is no such picture\. .*environment, pair:NAME/,
    ],
    [
      ['export', 'good.json', '--to', 'svg', '--scene', 'server:EX99'],
      /no server of this name\. .*a design that has one/,
    ],
    [
      ['export', 'good.json', '--to', 'svg', '--scene', 'scenario:Drill'],
      /no scenario of this name\. .*a design that has one/,
    ],
    [
      ['export', 'scenario.json', '--to', 'svg', '--scene', 'scenario:Drill'],
      /--scene: .*Drill cannot be drawn: server:EX99 .*\/scenarios\/0\/events\/0\/subject/,
    ],
    [['export', 'good.json', '--to', 'svg', '--paper', 'a9'], /Allowed choices are free, a5, a4/],
    [['export', 'good.json', '--to', 'pdf', '--orientation', 'upside-down'], /Allowed choices are automatic/],
    [['export', 'good.json', '--to', 'svg', '--smallest-text', 'tiny'], /not a number from 1 to 72/],
    [['export', 'good.json', '--to', 'png', '--resolution', '0'], /not a number from 36 to 1200/],
    [['export', 'good.json', '--to', 'svg', '--page', '2'], /--page: There is no such page\. .*1 to 1/],
    [
      ['export', 'good.json', '--to', 'svg', '-o', 'missing/a.svg'],
      /missing.a\.svg: error: The file cannot be written: .*no such/,
    ],
    [['export', 'good.json', '--to', 'pdf', '-o', 'folder'], /folder: error: The file cannot be written/],
    [['export', 'good.json', '--to', 'pdf', '--embed-design'], /A pdf file carries no design\. .*--to svg or --to png/],
    [['validate', 'bare.svg'], /^bare\.svg: error: The picture carries no design that can be read/],
    [['validate', 'torn.png'], /^torn\.png: error: The picture carries no design that can be read/],
    [['validate', 'hostile.svg'], /^hostile\.svg:1:2: error: \/format/],
    [['fix', 'good.svg', '--write'], /^good\.svg: error: The design would replace the picture/],
    [['export', 'good.json', '--to', 'png', '-o', 'good.json'], /would replace its own input/],
    [['export', 'wide.json', '--to', 'png', '--resolution', '1200'], /The PNG would be [\d]+ × [\d]+ pixels/],
    [
      ['export', 'wide.json', '--to', 'svg', '--paper', 'a5'],
      /The picture has \d+ pages, which one output cannot take/,
    ],
    [['diff', 'a.json'], /missing required argument/],
    [['diff', '-', '-'], /standard input cannot be both/],
    [['import'], /calculator/],
    [['import', 'calculator', '.', '--datacenter', 'East'], /NAME=SERVER,SERVER/],
    [['serve', '--port', '99999'], /0 to 65535/],
    [['simulate'], /failover/],
    [['layout'], /improve/],
    [['layout', 'improve', 'text.json', '--tolerance', 'much'], /percentage/],
    [['layout', 'improve', 'text.json', '--write', '-o', 'b.json'], /cannot be used with/],
  ])('dagwright %j', async (args, message) => {
    const { status, stdout, stderr } = await dagwright(args, folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('help and version are no mistake', async () => {
    expect(await dagwright(['--version'], folder)).toMatchObject({ status: 0, stderr: '' });
    expect(await dagwright(['validate', '--help'], folder)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('a fault of Dagwright itself', () => {
  const fault = `Buffer.concat = () => { throw new TypeError('no memory\\nat all'); };`;
  const runBroken = (debug: string) =>
    spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(fault)}`, program, 'validate', 'text.json'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, DAGWRIGHT_DEBUG: debug },
      },
    );

  it('is told in one line, with exit status 2', () => {
    const { status, stdout, stderr } = runBroken('');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('internal error: no memory (DAGWRIGHT_DEBUG=1 shows where)\n');
  });

  it('shows where it happened when asked to', () => {
    expect(runBroken('1').stderr).toMatch(/\n\s+at /);
  });
});

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  validateConstruction,
  validateDesign,
  validateDifferences,
  validateExport,
  validateFix,
  validateImport,
  validateProblems,
  validateSizing,
} from '../../schemas/generated/validators.js';
import { smallExport } from '../interop/calculator/smallExport.ts';
import { buildProgram, dagwright } from './dagwright.ts';
import { folderWithSamples, smallDesign } from './samples.ts';
import { fitting } from './schemas.ts';

const folder = folderWithSamples();
const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
const run = (...args: string[]) => dagwright(args, folder);

beforeAll(buildProgram, 60_000);

describe('dagwright validate', () => {
  it('prints findings as a compiler does, and what was met', async () => {
    const { status, stdout, stderr } = await run('validate', 'small.json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^small\.json:7:7 warning core-count hardware:Dense \[fixable\]\n {4}28 cores/m);
    expect(stdout).toMatch(/\npa-2016: \d+ of \d+ rules met, .*\d+ warnings?.*; \d+ not stated\n$/);
  });

  it.each([
    ['error', 0],
    ['warning', 1],
    ['info', 1],
    ['never', 0],
  ])('--fail-on %s gives exit status %i for a design with a warning', async (failOn, status) => {
    expect(await run('validate', 'small.json', '--fail-on', failOn)).toMatchObject({ status, stderr: '' });
  });

  it('prints the same verdict as JSON, for a file and for the standard input', async () => {
    const { stdout } = await run('validate', 'small.json', '--json');
    const verdict = JSON.parse(stdout) as { ruleset: string; findings: { rule: string; path: string }[] };
    expect(verdict).toMatchObject({ ruleset: 'pa-2016', counts: { waived: 0 } });
    expect(verdict.findings.find(({ rule }) => rule === 'core-count')).toMatchObject({
      severity: 'warning',
      subject: 'hardware:Dense',
      path: '/hardware/0/cores',
      fixable: true,
    });
    expect((await dagwright(['validate', '-', '--format', 'json'], folder, text('small.json'))).stdout).toBe(stdout);
  });

  it('follows --ruleset, and counts a waiver until its last day', async () => {
    const waived = { ...smallDesign, waivers: [{ rule: 'core-count', reason: 'in stock', until: '2026-06-30' }] };
    const judge = async (...args: string[]) =>
      (await dagwright(['validate', '-', '--json', ...args], folder, JSON.stringify(waived))).stdout;
    expect(JSON.parse(await judge('--date', '2026-06-30', '--ruleset', 'pa-2019'))).toMatchObject({
      ruleset: 'pa-2019',
    });
    expect(JSON.parse(await judge('--date', '2026-06-30'))).toMatchObject({ counts: { waived: 1 } });
    expect(JSON.parse(await judge('--date', '2026-07-01'))).toMatchObject({ counts: { waived: 0 } });
  });

  it('prints SARIF with the place of each finding', async () => {
    const { stdout } = await run('validate', 'small.json', '--format', 'sarif');
    const [sarif] = (JSON.parse(stdout) as Log).runs;
    const result = sarif?.results?.find(({ ruleId }) => ruleId === 'core-count');
    expect(result).toMatchObject({
      level: 'warning',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'small.json' }, region: { startLine: 7, startColumn: 7 } },
          logicalLocations: [{ fullyQualifiedName: 'hardware:Dense' }],
        },
      ],
    });
    expect(sarif?.tool.driver.rules?.[result?.ruleIndex ?? -1]).toMatchObject({ id: 'core-count' });
  });

  it('prints JUnit with a test for each rule', async () => {
    const { stdout } = await run('validate', 'small.json', '--format', 'junit', '--fail-on', 'warning');
    expect(XMLValidator.validate(stdout)).toBe(true);
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(stdout) as {
      testsuites: { testsuite: { testcase: { '@_name': string; failure?: unknown; skipped?: unknown }[] } };
    };
    const cases = testsuites.testsuite.testcase;
    expect(cases.find((each) => each['@_name'].startsWith('core-count:'))?.failure).toBeDefined();
    expect(cases.filter(({ skipped }) => skipped !== undefined).length).toBeGreaterThan(10);
  });
});

describe('dagwright validate of an imported design', () => {
  it('says what is not PA in it, and which rules lack what the export does not tell', async () => {
    const { status, stdout } = await run('validate', 'prod-8-servers.dagwright.json', '--json');
    expect(status).toBe(0);
    const verdict = JSON.parse(stdout) as { findings: { rule: string }[]; notStated: { rule: string }[] };
    expect(verdict.findings.filter(({ rule }) => rule === 'data-move-constraint')).toHaveLength(72);
    const silent = verdict.notStated.map(({ rule }) => rule);
    expect(silent).toEqual(
      expect.arrayContaining(['refs-data-volumes', 'core-count', 'witness-location', 'database-size']),
    );
    const judged = [
      'four-copies',
      'one-lagged-copy',
      'seven-day-lag',
      'unique-preference-per-disk',
      'spare-disk',
      'lag-limit',
    ];
    expect(silent.filter((rule) => judged.includes(rule))).toEqual([]);
  });
});

describe('dagwright fix', () => {
  it('only tells what it would do', async () => {
    const before = text('small.json');
    const { stdout } = await run('fix', 'small.json');
    expect(stdout).toContain('would: Set cores of Dense to 24');
    expect(text('small.json')).toBe(before);
    const { changes } = fitting(validateFix, (await run('fix', 'small.json', '--json')).stdout) as {
      changes: object[];
    };
    expect(changes).toContainEqual(expect.objectContaining({ label: 'Set cores of Dense to 24' }));
  });

  it('writes the mended design to another file or to stdout, and leaves the first alone', async () => {
    const before = text('small.json');
    await run('fix', 'small.json', '-o', 'mended.json');
    expect(text('small.json')).toBe(before);
    expect(JSON.parse(text('mended.json'))).toMatchObject({ hardware: [{ cores: 24 }] });
    const piped = await dagwright(['fix', '-', '--write'], folder, before);
    expect(piped.stdout).toBe(text('mended.json'));
    expect(piped.stderr).toContain('did: Set cores of Dense to 24');
  });

  it('--write replaces the file; a second time there is nothing left to mend', async () => {
    writeFileSync(join(folder, 'write.json'), text('small.json'));
    await run('fix', 'write.json', '--write');
    const once = text('write.json');
    expect(JSON.parse(once)).toMatchObject({ hardware: [{ cores: 24 }] });
    await run('fix', 'write.json', '--write');
    expect(text('write.json')).toBe(once);
  });
});

describe('dagwright new', () => {
  it('makes a design without errors or warnings, in which nothing is not stated', async () => {
    const made = await run('new', 'contoso.requirements.json', '-o', 'd.json');
    expect(made).toMatchObject({ status: 0, stdout: '' });
    expect(made.stderr).toContain('16 servers');
    const { status, stdout } = await run('validate', 'd.json', '--json', '--fail-on', 'warning');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { error: 0, warning: 0 }, rules: { notStated: 0 } });
  });

  it('prints the design without -o, and the same bytes each time', async () => {
    const { stdout } = await run('new', 'contoso.requirements.json');
    expect(stdout).toBe(text('d.json'));
    expect(stdout).toBe(text('contoso.dagwright.json'));
    fitting(validateDesign, stdout);
  });

  it('--json gives the summary', async () => {
    const { stdout } = await run('new', 'contoso.requirements.json', '-o', 'd.json', '--json');
    expect(fitting(validateConstruction, stdout)).toMatchObject({ summary: { servers: 16 } });
  });

  it('says what binds and what would do where nothing holds, and writes nothing', async () => {
    const requirements = JSON.parse(text('contoso.requirements.json')) as Record<string, unknown>;
    const tight = JSON.stringify({ ...requirements, dags: 1, serversPerDatacenter: 2 });
    const { status, stdout, stderr } = await dagwright(['new', '-', '-o', 'none.json'], folder, tight);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^<stdin>: error: A database .+ GB\. Use 8 servers .+ instead of 2\.\n$/);
    expect(existsSync(join(folder, 'none.json'))).toBe(false);
  });

  it('names the field where the design would be unsupported, in words and as data', async () => {
    const far = { ...JSON.parse(text('contoso.requirements.json')), link: { roundTripMs: 600 } } as object;
    writeFileSync(join(folder, 'far.json'), JSON.stringify(far, null, 2));
    const { status, stderr } = await run('new', 'far.json');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^far\.json:\d+:5: error: \/link\/roundTripMs: The design would be unsupported\. The round trip is 600 ms; .+\. Choose .+ \(link\.roundTripMs\)\.\n$/,
    );
    const { problems } = fitting(validateProblems, (await run('new', 'far.json', '--json')).stdout) as {
      problems: object[];
    };
    expect(problems).toMatchObject([{ path: '/link/roundTripMs', found: 'unsupported' }]);
  });
});

describe('dagwright size', () => {
  it('gives every figure with its working, for a design and for requirements', async () => {
    for (const file of ['contoso.dagwright.json', 'contoso.requirements.json']) {
      const { figures } = fitting(validateSizing, (await run('size', file, '--json')).stdout) as {
        figures: { id: string }[];
      };
      expect(figures.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['mailboxSizeOnDisk', 'databaseSize', 'memory']),
      );
    }
  });

  it('--explain shows what a figure is made from', async () => {
    const { status, stdout } = await run('size', 'contoso.dagwright.json', '--explain', 'databaseSize');
    expect(status).toBe(0);
    expect(stdout).toMatch(/databaseSize = [\d,.]+ GB\n {4}= .+\n {4}Source: .+\n {4}\S/);
    expect(stdout).toMatch(/\n {8}mailboxSizeOnDisk = /);
  });

  it('--explain of a figure that is not there names those that are near', async () => {
    const { status, stderr } = await run('size', 'contoso.dagwright.json', '--explain', 'databaseSise');
    expect(status).toBe(2);
    expect(stderr).toContain('databaseSize');
  });
});

describe('dagwright diff', () => {
  it('says nothing changed, with exit status 0', async () => {
    expect(await run('diff', 'small.json', 'small.json')).toEqual({
      status: 0,
      stdout: 'The designs are the same.\n',
      stderr: '',
    });
  });

  it('tells changes in words and as JSON, with exit status 1', async () => {
    const changed = structuredClone(smallDesign);
    changed.hardware[0] = { name: 'Dense', cores: 24 };
    changed.dags[0]?.databases[0]?.copies.splice(0, 1, { server: 'EX02', activationPreference: 1 });
    changed.dags[0]?.servers.push({ name: 'EX03', hardware: 'Dense' });
    writeFileSync(join(folder, 'changed.json'), JSON.stringify(changed));
    expect(await run('diff', 'small.json', 'changed.json')).toEqual({
      status: 1,
      stderr: '',
      stdout: [
        '~ hardware:Dense: cores 28 → 24',
        '+ server:EX03',
        '~ copy:DB1/EX02: moved from EX01 to EX02',
        '3 changes',
        '',
      ].join('\n'),
    });
    const { status, stdout } = await run('diff', 'small.json', 'changed.json', '--json');
    expect(status).toBe(1);
    expect(fitting(validateDifferences, stdout)).toMatchObject({ changes: [{ before: 28, after: 24 }, {}, {}] });
  });
});

describe('dagwright import calculator', () => {
  const source = 'export of DAG1';

  beforeAll(() => {
    mkdirSync(join(folder, source));
    for (const [name, content] of Object.entries(smallExport())) writeFileSync(join(folder, source, name), content);
  });

  it('writes the design and tells what it inferred, dropped and did not find', async () => {
    const { status, stdout, stderr } = await run('import', 'calculator', source, '-o', 'imported.json');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(
      /Inferred:[^]*Datacenter 1 with A1, A2[^]*Dropped:[^]*StartDrive[^]*Not stated:[^]*\/hardware/,
    );
    fitting(validateDesign, text('imported.json'));
    expect(JSON.parse(text('imported.json'))).toMatchObject({ name: source });
    const printed = await run('import', 'calculator', source);
    expect(printed.stdout).toBe(text('imported.json'));
  });

  it('--json gives the same as data', async () => {
    const { stdout } = await run('import', 'calculator', source, '-o', 'imported.json', '--json');
    expect(fitting(validateImport, stdout)).not.toHaveProperty('design');
    expect(fitting(validateImport, (await run('import', 'calculator', source, '--json')).stdout)).toHaveProperty(
      'design',
    );
  });

  it('takes stated datacenters and a name', async () => {
    const args = ['--datacenter', 'East=A1,A2', '--datacenter', 'West=B1,B2', '--name', 'Two sides'];
    const { stdout } = await run('import', 'calculator', source, ...args);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'Two sides', datacenters: [{ name: 'East' }, { name: 'West' }] });
  });

  it('names file, line and column of what is wrong, and writes nothing', async () => {
    mkdirSync(join(folder, 'bad'));
    for (const [name, content] of Object.entries(smallExport())) {
      writeFileSync(join(folder, 'bad', name), content.replace('7.0:00:00', 'week'));
    }
    const { status, stdout, stderr } = await run('import', 'calculator', 'bad', '-o', 'bad.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^bad[/\\]MailboxDatabaseCopies\.csv:5:23: error: ReplayLagTime/);
    expect(existsSync(join(folder, 'bad.json'))).toBe(false);
  });
});

describe('dagwright export', () => {
  it('writes a picture that another parser reads, the same each time', async () => {
    expect(await run('export', 'contoso.dagwright.json', '--to', 'svg', '-o', 'c.svg')).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(XMLValidator.validate(text('c.svg'))).toBe(true);
    expect((await run('export', 'contoso.dagwright.json', '--to', 'svg')).stdout).toBe(text('c.svg'));
    const { stdout } = await run('export', 'contoso.dagwright.json', '--to', 'svg', '-o', 'c.svg', '--json');
    expect(fitting(validateExport, stdout)).toEqual({ format: 'svg', file: 'c.svg' });
  });

  it('writes each page of an SVG or PNG into a file of its own, those of a PDF into one', async () => {
    const copyLayout = ['export', 'contoso.dagwright.json', '--scene', 'copy-layout:DAG1', '--paper', 'a4'];
    const { stdout } = await run(...copyLayout, '--to', 'svg', '-o', 'layout.svg', '--json');
    const files = [1, 2, 3, 4].map((page) => `layout-${page}.svg`);
    expect(fitting(validateExport, stdout)).toEqual({ format: 'svg', file: files[0], files });
    for (const file of files) expect(XMLValidator.validate(text(file))).toBe(true);
    expect(text('layout-4.svg')).toContain('Copies of preference 4');
    const { stdout: last } = await run(...copyLayout, '--to', 'svg', '--page', '4');
    expect(last).toBe(text('layout-4.svg'));
    expect(await run(...copyLayout, '--to', 'pdf', '-o', 'layout.pdf')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(text('layout.pdf')).toMatch(/^%PDF-1\.7/);
  });

  it('draws a PNG with its text, as many pixels as the resolution asks for, the same each time', async () => {
    const draw = (file: string) =>
      run('export', 'contoso.dagwright.json', '--to', 'png', '--paper', 'a4', '--resolution', '100', '-o', file);
    expect(await draw('a.png')).toMatchObject({ status: 0, stderr: '' });
    await draw('b.png');
    const png = readFileSync(join(folder, 'a.png'));
    expect(png.equals(readFileSync(join(folder, 'b.png')))).toBe(true);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].map((side) => Math.round(side / 10))).toEqual([117, 83]);
    expect(png.length).toBeGreaterThan(50_000);
  });

  it('prints a picture that is no text in base64 with --json', async () => {
    const { stdout } = await run('export', 'contoso.dagwright.json', '--to', 'pdf', '--json');
    const { content, encoding } = fitting(validateExport, stdout) as { content: string; encoding: string };
    expect(encoding).toBe('base64');
    expect(Buffer.from(content, 'base64').toString('latin1')).toMatch(/^%PDF-1\.7/);
  });

  it.each(['svg', 'png'])('reads a design again from the %s that carries it', async (to) => {
    const file = `carrier.${to}`;
    await run('export', 'contoso.dagwright.json', '--to', to, '--resolution', '40', '--embed-design', '-o', file);
    expect((await run('diff', 'contoso.dagwright.json', file)).status).toBe(0);
    await run('export', 'contoso.dagwright.json', '--to', to, '--resolution', '40', '-o', file);
    expect(await run('validate', file)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('carries no design') as string,
    });
  });

  it('says when text stays smaller than asked for, and which characters the typeface lacks', async () => {
    const { stderr } = await run(
      'export',
      'contoso.dagwright.json',
      '--to',
      'pdf',
      '--scene',
      'server:EX01',
      '--paper',
      'a5',
      '--smallest-text',
      '60',
      '-o',
      's.pdf',
    );
    expect(stderr).toMatch(/Page 1 \(Disks of EX01, ExVol01\).* smallest text is [\d.]+ pt\./);
    writeFileSync(join(folder, 'tokyo.json'), '{"format":"dagwright/1","name":"東京"}');
    expect((await run('export', 'tokyo.json', '--to', 'pdf', '-o', 't.pdf')).stderr).toMatch(
      /Inter has no letter for 京 東/,
    );
  });
});

it('leaves no temporary file behind', () => {
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

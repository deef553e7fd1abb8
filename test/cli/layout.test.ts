import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDesign } from '../../planner/design/load.ts';
import type { Design } from '../../planner/design/types.ts';
import { writeDesign } from '../../planner/design/write.ts';
import type { LayoutResult } from '../../schemas/generated/layout.ts';
import { validateLayout, validateProblems } from '../../schemas/generated/validators.js';
import { balanced, grown } from '../layout/layouts.ts';
import { buildProgram, dagwright } from './dagwright.ts';
import { folderWithSamples } from './samples.ts';
import { fitting } from './schemas.ts';

const folder = folderWithSamples();
const run = (...args: string[]) => dagwright(['layout', 'improve', ...args], folder);
const text = writeDesign(grown(balanced(4, 24), ['East', 'West']));
writeFileSync(join(folder, 'grown.json'), text);

async function improved(...args: string[]): Promise<LayoutResult> {
  const { status, stdout } = await run(...args, '--json');
  expect(status).toBe(0);
  return fitting(validateLayout, stdout) as LayoutResult;
}

function read(file: string): Design {
  const loaded = loadDesign(readFileSync(join(folder, file), 'utf8'));
  if (!loaded.ok) throw new Error(`${file} does not load.`);
  return loaded.value;
}

beforeAll(buildProgram, 120_000);

describe('dagwright layout improve', () => {
  it('tells what it would move and how good that is, and writes nothing', async () => {
    const { status, stdout, stderr } = await run('grown.json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^DAG1: 10 servers, 24 databases\n {2}largest active load \(databases\) +now +then +bound +gap\n/,
    );
    expect(stdout).toMatch(/\n {2}copies per server: 0 to 12 in East, 0 to 12 in West now, 8 to 12 in East/);
    expect(stdout).toMatch(
      /\n {2}16 copies to move, at least 16\n {4}DB\d+ preference \d: EX\d+\/V\d+ to NEW\d\/V\d+\n/,
    );
    expect(stdout).toMatch(/would: Rebalance database copies, 16 copies moved, not written: --write does it\n$/);
    expect(readFileSync(join(folder, 'grown.json'), 'utf8')).toBe(text);
  });

  it('gives the same as JSON that fits its schema, with the command that does it', async () => {
    const { dags, changes } = await improved('grown.json');
    expect(dags[0]).toMatchObject({ dag: 'DAG1', fewestMoves: 16, unplaced: 0, notes: [] });
    expect(dags[0]?.moves).toHaveLength(16);
    expect(dags[0]?.after.load.healthy).toEqual({ value: 3, bound: 3, gap: 0 });
    expect(changes).toHaveLength(1);
    expect(changes[0]?.name).toBe('improve-layout');
  });

  it('writes the improved design to a file, back to its own, or to stdout', async () => {
    await run('grown.json', '-o', 'better.json');
    expect(read('better.json').dags?.[0]?.servers).toEqual(read('grown.json').dags?.[0]?.servers);
    expect(await improved('better.json')).toMatchObject({ changes: [] });
    writeFileSync(join(folder, 'own.json'), text);
    expect((await run('own.json', '--write')).stdout).toMatch(/did: Rebalance database copies/);
    expect(read('own.json')).toEqual(read('better.json'));
    const piped = await dagwright(['layout', 'improve', '-', '--write'], folder, text);
    expect(piped.stdout).toBe(readFileSync(join(folder, 'better.json'), 'utf8'));
    expect(piped.stderr).toMatch(/did: Rebalance/);
  });

  it('leaves a balanced design as it is', async () => {
    const { stdout } = await run('contoso.dagwright.json');
    expect(stdout).toMatch(/Nothing to move or to change\.\n$/);
  });

  it('--vacate: empties a server, or says what has no room', async () => {
    const { dags } = await improved('grown.json', '--vacate', 'EX02');
    expect(dags[0]?.unplaced).toBe(0);
    expect(dags[0]?.moves.filter(({ from }) => from?.server === 'EX02')).toHaveLength(12);
    const full = await run('contoso.dagwright.json', '--vacate', 'EX01');
    expect(full.status).toBe(0);
    expect(full.stdout).toMatch(/copies stay on servers that are to be emptied: [^]* have no room, or/);
  });

  it.each([
    [['--vacate', 'EX1'], 'The design has no server "EX1".'],
    [['--dag', 'DAG'], 'The design has no DAG "DAG".'],
    [['-o', '-'], 'The design and the JSON result cannot both go to stdout.'],
  ])('refuses %j', async (args, message) => {
    const { status, stdout } = await run('grown.json', ...args, '--json');
    expect(status).toBe(2);
    expect(fitting(validateProblems, stdout)).toMatchObject({ problems: [{ message }] });
  });
});

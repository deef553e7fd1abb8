import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { calculatorCase, literalCases } from '../interop/calculatorCases/cases.ts';
import { buildProgram, dagwright } from './dagwright.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagwright-cases-'));

/** A folder with case files, by name. */
function withCases(name: string, files: Readonly<Record<string, unknown>>): string {
  mkdirSync(join(folder, name));
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(folder, name, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return name;
}

beforeAll(buildProgram, 60_000);

describe('dagwright check-cases', () => {
  it('prints a line for each case and a total, and ends with 0 where all figures agree', async () => {
    const files = Object.fromEntries(literalCases.map((given, i) => [`${i}.json`, given]));
    const { status, stdout, stderr } = await dagwright(['check-cases', withCases('fine', files)], folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(literalCases.length + 1);
    for (const { name } of literalCases) expect(stdout).toContain(`${name}: `);
    expect(lines.at(-1)).toMatch(/^3 cases, \d+ figures: 0 off, 0 unknown/);
  });

  it('ends with 1 where a figure is off, and prints it', async () => {
    const files = { 'off.json': calculatorCase('Off', {}, { ram_gb: 200, copies_per_server: 72 }) };
    const { status, stdout } = await dagwright(['check-cases', withCases('off', files)], folder);
    expect(status).toBe(1);
    expect(stdout).toContain('  off: ram_gb expected 200, found 224\n');
    expect(stdout).toMatch(/^Off: 2 figures, worst 1\.2e-1 \(ram_gb\)/);
  });

  it.each([
    ['an unknown figure', { a: calculatorCase('A', {}, { coffee_cups: 1 }) }, 'unknown: coffee_cups'],
    ['an unknown input', { a: calculatorCase('A', { coffee: 1 }, {}) }, 'Unknown input: coffee'],
    ['a file that is no case', { a: 'no JSON' }, 'a.json: The file is not JSON'],
  ])('ends with 1 for %s', async (what, { a: given }, message) => {
    const name = withCases(what.replaceAll(' ', '-'), { 'a.json': given });
    const { status, stdout } = await dagwright(['check-cases', name], folder);
    expect(status).toBe(1);
    expect(stdout).toContain(message);
  });

  it('--without replication leaves those figures out', async () => {
    const name = withCases('replication', {
      'a.json': calculatorCase('A', {}, { ram_gb: 224 }, { rpo_hours_used: 99 }),
    });
    expect((await dagwright(['check-cases', name], folder)).status).toBe(1);
    expect((await dagwright(['check-cases', name, '--without', 'replication'], folder)).status).toBe(0);
  });

  it('ends with 2 where there is nothing to check or the call is wrong', async () => {
    for (const args of [['nowhere'], [withCases('empty', {})], [], ['fine', '--without', 'figures']]) {
      expect((await dagwright(['check-cases', ...args], folder)).status).toBe(2);
    }
  });
});

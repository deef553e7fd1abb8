import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../cli/dagwright.ts';

const text = readFileSync(join(root, 'dist/licenses/third-party.txt'), 'utf8');
const sections = text.split(/\n-{78}\n\n/).slice(1);
const packages = sections.map((section) => section.split(' ', 1)[0]);

/** What docs/architecture.md lists as in the product, without what is there for its types only. */
const inTheProduct = [
  '@expo-google-fonts/inter',
  '@lucide/svelte',
  '@resvg/resvg-wasm',
  'ajv',
  'ajv-formats',
  'bits-ui',
  'commander',
  'csv-parse',
  'd3-array',
  'd3-interpolate',
  'd3-scale',
  'd3-selection',
  'd3-shape',
  'd3-zoom',
  'fonteditor-core',
  'fontkit',
  'fuzzysort',
  'idb-keyval',
  'jsonc-parser',
  'pdfkit',
  'svelte',
];

describe('dist/licenses/third-party.txt', () => {
  it('names each package of the product once', () => {
    expect(inTheProduct.filter((name) => !packages.includes(name))).toEqual([]);
    const versions = sections.map((section) => section.split('\n', 1)[0]);
    expect(versions).toEqual([...new Set(versions)]);
  });

  it('names no package that only builds or tests', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    const others = Object.keys(devDependencies).filter((name) => !inTheProduct.includes(name));
    expect(others.filter((name) => packages.includes(name))).toEqual([]);
  });

  it('gives each licence in full', () => {
    const short = sections.filter((section) => section.length < 500).map((section) => section.split('\n', 1)[0]);
    expect(short).toEqual([]);
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });
});

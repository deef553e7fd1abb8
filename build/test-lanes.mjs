import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { electronLane } from './electron-lane.mjs';
import { findBrowser } from './find-browser.mjs';
import { inRoot, root } from './paths.mjs';
import { playwrightTotals, vitestTotals } from './test-totals.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Totals
 * @typedef {{ title: string, only: string, needs?: string[], run: (scratch: string) => Promise<Totals> }} Lane
 */

const packages = (/** @type {string} */ path) => inRoot(`node_modules/${path}`);
const vite = packages('vite/bin/vite.js');
const tsc = packages('typescript/bin/tsc');
const shellConfig = ['--config', 'playwright.shell.config.ts'];

/** What `npm test` runs, in this order. @type {Lane[]} */
export const lanes = [
  {
    title: 'generate',
    only: 'generate',
    run: () => step([inRoot('build/generate.mjs')], [inRoot('build/typeface.mjs')]),
  },
  {
    title: 'format and lint',
    only: 'lint',
    needs: ['generate'],
    run: () =>
      check(
        [packages('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
        [packages('eslint/bin/eslint.js'), '.'],
      ),
  },
  {
    title: 'types',
    only: 'types',
    needs: ['generate'],
    run: () =>
      check(
        [tsc, '--pretty', 'false'],
        [tsc, '--pretty', 'false', '-p', 'tsconfig.planner.json'],
        [
          packages('svelte-check/bin/svelte-check'),
          '--tsconfig',
          './tsconfig.json',
          '--fail-on-warnings',
          '--output',
          'human',
        ],
      ),
  },
  {
    title: 'import directions',
    only: 'imports',
    needs: ['generate'],
    run: () => check([packages('dependency-cruiser/bin/dependency-cruise.mjs'), ...sourceFolders()]),
  },
  {
    title: 'build',
    only: 'build',
    needs: ['generate'],
    run: () =>
      step(
        [vite, 'build', '--logLevel', 'warn'],
        [vite, 'build', '--logLevel', 'warn', '--config', 'vite.cli.config.ts'],
        [vite, 'build', '--logLevel', 'warn', '--config', 'vite.electron.config.ts'],
        [inRoot('build/licenses.mjs')],
      ),
  },
  { title: 'units', only: 'units', needs: ['generate', 'build'], run: units },
  { title: 'end to end', only: 'e2e', needs: ['generate', 'build'], run: (scratch) => inBrowser('e2e', scratch) },
  {
    title: 'desktop shell under the stand-in',
    only: 'shell',
    needs: ['generate', 'build'],
    run: (scratch) => inBrowser('shell', scratch, [...shellConfig, '--project=stand-in']),
  },
  { title: 'desktop shell in real Electron', only: 'electron', needs: ['generate', 'build'], run: inElectron },
];

function sourceFolders() {
  const folders = ['planner', 'renderer', 'electron', 'cli', 'system', 'schemas', 'catalog', 'test', 'bench'];
  return folders.filter((folder) => existsSync(inRoot(folder)));
}

/** Runs every command; together they count as one passed or failed. */
async function check(/** @type {string[][]} */ ...commands) {
  let failed = 0;
  for (const command of commands) if ((await node(command)) !== 0) failed = 1;
  return { passed: 1 - failed, failed, skipped: [] };
}

/** Runs commands that prepare something; they count only when one fails. */
async function step(/** @type {string[][]} */ ...commands) {
  for (const command of commands) if ((await node(command)) !== 0) return { passed: 0, failed: 1, skipped: [] };
  return { passed: 0, failed: 0, skipped: [] };
}

async function units(/** @type {string} */ scratch) {
  const report = join(scratch, 'units.json');
  const code = await node([
    packages('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return vitestTotals(readReport(report), code);
}

/**
 * Runs the Playwright specs of one lane.
 * @param {string} name
 * @param {string} scratch
 * @param {string[]} options
 */
async function inBrowser(name, scratch, options = []) {
  const browser = findBrowser({ install: true });
  console.log(`browser: ${browser}`);
  return playwright(join(scratch, `${name}.json`), options, { DAGWRIGHT_BROWSER: browser });
}

async function inElectron(/** @type {string} */ scratch) {
  const lane = electronLane();
  if ('obstacle' in lane) {
    console.log(`left out: ${lane.obstacle}`);
    return { passed: 0, failed: 0, skipped: [`desktop shell in real Electron (${lane.obstacle})`] };
  }
  return playwright(join(scratch, 'electron.json'), [...shellConfig, '--project=electron'], {}, lane.command);
}

/**
 * @param {string} report where Playwright writes its report
 * @param {string[]} options
 * @param {Record<string, string>} env
 * @param {string[]} before what the command is run by
 */
async function playwright(report, options, env, before = []) {
  const command = [packages('@playwright/test/cli.js'), 'test', ...options, '--reporter=list,json'];
  const code = await run([...before, process.execPath, ...command], { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return playwrightTotals(readReport(report), code);
}

/** The report, or undefined when the run ended before writing one. */
function readReport(/** @type {string} */ path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Runs a script in Node and answers its exit code. */
const node = (/** @type {string[]} */ args) => run([process.execPath, ...args]);

/** Runs a command and answers its exit code. @returns {Promise<number>} */
function run(/** @type {string[]} */ [program = '', ...args], env = {}) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), ...env },
  });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve(code ?? 1)));
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { inRoot, program } from './paths.mjs';

const built = [
  program,
  inRoot('dist/app/index.html'),
  inRoot('dist/electron/main.js'),
  inRoot('dist/licenses/third-party.txt'),
];
const sources = [
  'planner',
  'renderer',
  'electron',
  'cli',
  'system',
  'schemas',
  'catalog',
  'build',
  'package-lock.json',
];
const configs = ['vite.config.ts', 'vite.cli.config.ts', 'vite.electron.config.ts', 'svelte.config.js'];

/** Builds page, command line and desktop shell; messages go to stderr. */
export function buildApp() {
  console.error('Building …');
  if (!npm(['run', '-s', 'build'])) throw new Error('The build failed; see the messages above.');
}

/** Whether the built files are missing or older than what they are made from. */
export function isBuildStale() {
  if (!built.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return [...sources, ...configs].some((path) => newest(inRoot(path)) > oldest);
}

/** @param {string} path @returns {number} */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== 'generated');
  return Math.max(0, ...names.map((name) => newest(join(path, name))));
}

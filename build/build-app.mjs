import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { inRoot, program } from './paths.mjs';

const page = inRoot('dist/app/index.html');
const sources = ['planner', 'renderer', 'electron', 'cli', 'system', 'schemas', 'catalog', 'build', 'package-lock.json'];
const configs = ['vite.config.ts', 'vite.cli.config.ts', 'svelte.config.js'];

/** Builds page and command line; messages go to stderr. */
export function buildApp() {
  console.error('Building …');
  if (!npm(['run', '-s', 'build'])) throw new Error('The build failed; see the messages above.');
}

/** Whether the built files are missing or older than what they are made from. */
export function isBuildStale() {
  if (!existsSync(program) || !existsSync(page)) return true;
  const built = Math.min(statSync(program).mtimeMs, statSync(page).mtimeMs);
  return [...sources, ...configs].some((path) => newest(inRoot(path)) > built);
}

/** @param {string} path @returns {number} */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== 'generated');
  return Math.max(0, ...names.map((name) => newest(join(path, name))));
}

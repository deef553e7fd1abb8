import { spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs npm in the clone; what it prints goes to stderr, so that stdout stays the caller's.
 * @param {string[]} args
 * @returns {boolean} whether it succeeded
 */
export function npm(args) {
  const own = process.env['npm_execpath'];
  const [command, first] = own?.endsWith('js') ? [process.execPath, [own]] : ['npm', []];
  const shell = command === 'npm' && process.platform === 'win32';
  const { status } = spawnSync(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell });
  return status === 0;
}

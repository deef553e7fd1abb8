import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * One hash over the names and contents of files.
 * @param {string[]} paths relative to the clone
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\0`);
    if (existsSync(inRoot(path))) hash.update(readFileSync(inRoot(path)));
  }
  return hash.digest('hex');
}

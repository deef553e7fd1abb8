import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './ensure-installed.mjs';
import { npm } from './npm.mjs';
import { inRoot, root } from './paths.mjs';

// `npm run soak [-- KILLS]`: kills the shell's file layer at random moments, 1,000 times, with another seed each day.
// The seed is printed; DAGWRIGHT_SEED states it.
const [kills = '1000'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(kills)) {
  console.error('Usage: npm run soak [-- KILLS]');
  process.exit(2);
}
ensureInstalled();
npm(['run', '-s', 'generate']);
const args = [inRoot('node_modules/vitest/vitest.mjs'), 'run', 'test/electron/files/kills'];
const seed = process.env.DAGWRIGHT_SEED ?? String(Math.floor(Date.now() / 86_400_000));
const env = { ...process.env, DAGWRIGHT_KILLS: kills, DAGWRIGHT_SEED: seed };
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;

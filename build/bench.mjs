import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './ensure-installed.mjs';
import { npm } from './npm.mjs';
import { inRoot, root } from './paths.mjs';

// `npm run bench`: every bench/*.bench.ts, or those whose path contains an argument.
ensureInstalled();
npm(['run', '-s', 'generate']);
const args = [inRoot('node_modules/vitest/vitest.mjs'), 'bench', '--run', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

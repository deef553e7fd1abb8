import { buildApp, isBuildStale } from './build-app.mjs';
import { findObstacles, runElectron } from './desktop.mjs';
import { electronBinary } from './electron-binary.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { root } from './paths.mjs';
import { runCli } from './run-cli.mjs';
import { startPlanner } from './start-planner.mjs';

// `npm start`: from a bare clone to the planner, in a window of its own or in the browser.
try {
  ensureInstalled();
  if (isBuildStale()) buildApp();
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  await startPlanner(process.argv.slice(2), {
    findObstacles,
    openWindow: (args) => runElectron(electronBinary(), [root, ...args], folder),
    servePage: (args) => runCli(['serve', '--open', ...args]),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

import { buildApp, isBuildStale } from './build-app.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runCli } from './run-cli.mjs';

// `npm start`: from a bare clone to the planner in the browser.
try {
  ensureInstalled();
  if (isBuildStale()) buildApp();
  await runCli(['serve', '--open', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

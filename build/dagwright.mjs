import { existsSync } from 'node:fs';
import { buildApp } from './build-app.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { program } from './paths.mjs';
import { runCli } from './run-cli.mjs';

// `npm run -s dagwright -- …`: the command line in a checkout. Builds only what is missing; stdout is the command's own.
try {
  if (!existsSync(program)) {
    ensureInstalled();
    buildApp();
  }
  await runCli(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, type Command } from 'commander';
import { callError } from '../callError.ts';
import { readDesign } from '../files/load.ts';
import { readText, standardInput } from '../files/readText.ts';
import { jsonOption } from '../options.ts';
import { print, printJson } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { exampleResource } from '../../system/examples.ts';
import { makeHandler, type Site } from '../server/handler.ts';
import { listen } from '../server/listen.ts';
import { openBrowser } from '../server/openBrowser.ts';
import type { Resource } from '../../system/resource.ts';

interface Options {
  readonly port?: number;
  readonly open?: boolean;
  readonly json?: boolean;
}

/** The built page and the examples, as they lie beside the built command line (dist/cli/dagwright.js). */
const pageFolder = fileURLToPath(new URL('../app', import.meta.url));
const examplesFolder = fileURLToPath(new URL('../../examples', import.meta.url));

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve the planner to a browser on this machine, until interrupted')
    .argument('[design]', 'the design to open')
    .option('--port <number>', 'the port (default: 4310, or the next that is free)', portOption)
    .option('--open', 'show it in the browser')
    .addOption(jsonOption())
    .action((file: string | undefined, options: Options) => run(options, () => serve(file, options)));
}

async function serve(file: string | undefined, { port: askedFor, open, json }: Options): Promise<ExitStatus> {
  if (!existsSync(pageFolder)) {
    throw callError('', 'The page is not built. Run `npm run build` first.', 'a built page', 'none');
  }
  const design = file === undefined ? undefined : await designResource(file);
  const site: Site = {
    folder: pageFolder,
    resource: async (path) => (path === '/design' ? (design?.() ?? noDesign) : exampleResource(examplesFolder, path)),
  };
  const { server, port } = await listen(makeHandler(site), askedFor);
  const address = `http://127.0.0.1:${port}/`;
  if (json) printJson({ address });
  else print(`Dagwright is at ${address}`);
  if (open) openBrowser(address);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
  server.closeAllConnections();
  return 0;
}

/** A page asks for a design whenever it starts, so that there is none is no fault. */
const noDesign: Resource = { status: 204, type: 'application/json', body: '' };

/** The given design, checked once and then read anew on each request; from the standard input it is read once. */
async function designResource(file: string): Promise<() => Promise<Resource>> {
  const { text } = await readDesign(file);
  const name = file === standardInput ? 'design.dagwright.json' : basename(file);
  return async () => ({
    type: 'application/json',
    body: file === standardInput ? text : await readText(file),
    headers: { 'X-Dagwright-Name': encodeURIComponent(name) },
  });
}

function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

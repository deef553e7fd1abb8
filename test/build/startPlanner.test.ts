import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPlanner } from '../../build/start-planner.mjs';
import { emptyFolder, root } from '../cli/dagwright.ts';

type Ended = { status: number } | { obstacle: string };

/** Runs startPlanner with ways that only note that they were taken. */
async function started(args: string[], obstacles: string[] = [], ended: Ended = { status: 0 }) {
  const taken: [string, string[]][] = [];
  const lines = vi.spyOn(console, 'error').mockReturnValue();
  await startPlanner(args, {
    findObstacles: () => [...obstacles],
    openWindow: (given) => {
      taken.push(['window', given]);
      return Promise.resolve(ended);
    },
    servePage: (given) => {
      taken.push(['page', given]);
      return Promise.resolve();
    },
  });
  return { taken, lines: lines.mock.calls.map(([line]) => String(line)), status: process.exitCode };
}

const exitCode = process.exitCode;
beforeEach(() => (process.exitCode = undefined));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = exitCode;
});

describe('npm start', () => {
  it('opens a window and ends as it ends', async () => {
    expect(await started(['plan.dagwright.json'], [], { status: 3 })).toEqual({
      taken: [['window', ['plan.dagwright.json']]],
      lines: [],
      status: 3,
    });
  });

  it.each([
    [['--page'], []],
    [['--page', 'a.json'], ['a.json']],
    [
      ['a.json', '--port', '4000'],
      ['a.json', '--port', '4000'],
    ],
    [['-'], ['-']],
  ])('%j asks for the page outright', async (args, given) => {
    expect(await started(args, ['no display'])).toEqual({ taken: [['page', given]], lines: [], status: undefined });
  });

  it('says in one line why there is no window, and serves the page', async () => {
    expect(await started(['a.json'], ['no display', 'no Node'])).toEqual({
      taken: [['page', ['a.json']]],
      lines: ['No desktop window: no display; no Node. The same planner as a page:'],
      status: undefined,
    });
  });

  it('does the same where Electron is there but does not start', async () => {
    expect(await started(['a.json'], [], { obstacle: 'a library is missing' })).toEqual({
      taken: [
        ['window', ['a.json']],
        ['page', ['a.json']],
      ],
      lines: ['No desktop window: a library is missing. The same planner as a page:'],
      status: undefined,
    });
  });
});

describe('runElectron(binary, args, folder)', () => {
  const folder = emptyFolder();
  const record = join(folder, 'record.json');
  // Node stands for Electron: it, too, takes the program to run as its first argument.
  const stub = join(folder, 'stub.mjs');
  writeFileSync(
    stub,
    `import { writeFileSync } from 'node:fs';
     const [record, action, ...args] = process.argv.slice(2);
     process.on('SIGTERM', () => process.exit(42));
     writeFileSync(record, JSON.stringify({ args, folder: process.cwd(), asNode: process.env.ELECTRON_RUN_AS_NODE }));
     if (action === 'wait') setInterval(() => undefined, 1000);
     else if (action === 'die') process.kill(process.pid, 'SIGKILL');
     else process.exit(Number(action));`,
  );
  const module = pathToFileURL(join(root, 'build/desktop.mjs')).href;
  const driver = `import { runElectron } from ${JSON.stringify(module)};
    const [binary, folder, ...args] = process.argv.slice(1);
    console.log(JSON.stringify(await runElectron(binary, args, folder)));`;

  function run(binary: string, ...args: string[]) {
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', driver, binary, folder, stub, record, ...args],
      {
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const answer = async () => JSON.parse((await child.stdout.toArray()).join('')) as Ended;
    return { child, answer };
  }

  it('passes arguments as they are and the exit status back', async () => {
    const args = ['my plan.dagwright.json', '--x=$(id)', "'quoted'"];
    expect(await run(process.execPath, '7', ...args).answer()).toEqual({ status: 7 });
    expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({ args, folder });
  });

  it('counts a violent end as one', async () => {
    expect(await run(process.execPath, 'die').answer()).toEqual({ status: 128 + 9 });
  });

  it('passes the request to end on, and waits', async () => {
    writeFileSync(record, '');
    const { child, answer } = run(process.execPath, 'wait');
    while (readFileSync(record, 'utf8') === '') await wait(20);
    child.kill('SIGTERM');
    expect(await answer()).toEqual({ status: 42 });
    if (child.exitCode === null) await once(child, 'exit');
  });

  it('says so when the binary cannot run or lacks a library', async () => {
    expect(await run(join(folder, 'nothing')).answer()).toEqual({
      obstacle: expect.stringMatching(/^Electron does not start \(spawn .* ENOENT\)$/) as string,
    });
    expect(await run(process.execPath, '127').answer()).toEqual({
      obstacle: 'Electron does not start (the library named above is missing)',
    });
  });
});

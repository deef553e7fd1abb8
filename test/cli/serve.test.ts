import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateServed } from '../../schemas/generated/validators.js';
import { buildProgram, dagwright, program, start } from './dagwright.ts';
import { folderWithSamples } from './samples.ts';
import { fitting } from './schemas.ts';

const folder = folderWithSamples();
const missing = existsSync(resolve(program, '../../app/index.html'))
  ? ''
  : ' (left out: the page is not built; npm run build makes it)';

interface Serving {
  readonly line: string;
  readonly address: string;
  /** Sends a signal and gives the exit status. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

async function serve(...args: string[]): Promise<Serving> {
  const child = start(['serve', ...args], folder);
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [status] = (await once(child, 'exit')) as [number | null];
    return status;
  };
  return { line: line.toString(), address: /http:\/\/127\.0\.0\.1:\d+\//.exec(line.toString())?.[0] ?? '', stop };
}

beforeAll(buildProgram, 60_000);

describe.skipIf(missing !== '')(`dagwright serve${missing}`, () => {
  it('prints its address first, serves the page and stops cleanly', async () => {
    const { line, address, stop } = await serve('--port', '0');
    expect(line).toMatch(/^Dagwright is at http:\/\/127\.0\.0\.1:\d+\/\n/);
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Dagwright</title>');
    expect((await fetch(`${address}design`)).status).toBe(204);
    expect(await stop('SIGINT')).toBe(0);
  });

  it('serves the given design as it is now, under its name', async () => {
    const { address, stop } = await serve('small.json', '--port', '0');
    const before = await fetch(`${address}design`);
    expect(before.headers.get('x-dagwright-name')).toBe('small.json');
    expect(await before.text()).toBe(readFileSync(join(folder, 'small.json'), 'utf8'));
    writeFileSync(join(folder, 'small.json'), readFileSync(join(folder, 'contoso.dagwright.json')));
    expect(await (await fetch(`${address}design`)).json()).toMatchObject({ name: 'Contoso' });
    expect(await stop('SIGTERM')).toBe(0);
  });

  it('shows nothing beside the given design', async () => {
    const { address, stop } = await serve('small.json', '--port', '0');
    const beside = ['small.json', 'contoso.dagwright.json', 'design/', 'design/small.json', 'design%2f..%2fsmall.json'];
    for (const path of [...beside, 'examples/..%2fsmall.json']) {
      expect({ path, status: (await fetch(address + path)).status }).toEqual({ path, status: 404 });
    }
    const asked = await fetch(`${address}design?file=contoso.dagwright.json`);
    expect(await asked.text()).toBe(readFileSync(join(folder, 'small.json'), 'utf8'));
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect((await fetch(`${address}design`, { method })).status).toBe(405);
    }
    await stop('SIGTERM');
  });

  it('lists the examples and serves each', async () => {
    const { address, stop } = await serve('--port', '0');
    const examples = (await (await fetch(`${address}examples/index.json`)).json()) as {
      name: string;
      file: string;
      title: string;
      summary: string;
    }[];
    expect(examples.map(({ name }) => name)).toEqual(['contoso', 'environment', 'example-4-servers', 'prod-8-servers']);
    for (const { file, title, summary } of examples) {
      expect(await (await fetch(`${address}examples/${file}`)).json()).toMatchObject({ name: title });
      expect(summary).toMatch(/\d DAGs?, \d+ servers, /);
    }
    expect((await fetch(`${address}examples/..%2fpackage.json`)).status).toBe(404);
    await stop('SIGTERM');
  });

  it('--json prints the address as data', async () => {
    const { line, address, stop } = await serve('--port', '0', '--json');
    expect(fitting(validateServed, line)).toEqual({ address });
    await stop('SIGTERM');
  });

  it('says so when the port that was asked for is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { status, stdout, stderr } = await dagwright(['serve', '--port', String(port)], folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(`error: Port ${port} cannot be used: another program listens there`);
    other.close();
  });

  it('takes another port when the usual one is taken', async () => {
    const [first, second] = [await serve(), await serve()];
    expect(second.address).not.toBe(first.address);
    expect((await fetch(second.address)).status).toBe(200);
    await Promise.all([first.stop('SIGTERM'), second.stop('SIGTERM')]);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHandler } from '../../cli/server/handler.ts';
import { emptyFolder } from './dagwright.ts';

const folder = emptyFolder();
const page = join(folder, 'app');
let server: Server;
let port: number;

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a path as it is: `fetch` would tidy it up first. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { method = 'GET', host = `127.0.0.1:${port}` } = options;
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on('error', failed).end();
  });
}

beforeAll(async () => {
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets/a b.js'), 'export {};');
  writeFileSync(join(page, 'assets/font.woff2'), Buffer.from([1, 2, 255]));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const resource = async (path: string) =>
    path === '/design'
      ? { type: 'application/json', body: '{}', headers: { 'X-Dagwright-Name': 'd' } }
      : path === '/broken'
        ? Promise.reject(new Error('no disk'))
        : undefined;
  server = createServer(makeHandler({ folder: page, resource }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => server.close());

describe('makeHandler(site) answers for the built page and the given addresses', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/index.html', 200, 'text/html; charset=utf-8'],
    ['/?open=1', 200, 'text/html; charset=utf-8'],
    ['/assets/a%20b.js', 200, 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 200, 'font/woff2'],
    ['/design', 200, 'application/json; charset=utf-8'],
    ['/nothing', 404, 'text/plain; charset=utf-8'],
    ['/assets', 404, 'text/plain; charset=utf-8'],
    ['/broken', 500, 'text/plain; charset=utf-8'],
  ])('%s → %i %s', async (path, status, type) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe(type);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/%2fetc/passwd',
    '/secret.txt%00.html',
    '/%zz',
    `/${encodeURIComponent(join(folder, 'secret.txt'))}`,
  ])('%s leads out of the folder and gets nothing', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
  });

  it('answers every request, refused or not, with the strict headers', async () => {
    for (const { headers } of [await ask('/'), await ask('/nothing'), await ask('/', { method: 'POST' })]) {
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    const { status, headers } = await ask('/design', { method });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' });
  });

  it('HEAD gives the headers alone', async () => {
    const [head, get] = [await ask('/', { method: 'HEAD' }), await ask('/')];
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('knows itself as %s', async (name) => {
    expect(await ask('/', { host: `${name}:${port}` })).toMatchObject({ status: 200 });
  });

  it.each(['evil.example', 'localhost', '127.0.0.1:1', 'localhost.evil.example:80'])(
    'refuses the foreign host "%s" (DNS rebinding)',
    async (host) => {
      expect([400, 403]).toContain((await ask('/design', { host })).status);
    },
  );
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHandler } from '../../cli/server/handler.ts';
import { listen } from '../../cli/server/listen.ts';
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
function ask(
  path: string,
  options: { method?: string; host?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { method = 'GET', host = `127.0.0.1:${port}` } = options;
  const headers = { host, ...options.headers };
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on('error', failed).end();
  });
}

/** What the server answers to bytes that no HTTP client would send, until it closes the connection. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  socket.end(bytes);
  return (await socket.toArray()).join('');
}

beforeAll(async () => {
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'assets/a b.js'), 'export {};');
  writeFileSync(join(page, 'assets/font.woff2'), Buffer.from([1, 2, 255]));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(folder, join(page, 'up'), 'junction');
  symlinkSync(join(page, 'assets'), join(page, 'same'), 'junction');
  const resource = async (path: string) =>
    path === '/design'
      ? { type: 'application/json', body: '{}', headers: { 'X-Dagwright-Name': 'd' } }
      : path === '/broken'
        ? Promise.reject(new Error('no disk'))
        : undefined;
  ({ server, port } = await listen(makeHandler({ folder: page, resource }), 0));
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

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
    ['/assets/', 404, 'text/plain; charset=utf-8'],
    ['/same/a%20b.js', 200, 'text/javascript; charset=utf-8'],
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
    '/.../secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..;/secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/up/secret.txt',
    '/up',
    '/file:///etc/passwd',
    '/secret.txt::$DATA',
    'http://127.0.0.1/secret.txt',
    '*',
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

  it.each(['http://evil.example/', '//evil.example/', 'evil.example:443'])(
    'is no proxy: %s is not asked of anyone',
    async (target) => {
      expect([400, 404]).toContain((await ask(target)).status);
    },
  );

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('knows itself as %s', async (name) => {
    expect(await ask('/', { host: `${name}:${port}` })).toMatchObject({ status: 200 });
  });

  it.each([
    'evil.example',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.0.0.2:PORT',
    '0.0.0.0:PORT',
    '2130706433:PORT',
    'evil.example:PORT',
    'localhost.evil.example:PORT',
    'localhost.:PORT',
    'user@localhost:PORT',
    'localhost:PORT, evil.example',
  ])('refuses the foreign host "%s" (DNS rebinding)', async (host) => {
    expect([400, 403]).toContain((await ask('/design', { host: host.replace('PORT', String(port)) })).status);
  });

  it('refuses a request without a host', async () => {
    expect(await answerTo('GET /design HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    expect(await answerTo('GET /design HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await answerTo('GET /design HTTP/1.1\r\nHost:\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe("another site's page", () => {
  const elsewhere: [string, Record<string, string>][] = [
    ['another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
    ['a browser without fetch metadata', { origin: 'http://evil.example' }],
    ['another port, without fetch metadata', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed frame', { origin: 'null' }],
  ];

  it.each(elsewhere)('reads neither the design nor the files: %s', async (_, headers) => {
    for (const path of ['/design', '/assets/a%20b.js', '/index.html']) {
      const { status, body } = await ask(path, { headers });
      expect({ path, status, body }).toEqual({
        path,
        status: 403,
        body: 'This address answers to its own page only.\n',
      });
    }
  });

  it('may link to the planner', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(await ask('/', { headers })).toMatchObject({ status: 200 });
  });

  it('is told apart from the page itself, the address bar and programs', async () => {
    const own: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { origin: `http://127.0.0.1:${port}` },
      {},
    ];
    for (const headers of own) {
      expect(await ask('/design', { headers })).toMatchObject({ status: 200, body: '{}' });
    }
  });

  it('is not invited to read answers', async () => {
    const { headers } = await ask('/design');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('listen(handler, port)', () => {
  it('is reached from this machine only', () => {
    expect(server.address()).toMatchObject({ address: '127.0.0.1', family: 'IPv4' });
  });

  it('lets go of who sends a request slowly, and answers others meanwhile', async () => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    const received = socket.toArray();
    const drip = setInterval(() => socket.write('X: y\r\n'), 500);
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
    const started = performance.now();
    expect(await ask('/')).toMatchObject({ status: 200 });
    expect((await received).join('')).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 15_000);

  it('refuses headers without end', async () => {
    const headers = { padding: 'x'.repeat(20_000) };
    expect(await ask('/', { headers })).toMatchObject({ status: 431 });
  });

  it('holds a bounded number of connections', async () => {
    const sockets = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    const dropped = await new Promise<number>((done) => {
      let count = 0;
      server.on('drop', () => (count += 1) === 300 - 256 && done(count));
    });
    expect(dropped).toBe(44);
    for (const socket of sockets) socket.destroy();
  });
});

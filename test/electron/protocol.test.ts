import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerRequest, registerScheme, serveApp } from '../../electron/main/protocol.ts';
import { emptyFolder } from '../cli/dagwright.ts';

const folder = emptyFolder();
const page = join(folder, 'app');

beforeAll(() => {
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  writeFileSync(join(page, 'assets/a b.js'), 'export {};');
  writeFileSync(join(page, 'assets/font.ttf'), Buffer.from([1, 2, 255]));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'app-secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(page, 'link.txt'));
  symlinkSync(folder, join(page, 'up'), 'junction');
});

const ask = (url: string, method = 'GET') => answerRequest({ url, method }, page);

describe('answerRequest(request, folder) serves the built page', () => {
  it.each([
    ['app://dagwright/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://dagwright/index.html?a=1#b', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://dagwright/assets/a%20b.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('%s', async (url, type, body) => {
    const response = await ask(url);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, body]);
  });

  it('gives bytes as they are', async () => {
    const bytes = new Uint8Array(await (await ask('app://dagwright/assets/font.ttf')).arrayBuffer());
    expect([...bytes]).toEqual([1, 2, 255]);
  });

  it('sends the policy with whatever it answers, and lets the page send no request of its own', async () => {
    for (const url of ['app://dagwright/index.html', 'app://dagwright/nothing', 'app://evil/']) {
      const { headers } = await ask(url);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
          "connect-src 'none'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; " +
          "form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('answerRequest(request, folder) refuses everything else', () => {
  it.each([
    ['app://dagwright/', 404],
    ['app://dagwright/nothing.html', 404],
    ['app://dagwright/assets', 404],
    ['app://dagwright/../secret.txt', 404],
    ['app://dagwright/..%2fsecret.txt', 404],
    ['app://dagwright/%2e%2e/secret.txt', 404],
    ['app://dagwright/%2e%2e%2fsecret.txt', 404],
    ['app://dagwright/assets/..%2f..%2fsecret.txt', 404],
    ['app://dagwright/..%2fapp-secret.txt', 404],
    ['app://dagwright/%252e%252e%252fsecret.txt', 404],
    ['app://dagwright//secret.txt', 404],
    ['app://dagwright/link.txt', 404],
    ['app://dagwright/up/secret.txt', 404],
    ['app://dagwright/..%5csecret.txt', 400],
    ['app://dagwright/..\\secret.txt', 400],
    ['app://dagwright/index.html%00.js', 400],
    ['app://dagwright/%', 400],
    ['app://dagwright/%ff', 400],
    ['app://evil/index.html', 400],
    ['app://dagwright.evil/index.html', 400],
    ['app://me@dagwright/index.html', 400],
    ['https://dagwright/index.html', 400],
    ['nonsense', 400],
  ])('%s: %i', async (url, status) => {
    const response = await ask(url);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get'])('%s: 405', async (method) => {
    const response = await ask('app://dagwright/index.html', method);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('the scheme', () => {
  it('is an origin like https and has no further privilege', () => {
    const registerSchemesAsPrivileged = vi.fn();
    registerScheme({ registerSchemesAsPrivileged });
    expect(registerSchemesAsPrivileged.mock.calls).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true } }]],
    ]);
  });

  it('answers in plain words and notes it when a file cannot be read', async () => {
    const handle = vi.fn<(scheme: string, handler: (request: Request) => Promise<Response>) => void>();
    const fault = vi.fn();
    serveApp({ handle }, page, fault);
    const [scheme, handler] = handle.mock.calls[0] ?? [];
    expect(scheme).toBe('app');
    const broken = Object.defineProperty({ method: 'GET' }, 'url', {
      get: () => {
        throw new Error('no disk');
      },
    });
    const response = await handler?.(broken as Request);
    expect([response?.status, await response?.text()]).toEqual([500, 'This cannot be read.\n']);
    expect(fault).toHaveBeenCalledOnce();
  });
});

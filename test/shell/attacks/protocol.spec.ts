import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../../build/paths.mjs';
import { expectWelcome } from '../page.ts';
import { expect, test } from '../shell.ts';

const our = (path: string): string => `app://dagwright${path}`;

/** Addresses that lead out of the page's folder, or seem to. */
const traversals: readonly string[] = [
  '/../package.json',
  '/..%2fpackage.json',
  '/..%2Fpackage.json',
  '/%2e%2e/package.json',
  '/%2e%2e%2fpackage.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/..%5cpackage.json',
  '/..\\package.json',
  '/%252e%252e%252fpackage.json',
  '/..%252fpackage.json',
  '/..%c0%afpackage.json',
  '/%2fetc%2fpasswd',
  '//etc/passwd',
  '/index.html%00.png',
  '/%00',
  '/.%2f..%2fpackage.json',
  '/C:%5cWindows%5cwin.ini',
  '/%',
  '/electron/main.js',
  '/../electron/main.js',
  '/',
];

const foreign: readonly string[] = [
  'app://other/index.html',
  'app://dagwright.example.invalid/index.html',
  'app://dagwright:1/index.html',
  'app:///index.html',
];

test('app:// gives the files of the page and nothing else', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  await expectWelcome(await shell.firstWindow());
  const page = await shell.request(our('/index.html'));
  expect([page?.status, await page?.text()]).toEqual([200, expect.stringContaining('<div id="app">')]);

  const served: string[] = [];
  for (const address of [...traversals.map(our), ...foreign]) {
    const answer = await shell.request(address);
    const text = (await answer?.text()) ?? '';
    const isRefused = answer?.status === 404 || answer?.status === 400;
    if (!isRefused || text.length > 100) served.push(`${address}: ${answer?.status} ${text.slice(0, 60)}`);
  }
  expect(served).toEqual([]);
});

test('app:// is read only', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  await expectWelcome(await shell.firstWindow());
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
    const answer = await shell.request(our('/index.html'), { method });
    expect([answer?.status, answer?.headers.get('allow')], method).toEqual([405, 'GET']);
  }
});

test(
  'a link in the page’s folder does not lead out of it',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const copy = join(folder, 'program', 'dist');
    await mkdir(copy, { recursive: true });
    for (const part of ['app', 'electron']) await cp(inRoot(`dist/${part}`), join(copy, part), { recursive: true });
    const secret = join(folder, 'secret.html');
    await writeFile(secret, 'a secret');
    await symlink(secret, join(copy, 'app', 'link.html'));
    await symlink(folder, join(copy, 'app', 'folder'));
    const shell = await launchInStandIn({ main: join(copy, 'electron', 'main.js') });
    await shell.firstWindow();
    for (const path of ['/link.html', '/folder/secret.html']) {
      const answer = await shell.request(our(path));
      expect([answer?.status, await answer?.text()], path).toEqual([404, expect.not.stringContaining('a secret')]);
    }
  },
);

test(
  'every answer carries the policy and is of the type of its file',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn();
    await expectWelcome(await shell.firstWindow());
    const addresses = [...shell.notes.urls('served'), our('/missing'), our('/..%2fpackage.json')];
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) {
      const headers = (await shell.request(address))?.headers;
      expect(headers?.get('content-security-policy'), address).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; " +
          "worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers?.get('x-content-type-options'), address).toBe('nosniff');
      expect(headers?.get('content-type'), address).toMatch(/^(text\/(html|javascript|css|plain)|font\/|image\/)/);
    }
    expect(shell.notes.urls('served')).not.toContain('app://dagwright/favicon.ico');
  },
);

test(
  'app: is a standard and secure scheme without further rights',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn();
    expect([...shell.schemes]).toEqual([['app', { standard: true, secure: true }]]);
  },
);

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './shell.ts';

const main = fileURLToPath(new URL('./standIn/unguarded/main.js', import.meta.url));
const elsewhere = 'https://example.invalid/';
const internet = { [elsewhere]: '<h1>Elsewhere</h1>', [`${elsewhere}start`]: { redirect: elsewhere } };
const outside = /^request to /;

interface Plain {
  readonly node: string;
  readonly invoke: (channel: string, message?: unknown) => Promise<unknown>;
  readonly twice: (callback: (value: unknown) => void, value: unknown) => number;
}
declare global {
  interface Window {
    readonly plain: Plain;
  }
}

test.describe('a program without guards', { tag: '@stand-in' }, () => {
  test('is led elsewhere, over a redirect too', async ({ launchInStandIn, tolerated }) => {
    tolerated.push(outside);
    const shell = await launchInStandIn({ main, internet });
    const page = await shell.firstWindow();
    await expect(page.getByRole('heading', { name: 'Plain' })).toBeVisible();
    await page.evaluate((address) => void (location.href = address), `${elsewhere}start`);
    await expect(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible();
    expect(shell.notes.urls('outside')).toEqual(expect.arrayContaining([`${elsewhere}start`, elsewhere]));
  });

  test('opens windows, grants permissions and saves downloads', async ({ launchInStandIn, tolerated }) => {
    tolerated.push(outside);
    const shell = await launchInStandIn({ main, internet });
    const page = await shell.firstWindow();
    await page.evaluate((address) => void window.open(address), elsewhere);
    await expect.poll(() => shell.notes.openPopups.length).toBe(1);
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('granted');
    expect(shell.allowsDevice('usb')).toBe(false);
    expect(shell.attachWebview(page, elsewhere)).toBe(true);
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' });
      link.click();
    });
    await expect.poll(() => shell.notes.savedDownloads).toEqual(['data:text/plain,x']);
  });

  test('reaches for the network, which is a fault', async ({ launchInStandIn, tolerated }) => {
    tolerated.push(outside, /^console: /);
    const shell = await launchInStandIn({ main });
    const page = await shell.firstWindow();
    await page.evaluate((address) => fetch(address).catch(() => undefined), `${elsewhere}from-page`);
    await page.evaluate(() => window.plain.invoke('fetch').catch(() => undefined));
    const faults = await shell.faults();
    expect(faults).toContain('request to https://example.invalid/from-page');
    expect(faults).toContain('request to https://example.invalid/from-main');
    // The dictionary of a spelling checker that nobody has turned off.
    expect(faults).toContainEqual(expect.stringContaining('.bdic'));
  });

  test('shows a dialog that nobody answers, which is a fault', async ({ launchInStandIn, tolerated }) => {
    tolerated.push(outside, /No answer was given/);
    const shell = await launchInStandIn({ main });
    const page = await shell.firstWindow();
    await expect(page.evaluate(() => window.plain.invoke('ask'))).rejects.toThrow('No answer was given');
    expect(await shell.faults()).toContainEqual(expect.stringContaining('No answer was given'));
  });
});

test.describe('the stand-in', { tag: '@stand-in' }, () => {
  test.beforeEach(({ tolerated }) => void tolerated.push(outside));

  test('carries plain data as it is, functions as callbacks and errors as Electron does', async ({
    launchInStandIn,
  }) => {
    const shell = await launchInStandIn({ main });
    const page = await shell.firstWindow();
    const message = { a: [1, null, 'é\u2028', { b: true }], c: undefined };
    expect(await page.evaluate((sent) => window.plain.invoke('echo', sent), message)).toEqual(message);
    expect(
      await page.evaluate(async () => {
        const answer = (await window.plain.invoke('echo', { n: Number.NaN, u: undefined })) as object;
        return [Object.keys(answer), Number.isNaN(Reflect.get(answer, 'n'))];
      }),
    ).toEqual([['n', 'u'], true]);
    expect(
      await page.evaluate(() => {
        const heard: unknown[] = [];
        window.plain.twice((value) => heard.push(value), 7);
        return heard;
      }),
    ).toEqual([7, 7]);
    await expect(page.evaluate(() => window.plain.invoke('fail'))).rejects.toThrow(
      "Error invoking remote method 'fail': Error: on purpose",
    );
    await expect(page.evaluate(() => window.plain.invoke('nothing'))).rejects.toThrow(/No handler registered/);
  });

  test('keeps Node out of the preload script and the script’s world out of the page', async ({ launchInStandIn }) => {
    const shell = await launchInStandIn({ main });
    const page = await shell.firstWindow();
    expect(await page.evaluate(() => window.plain.node)).toBe('module not found: node:fs');
    const leaks = await page.evaluate(() => Object.keys(window).filter((name) => /^b[0-9a-f]{32}/.test(name)));
    expect(leaks).toEqual([]);
  });

  const broken: readonly (readonly [what: string, source: string, message: RegExp])[] = [
    ['imports what Electron lacks', `import { nothing } from 'electron';`, /nothing/],
    ['uses a network of Node', `import 'node:https';`, /must not use a network/],
    [
      'makes a window too early',
      `import { BrowserWindow } from 'electron'; new BrowserWindow();`,
      /before app is ready/,
    ],
    [
      'asks for the session too early',
      `import { session } from 'electron'; session.defaultSession.on('x', () => {});`,
      /when app is ready/,
    ],
    [
      'answers a request twice',
      `import { ipcMain } from 'electron'; ipcMain.handle('x', () => 1); ipcMain.handle('x', () => 2);`,
      /second handler for 'x'/,
    ],
  ];
  for (const [what, source, message] of broken) {
    test(`does not start a main that ${what}`, async ({ launchInStandIn, folder }) => {
      const broken = join(folder, 'broken');
      await mkdir(broken);
      await writeFile(join(broken, 'package.json'), '{"type":"module"}');
      await writeFile(join(broken, 'main.js'), source);
      await expect(launchInStandIn({ main: join(broken, 'main.js') })).rejects.toThrow(message);
    });
  }

  test('lets nobody use a window that is gone', async ({ launchInStandIn }) => {
    const shell = await launchInStandIn({ main });
    const page = await shell.firstWindow();
    const window = shell.windowOf(page);
    await shell.close(page);
    await expect.poll(() => shell.isRunning()).toBe(false);
    expect(() => window.getTitle()).toThrow('Object has been destroyed');
    expect(() => window.webContents).toThrow('Object has been destroyed');
  });
});

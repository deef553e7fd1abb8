import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answer, designFile, expectDocument, expectWelcome, pageDialog, setMailboxes } from './page.ts';
import { expect, test } from './shell.ts';

test('a window comes back where it stood', async ({ launch }) => {
  const bounds = { x: 120, y: 90, width: 1200, height: 800 };
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await shell.moveTo(page, bounds);
  await shell.quit();
  await expect.poll(() => shell.isRunning()).toBe(false);
  const again = await launch();
  expect(await again.stateOf(await again.firstWindow())).toMatchObject({ bounds });
});

test('a window that was maximized comes back maximized', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  shell.windowOf(page).maximize();
  await shell.quit();
  await expect.poll(() => shell.isRunning()).toBe(false);
  const again = await launchInStandIn();
  const next = await again.firstWindow();
  await expect.poll(async () => (await again.stateOf(next)).maximized).toBe(true);
});

test('a new window stands a step beside the one it comes from', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  const { bounds } = await shell.stateOf(page);
  const other = await shell.newWindow(() => shell.choose('File', 'New window'));
  const beside = (await shell.stateOf(other)).bounds;
  expect(beside.x).toBeGreaterThan(bounds.x);
  expect(beside.y).toBeGreaterThan(bounds.y);
});

test('the page follows the system between light and dark until a look is chosen', async ({ launch }) => {
  const shell = await launch({ systemTheme: 'light' });
  const page = await shell.firstWindow();
  await expectWelcome(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await shell.setSystemTheme('dark');
  await expect.poll(background).not.toBe(light);
  await shell.choose('View', 'Theme: light');
  await expect.poll(background).toBe(light);
});

test('a look that is chosen in one window holds in the others', async ({ launch }) => {
  const shell = await launch({ systemTheme: 'light' });
  const page = await shell.firstWindow();
  await expectWelcome(page);
  const other = await shell.newWindow(() => shell.choose('File', 'New window'));
  await expectWelcome(other);
  await shell.choose('View', 'Theme: dark');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a mistake of the page keeps the work and stands in the log', async ({ launch, folder, tolerated }) => {
  tolerated.push(/a planted mistake/);
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('a planted mistake');
    });
  });
  await expect(pageDialog(page, 'Something went wrong')).toContainText('Your work is kept');
  const log = () => readFile(join(shell.userData, 'logs', 'dagwright.log'), 'utf8').catch(() => '');
  await expect.poll(log).toContain('a planted mistake');
  await answer(page, 'Something went wrong', 'Open log folder');
  await expect.poll(async () => (await shell.handedOut()).folders).toEqual([join(shell.userData, 'logs')]);
});

test('the page can ask for its windows, links and the about panel by name only', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  const ask = (link: string) => page.evaluate((name) => window.dagwright!.openLink({ link: name }), link);
  expect(await ask('high-availability')).toEqual({ ok: true, value: null });
  expect(await ask('constructor')).toMatchObject({ ok: false, message: expect.stringContaining('not known') });
  await expect(ask('https://example.invalid/')).rejects.toThrow(/openLink is refused/);
  expect((await shell.handedOut()).links).toEqual(['https://learn.microsoft.com/exchange/high-availability/plan-ha']);
  expect(await page.evaluate(() => window.dagwright!.showAbout({}))).toEqual({ ok: true, value: null });
  expect((await shell.handedOut()).about).toBe(1);
  await expectWelcome(await shell.newWindow(() => page.evaluate(() => window.dagwright!.newWindow({}))));
});

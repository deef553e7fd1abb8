import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { pack } from '../packaging/pack.ts';
import { designFile, expectDocument, expectWelcome } from './page.ts';
import { expect, test } from './shell.ts';

test.describe('the packed program', { tag: '@stand-in' }, () => {
  // Packed once for all of them.
  test.describe.configure({ mode: 'default' });
  let output: string;
  let main: string;

  test.beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), 'dagwright-packed-'));
    const { folder } = await pack(output);
    extractAll(join(folder, 'resources/app.asar'), join(output, 'program'));
    main = join(output, 'program/dist/electron/main.js');
  });
  test.afterAll(() => rm(output, { recursive: true }));

  test('starts from what the archive holds, and shows an example', async ({ launchInStandIn }) => {
    const shell = await launchInStandIn({ main, isPackaged: true });
    const page = await shell.firstWindow();
    await expectWelcome(page);
    await page.getByRole('button', { name: /^Contoso/ }).click();
    await expectDocument(page, 'contoso.dagwright.json');
  });

  test('opens the file that it is started with', async ({ launchInStandIn, folder }) => {
    const shell = await launchInStandIn({
      main,
      isPackaged: true,
      args: [await designFile(folder)],
    });
    await expectDocument(await shell.firstWindow(), 'plan.dagwright.json');
  });

  test('has nothing for developers in its menu', async ({ launchInStandIn }) => {
    const shell = await launchInStandIn({ main, isPackaged: true });
    await expectWelcome(await shell.firstWindow());
    const roles = (await shell.menu()).flatMap(({ role }) => role ?? []).map((role) => role.toLowerCase());
    expect(roles).toContain('copy');
    expect(roles.filter((role) => ['reload', 'forcereload', 'toggledevtools'].includes(role))).toEqual([]);
  });
});

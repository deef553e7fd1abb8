import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openExample } from '../e2e/app.ts';
import {
  designFile,
  editedMark,
  expectDocument,
  expectWelcome,
  mailboxesIn,
  pageDialog,
  setMailboxes,
} from './page.ts';
import { expect, test } from './shell.ts';
import type { LaunchOptions, ShellApp } from './shellApp.ts';

type Launch = (options?: LaunchOptions) => Promise<ShellApp>;

const question = (name: string) => ({ kind: 'message', message: `Save the changes to ${name}?` });

async function editing(launch: Launch, folder: string) {
  const path = await designFile(folder);
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await expectEdited(shell, page);
  return { shell, page, path };
}

/** The shell has heard of the change. */
const expectEdited = (shell: ShellApp, page: Page): Promise<void> =>
  expect.poll(async () => (await shell.stateOf(page)).title).toMatch(/^• /);

/** The recovery copies that are kept. */
const kept = async ({ userData }: ShellApp): Promise<readonly string[]> => {
  const folder = join(userData, 'recovery');
  return existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.json')) : [];
};

const expectEnded = (shell: ShellApp): Promise<void> => expect.poll(() => shell.isRunning()).toBe(false);

test('a window without unsaved changes closes unasked, and the program ends with its last window', async ({
  launch,
  folder,
}) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await shell.close(page);
  await expectEnded(shell);
});

test('closing with unsaved changes: save writes the file, closes the window and keeps no recovery copy', async ({
  launch,
  folder,
}) => {
  const { shell, page, path } = await editing(launch, folder);
  await expect.poll(() => kept(shell)).toHaveLength(1);
  await shell.dialogs.press('Save');
  await shell.close(page);
  await expectEnded(shell);
  expect(await mailboxesIn(path)).toBe(200);
  await expect.poll(() => kept(shell)).toEqual([]);
});

test('closing with unsaved changes: what still stands in a field is saved too', async ({ launch, folder }) => {
  const { shell, page, path } = await editing(launch, folder);
  await page.getByRole('region', { name: 'Inspector' }).getByLabel('Mailboxes', { exact: true }).fill('250');
  await shell.dialogs.press('Save');
  await shell.close(page);
  await expectEnded(shell);
  expect(await mailboxesIn(path)).toBe(250);
});

test('closing with unsaved changes: don’t save leaves the file and drops the recovery copy', async ({
  launch,
  folder,
}) => {
  const { shell, page, path } = await editing(launch, folder);
  await expect.poll(() => kept(shell)).toHaveLength(1);
  await shell.dialogs.press('Don’t save');
  await shell.close(page);
  await expectEnded(shell);
  expect(await mailboxesIn(path)).toBe(100);
  expect(await kept(shell)).toEqual([]);
});

test('closing with unsaved changes: cancel keeps the window and the work', async ({ launch, folder }) => {
  const { shell, page, path } = await editing(launch, folder);
  await shell.dialogs.press('Cancel');
  await shell.close(page);
  await expect.poll(() => shell.dialogs.asked()).toMatchObject([question('plan.dagwright.json')]);
  await expect(editedMark(page)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(editedMark(page)).toHaveCount(0);
  expect(await mailboxesIn(path)).toBe(200);
});

test('closing a design that was never saved: a cancelled save dialog keeps the window', async ({ launch, folder }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  await openExample(page, 'Contoso');
  await setMailboxes(page, 9001);
  await expectEdited(shell, page);
  await shell.dialogs.press('Save');
  await shell.dialogs.save(null);
  await shell.close(page);
  await expect.poll(async () => (await shell.dialogs.asked()).map(({ kind }) => kind)).toEqual(['message', 'save']);
  await expect(editedMark(page)).toBeVisible();

  const path = join(folder, 'mine.dagwright.json');
  await shell.dialogs.press('Save');
  await shell.dialogs.save(path);
  await shell.close(page);
  await expectEnded(shell);
  expect(existsSync(path)).toBe(true);
});

test('a conflict while saving at the close keeps the window until it is answered', async ({ launch, folder }) => {
  const { shell, page, path } = await editing(launch, folder);
  await designFile(folder, 'plan.dagwright.json', 300);
  await shell.dialogs.press('Save');
  await shell.close(page);
  const conflict = pageDialog(page, 'plan.dagwright.json changed on disk');
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expectEnded(shell);
  expect(await mailboxesIn(path)).toBe(200);
});

test('the close button pressed twice asks once', { tag: '@stand-in' }, async ({ launchInStandIn, folder }) => {
  const shell = await launchInStandIn({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await setMailboxes(page, 200);
  await expectEdited(shell, page);
  const release = shell.dialogs.hold();
  await shell.dialogs.press('Cancel');
  await shell.close(page);
  await shell.close(page);
  release();
  await expect(editedMark(page)).toBeVisible();
  expect(await shell.dialogs.asked()).toHaveLength(1);
});

test('quitting without unsaved changes ends the program unasked', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder)] });
  await expectDocument(await shell.firstWindow(), 'plan.dagwright.json');
  await shell.quit();
  await expectEnded(shell);
});

test.describe('quitting with unsaved work in two windows', () => {
  const answers: readonly (readonly [first: string, second: string | undefined, ends: boolean])[] = [
    ['Save', 'Save', true],
    ['Save', 'Don’t save', true],
    ['Save', 'Cancel', false],
    ['Don’t save', 'Save', true],
    ['Don’t save', 'Don’t save', true],
    ['Don’t save', 'Cancel', false],
    ['Cancel', undefined, false],
  ];

  for (const [first, second, ends] of answers) {
    test(`${first}${second ? `, then ${second}` : ''}: ${ends ? 'ends' : 'goes on with both'}`, async ({
      launch,
      folder,
    }) => {
      const paths = [await designFile(folder, 'a.dagwright.json'), await designFile(folder, 'b.dagwright.json')];
      const shell = await launch({ args: paths });
      await expect.poll(() => shell.windows().length).toBe(2);
      for (const page of shell.windows()) {
        await expect(page.getByRole('heading', { level: 1, name: /^[ab]\.dagwright\.json$/ })).toBeVisible();
        await setMailboxes(page, 200);
        await expectEdited(shell, page);
      }
      await shell.dialogs.press(first);
      if (second) await shell.dialogs.press(second);
      await shell.quit();
      const asked = second ? 2 : 1;
      await expect.poll(async () => (await shell.dialogs.asked()).length).toBe(asked);
      const order = (await shell.dialogs.asked()).map(({ message }) => (message?.includes(' a.') ? 0 : 1));
      const saved = [first, second].flatMap((button, at) => (button === 'Save' ? [order[at]] : []));
      const wanted = [0, 1].map((at) => (saved.includes(at) ? 200 : 100));
      if (ends) {
        await expectEnded(shell);
        expect(await Promise.all(paths.map(mailboxesIn))).toEqual(wanted);
        expect(await kept(shell)).toEqual([]);
        return;
      }
      await expect.poll(() => Promise.all(paths.map(mailboxesIn))).toEqual(wanted);
      expect(shell.windows()).toHaveLength(2);

      // A quit that was cancelled does not come back when a window closes later.
      const [one, other] = shell.windows();
      for (const page of [one, other]) {
        await page!.keyboard.press('Control+s');
        await expect(editedMark(page!)).toHaveCount(0);
      }
      await shell.close(one!);
      await expect.poll(() => shell.windows().length).toBe(1);
      expect(shell.isRunning()).toBe(true);
      await expect(editedMark(other!)).toHaveCount(0);
    });
  }
});

test(
  'a reload with unsaved changes is asked about; without them it is not',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const shell = await launchInStandIn({ args: [await designFile(folder)] });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    await setMailboxes(page, 200);
    await expectEdited(shell, page);
    await shell.dialogs.press('Stay');
    shell.reload(page);
    await expect.poll(async () => (await shell.dialogs.asked()).length).toBe(1);
    await expect(editedMark(page)).toBeVisible();

    await shell.dialogs.press('Leave');
    shell.reload(page);
    await expectWelcome(page);
    await expect(page.getByRole('region', { name: 'Recovery' })).toContainText('plan.dagwright.json was not saved');
    await expect.poll(async () => (await shell.stateOf(page)).title).toBe('Dagwright');

    const loaded = page.waitForEvent('load');
    shell.reload(page);
    await loaded;
    await expectWelcome(page);
    expect(await shell.dialogs.asked()).toHaveLength(2);
  },
);

test(
  'a window whose page has crashed closes, and its work is offered at the next start',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const shell = await launchInStandIn({ args: [await designFile(folder)] });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    await setMailboxes(page, 200);
    await expect.poll(() => kept(shell)).toHaveLength(1);
    await shell.dialogs.press('Close the window');
    shell.crash(page);
    await expectEnded(shell);
    expect(await kept(shell)).toHaveLength(1);

    const again = await launchInStandIn();
    await expect((await again.firstWindow()).getByRole('region', { name: 'Recovery' })).toContainText(
      'plan.dagwright.json',
    );
  },
);

test(
  'a window whose page has crashed can be loaded again and offers its work',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const shell = await launchInStandIn({ args: [await designFile(folder)] });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    await setMailboxes(page, 200);
    await expect.poll(() => kept(shell)).toHaveLength(1);
    await shell.dialogs.press('Load again');
    shell.crash(page);
    await expect.poll(() => shell.windows()[0] === page).toBe(false);
    const [anew] = shell.windows();
    await expect(anew!.getByRole('region', { name: 'Recovery' })).toContainText('plan.dagwright.json was not saved');
  },
);

test(
  'a window whose page hangs can be closed; its recovery copy stays',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const shell = await launchInStandIn({ args: [await designFile(folder)] });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    await setMailboxes(page, 200);
    await expect.poll(() => kept(shell)).toHaveLength(1);
    await shell.dialogs.press('Wait');
    shell.hang(page);
    await expect.poll(async () => (await shell.dialogs.asked()).length).toBe(1);
    expect(shell.windows()).toHaveLength(1);
    await shell.dialogs.press('Close the window');
    await shell.close(page);
    await expectEnded(shell);
    expect(await kept(shell)).toHaveLength(1);
  },
);

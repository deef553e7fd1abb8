import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { openExample } from '../e2e/app.ts';
import { answer, designFile, expectDocument, expectWelcome, pageDialog } from './page.ts';
import { expect, test } from './shell.ts';

const recent = (page: Page) => page.getByRole('region', { name: 'Recent' }).getByRole('listitem');

test('files that were opened or saved stand on the welcome page of the next start, the newest first', async ({
  launch,
  folder,
}) => {
  const first = await designFile(folder, 'first.dagwright.json');
  const second = await designFile(folder, 'second.dagwright.json');
  const shell = await launch({ args: [first] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'first.dagwright.json');
  await shell.dialogs.open([second]);
  await page.keyboard.press('Control+o');
  await expectDocument(page, 'second.dagwright.json');
  await shell.dialogs.save(join(folder, 'third.dagwright.json'));
  await page.keyboard.press('Control+Shift+s');
  await expectDocument(page, 'third.dagwright.json');
  await shell.quit();
  await expect.poll(() => shell.isRunning()).toBe(false);

  const again = await launch();
  const next = await again.firstWindow();
  await expect(recent(next)).toContainText(['third.dagwright.json', 'second.dagwright.json', 'first.dagwright.json']);
  await expect(recent(next).first()).toContainText(basename(folder));
  await expect(recent(next).first().getByRole('button').first()).toHaveAttribute(
    'title',
    join(folder, 'third.dagwright.json'),
  );
  await recent(next).nth(2).getByRole('button').first().click();
  await expectDocument(next, 'first.dagwright.json');
});

test('a recent file that is gone says so and can be taken from the list', async ({ launch, folder }) => {
  const path = await designFile(folder);
  const shell = await launch({ args: [path] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  await shell.choose('File', 'Close design');
  await expectWelcome(page);
  await rm(path);
  await recent(page).getByRole('button', { name: /^plan/ }).click();
  await expect(pageDialog(page, 'The file was not opened')).toContainText('there is no such file or folder');
  await answer(page, 'The file was not opened', 'Close');
  await expectWelcome(page);
  await recent(page)
    .getByRole('button', { name: /^Remove plan/ })
    .click();
  await expect(recent(page)).toHaveCount(0);
  await shell.quit();
  await expect.poll(() => shell.isRunning()).toBe(false);
  const again = await launch();
  await expectWelcome(await again.firstWindow());
  await expect(recent(await again.firstWindow())).toHaveCount(0);
});

test('a recent file that another window has open comes to the front there', async ({ launch, folder }) => {
  const shell = await launch({ args: [await designFile(folder)] });
  const page = await shell.firstWindow();
  await expectDocument(page, 'plan.dagwright.json');
  const other = await shell.newWindow(() => shell.choose('File', 'New window'));
  await recent(other).getByRole('button', { name: /^plan/ }).click();
  await expect.poll(async () => (await shell.stateOf(page)).focused).toBe(true);
  await expectWelcome(other);
});

test('the examples are there and open as documents without a file', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await openExample(page, 'Contoso');
  await expectDocument(page, 'contoso.dagwright.json');
  await expect.poll(async () => (await shell.stateOf(page)).title).toBe('contoso.dagwright.json – Dagwright');
});

import type { Page } from '@playwright/test';
import { expect, goTo, inspector, openExample, save, snapshots, test } from './app.ts';

const expectSnapshot = (page: Page): Promise<void> =>
  expect.poll(() => snapshots(page)).toEqual([expect.stringContaining('"mailboxes": 9001')]);

test('work that was not saved is offered at the next start, and comes back as a copy', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  await inspector(app).getByLabel('Mailboxes').fill('9001');
  await inspector(app).getByLabel('Mailboxes').press('Enter');
  await expect(app.getByText('Edited', { exact: true })).toBeVisible();
  await expectSnapshot(app);
  app.on('dialog', (dialog) => void dialog.accept());
  await app.reload();

  const offer = app.getByRole('region', { name: 'Recovery' });
  await expect(offer).toContainText('contoso.dagwright.json was not saved');
  await expect(offer).toContainText('16 servers');
  await expect(offer).toContainText('1 unsaved change');
  await offer.getByRole('button', { name: 'Recover as a copy' }).click();
  await expect(app.getByRole('heading', { name: 'contoso (recovered).dagwright.json' })).toBeVisible();
  expect(await save(app)).toContain('"mailboxes": 9001');
  await app.reload();
  await expect(app.getByRole('heading', { name: 'Dagwright' })).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test('a document that is open in another window is not offered there', async ({ app, context }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  await inspector(app).getByLabel('Mailboxes').fill('9001');
  await inspector(app).getByLabel('Mailboxes').press('Enter');
  await expectSnapshot(app);
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('button', { name: /^Contoso/ })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Recovery' })).toHaveCount(0);
});

test('cancelling the file dialog after giving changes up keeps them, and their recovery copy', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  await inspector(app).getByLabel('Mailboxes').fill('9001');
  await inspector(app).getByLabel('Mailboxes').press('Enter');
  await expectSnapshot(app);
  const chooser = app.waitForEvent('filechooser');
  await app.keyboard.press('Control+o');
  await app.getByRole('button', { name: 'Discard' }).click();
  await chooser;
  await expect(app.getByText('Edited', { exact: true })).toBeVisible();
  app.on('dialog', (dialog) => void dialog.accept());
  await app.reload();
  await expect(app.getByRole('region', { name: 'Recovery' })).toContainText('contoso.dagwright.json was not saved');
});

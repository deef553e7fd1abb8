import type { Page } from '@playwright/test';
import { obstacles } from './axe.ts';
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

test('somebody who edits without a pause has a recovery copy that lacks no more than the last second', async ({
  app,
}) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  const mailboxes = inspector(app).getByLabel('Mailboxes');
  /** When 9001, 9002 and so on were taken over. */
  const taken: number[] = [];
  const ages: number[] = [];
  while (taken.length < 8 || Date.now() - (taken[0] ?? 0) < 6000) {
    await mailboxes.fill(String(9001 + taken.length));
    await mailboxes.press('Enter');
    taken.push(Date.now());
    const now = Date.now();
    const [text = ''] = await snapshots(app);
    const kept = Number(/"mailboxes": (9\d{3})/.exec(text)?.[1] ?? 9000);
    ages.push(now - (taken[kept - 9000] ?? now));
  }
  // A second, and as long as a busy machine takes to write the copy.
  expect(Math.max(...ages)).toBeLessThan(3000);
});

test('a window that is left keeps its recovery copy at once', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  await inspector(app).getByLabel('Mailboxes').fill('9001');
  await inspector(app).getByLabel('Mailboxes').press('Enter');
  await app.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect.poll(() => snapshots(app), { timeout: 900 }).toHaveLength(1);
});

test('what was changed is named, with markup and names of any length and script as plain text', async ({ app }) => {
  const name = '<img src=x onerror="window.harmed=1"> \u0645\u0631\u062d\u0628\u0627 ' + 'long '.repeat(60).trim();
  await openExample(app, 'Contoso');
  const field = inspector(app).getByLabel('Name', { exact: true });
  await field.fill(name);
  await field.press('Enter');
  await app.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect.poll(() => snapshots(app)).toHaveLength(1);
  app.on('dialog', (dialog) => void dialog.accept());
  await app.reload();
  const offer = app.getByRole('region', { name: 'Recovery' });
  await expect(offer).toContainText('<img src=x onerror=');
  await expect(offer).toContainText('1 unsaved change: \u2068Set name');
  expect(await app.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await offer.getByRole('button', { name: 'Recover as a copy' }).click();
  await expect(app.getByRole('tree', { name: 'Outline' })).toContainText('<img src=x');
  expect(await app.evaluate(() => 'harmed' in window)).toBe(false);
});

test('a damaged recovery copy says what is wrong with it and can be discarded', async ({ app }) => {
  await keep(app, [{ id: 'a', text: '{"format":"dagwright/1"' }]);
  const offer = app.getByRole('region', { name: 'Recovery' });
  await offer.getByRole('button', { name: 'Recover as a copy' }).click();
  const damaged = app.getByRole('dialog', { name: 'The recovery copy of a.dagwright.json is damaged' });
  await expect(damaged).toContainText('not valid JSON');
  await damaged.getByRole('button', { name: 'Discard' }).click();
  await expect(offer).toHaveCount(0);
  expect(await snapshots(app)).toEqual([]);
});

test('many recovery copies stay in a list that scrolls, and can be discarded together', async ({ app }) => {
  await keep(
    app,
    Array.from({ length: 30 }, (_, i) => ({ id: `copy-${i}`, text: '{}' })),
  );
  const offer = app.getByRole('region', { name: 'Recovery' });
  await expect(offer).toContainText('30 designs were not saved');
  await expect(app.getByRole('button', { name: 'New design' })).toBeInViewport();
  expect(await obstacles(app)).toEqual([]);
  await offer.getByRole('button', { name: 'Discard all…' }).click();
  const question = app.getByRole('dialog', { name: 'Discard 30 recovery copies?' });
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(offer).toHaveCount(0);
});

/** Puts recovery copies where the browser keeps them, and starts anew. */
async function keep(page: Page, copies: readonly { readonly id: string; readonly text: string }[]): Promise<void> {
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('dagwright-recovery');
        opening.onerror = () => reject(new Error('The recovery copies cannot be written.'));
        opening.onsuccess = () => {
          const { result: database } = opening;
          const change = database.transaction('recovery', 'readwrite');
          for (const { id, text } of all) {
            const copy = {
              id,
              name: `${id}.dagwright.json`,
              keptAt: '2026-01-31T12:00:00Z',
              summary: 'A design',
              text,
            };
            change.objectStore('recovery').put(copy, id);
          }
          change.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    copies,
  );
  await page.reload();
}

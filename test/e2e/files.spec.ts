import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  expect,
  goTo,
  inspector,
  openExample,
  openFile,
  save,
  snapshots,
  test,
  settledVerdict,
  verdict,
} from './app.ts';

const contoso = await readFile(new URL('../../examples/contoso.dagwright.json', import.meta.url), 'utf8');

const badFiles: readonly (readonly [what: string, text: string | Buffer, place: RegExp])[] = [
  ['an empty file', '', /whole file/],
  ['a truncated file', contoso.slice(0, 400), /./],
  ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255, 254]), /whole file/],
  ['another format', '{"format":"dagwright/9","name":"x"}', /\/format/],
  [
    'a string for a number',
    '{"format":"dagwright/1","name":"x","hardware":[{"name":"h","cores":"24"}]}',
    /\/hardware\/0\/cores/,
  ],
  [
    'duplicate names',
    '{"format":"dagwright/1","name":"x","datacenters":[{"name":"A"},{"name":"A"}]}',
    /\/datacenters\/1\/name/,
  ],
  ['a prototype key', '{"format":"dagwright/1","name":"x","__proto__":{"a":1}}', /./],
];

for (const [what, text, place] of badFiles) {
  test(`${what} gets a dialog that names the place, and the open design stays`, async ({ app }) => {
    await openExample(app, 'Contoso');
    const before = await settledVerdict(app);
    await openFile(app, 'bad.json', text);
    const dialog = app.getByRole('dialog', { name: /bad\.json is not a design/ });
    await expect(dialog).toContainText('the design you had is still open');
    await expect(dialog.locator('code').first()).toHaveText(place);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(app.getByRole('heading', { name: 'contoso.dagwright.json' })).toBeVisible();
    await expect(verdict(app)).toHaveText(before);
  });
}

test('what a rule judges opens and can be walked: two copies on one server, a host name twice', async ({ app }) => {
  const copy = { server: 'A <&"\u00e9', volume: 'V' };
  const odd = {
    format: 'dagwright/1',
    name: 'Odd',
    datacenters: [{ name: 'E' }, { name: 'W' }],
    pairs: [{ name: 'P', datacenters: ['E', 'W'], namespaces: [{ host: 'mail' }, { host: 'mail' }] }],
    dags: [
      {
        name: 'D',
        pair: 'P',
        servers: [{ name: copy.server, volumes: [{ name: 'V' }] }],
        databases: [{ name: 'DB', copies: [copy, copy] }],
      },
    ],
  };
  await openFile(app, 'odd.json', JSON.stringify(odd));
  await goTo(app, 'DB');
  await expect(inspector(app)).toContainText('2 copies');
  const tree = app.getByRole('tree', { name: 'Outline' });
  await tree.focus();
  await app.keyboard.press('ArrowRight');
  await goTo(app, copy.server);
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText(copy.server);
  await app.getByRole('treeitem', { name: 'Namespaces' }).click();
  await app.keyboard.press('ArrowRight');
  await app.getByRole('tab', { name: /Not stated/ }).click();
  await app.getByRole('button', { name: 'Copy layout' }).click();
  await expect(app.getByRole('region', { name: 'Inspector' })).toBeVisible();
});

test('an example saves the bytes that it was read from', async ({ app }) => {
  await openExample(app, 'Contoso');
  expect(await save(app)).toBe(contoso);
});

test('unsaved changes are asked about: cancel stays, discard leaves', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  await inspector(app).getByLabel('Mailboxes').fill('9000');
  await inspector(app).getByLabel('Mailboxes').press('Enter');
  await expect(app.getByText('Edited', { exact: true })).toBeVisible();

  await app.keyboard.press('Control+o');
  const guard = app.getByRole('dialog', { name: 'Save contoso.dagwright.json?' });
  await guard.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.getByText('Edited', { exact: true })).toBeVisible();

  await app.getByRole('button', { name: 'File' }).click();
  await app.getByRole('menuitem', { name: 'Close design' }).click();
  await guard.getByRole('button', { name: 'Discard' }).click();
  await expect(app.getByRole('heading', { name: 'Dagwright' })).toBeVisible();
  await expect(app.getByText('was not saved')).toHaveCount(0);
});

test('leaving the page with unsaved changes is asked about, without them it is not', async ({ app }) => {
  await openExample(app, 'Contoso');
  let asked = 0;
  app.on('dialog', (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await app.reload();
  expect(asked).toBe(0);
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  await inspector(app).getByLabel('Mailboxes').fill('9000');
  await inspector(app).getByLabel('Mailboxes').press('Enter');
  await app.reload();
  expect(asked).toBe(1);
});

test('a file that was opened stands on the welcome page and opens from there', async ({ app }) => {
  await openFile(app, 'mine.dagwright.json', contoso);
  await expect(app.getByRole('heading', { name: 'mine.dagwright.json' })).toBeVisible();
  await app.reload();
  await app.getByRole('button', { name: /^mine\.dagwright\.json/ }).click();
  await expect(app.getByRole('tree', { name: 'Outline' })).toBeVisible();
});

/** Drops files with this content on an element. */
async function drop(page: Page, target: string, ...names: readonly string[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([text, all]) => {
      const data = new DataTransfer();
      for (const name of all) data.items.add(new File([text], name, { type: 'application/json' }));
      return data;
    },
    [contoso, names] as const,
  );
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.locator(target).dispatchEvent(event, { dataTransfer: transfer });
  }
}

test('a dropped file opens', async ({ app }) => {
  await drop(app, 'main', 'dropped.dagwright.json');
  await expect(app.getByRole('heading', { name: 'dropped.dagwright.json' })).toBeVisible();
});

test('of several dropped files the first opens, and the others are said to be left', async ({ app }) => {
  await drop(app, 'main', 'first.dagwright.json', 'second.dagwright.json', 'third.dagwright.json');
  await expect(app.getByRole('heading', { name: 'first.dagwright.json' })).toBeVisible();
  await expect(app.getByRole('status')).toContainText('2 other files were not opened');
});

test('a file that is dropped on a dialog neither opens nor leads away', async ({ app }) => {
  await openExample(app, 'Contoso');
  await app.keyboard.press('?');
  await drop(app, 'dialog', 'dropped.dagwright.json');
  await expect(app.getByRole('status')).toContainText('Answer what is open first');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('heading', { name: 'contoso.dagwright.json' })).toBeVisible();
});

test('typing that no field has taken over yet counts when the page is left', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'Heavy');
  const mailboxes = inspector(app).getByLabel('Mailboxes');
  await mailboxes.fill('9000');
  await expect(app).toHaveTitle('• contoso.dagwright.json – Dagwright');
  await mailboxes.press('Escape');
  await expect(app).toHaveTitle('contoso.dagwright.json – Dagwright');
  await mailboxes.fill('9000');
  const asked = app.waitForEvent('dialog');
  await app.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await expect(app.getByText('Edited', { exact: true })).toBeVisible();
});

test('a mistake of the page is told once, with the work kept', async ({ page }) => {
  await page.goto('/');
  await openExample(page, 'Contoso');
  await goTo(page, 'Heavy');
  await inspector(page).getByLabel('Mailboxes').fill('9000');
  await inspector(page).getByLabel('Mailboxes').press('Enter');
  await page.evaluate(() => {
    for (let times = 0; times < 3; times += 1) void Promise.reject(new Error('planted'));
  });
  const dialog = page.getByRole('dialog', { name: 'Something went wrong' });
  await expect(dialog).toContainText('Your work is kept');
  await expect.poll(() => snapshots(page)).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Edited', { exact: true })).toBeVisible();
});

test('a recent file is walked to with the arrow keys and removed with Delete', async ({ app }) => {
  for (const name of ['one.json', 'two.json', 'three.json']) {
    await openFile(app, name, contoso);
    await expect(app.getByRole('heading', { name })).toBeVisible();
  }
  await app.reload();
  const recent = app.getByRole('region', { name: 'Recent' }).getByRole('button', { name: /^(one|two|three)/ });
  await expect(recent).toHaveText([/^three\.json/, /^two\.json/, /^one\.json/]);
  await recent.first().focus();
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Delete');
  await expect(recent).toHaveText([/^three\.json/, /^one\.json/]);
  await expect(recent.last()).toBeFocused();
});

import { readFile } from 'node:fs/promises';
import { expect, goTo, inspector, openExample, openFile, save, test, verdict, watch } from './app.ts';

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
    const before = await verdict(app).innerText();
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

test('a dropped file opens', async ({ app }) => {
  const transfer = await app.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.dagwright.json', { type: 'application/json' }));
    return data;
  }, contoso);
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await app.locator('main').dispatchEvent(event, { dataTransfer: transfer });
  }
  await expect(app.getByRole('heading', { name: 'dropped.dagwright.json' })).toBeVisible();
});

test('with file handles: saves in place, and a file changed on disk is not overwritten unasked', async ({ page }) => {
  const faults = watch(page);
  await page.addInitScript((text) => {
    const handle = async (): Promise<FileSystemFileHandle> => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle('kept.dagwright.json', { create: true });
    };
    Object.assign(window, {
      showOpenFilePicker: async () => {
        const file = await handle();
        const stream = await file.createWritable();
        await stream.write(text);
        await stream.close();
        return [file];
      },
      readKept: async () => (await (await handle()).getFile()).text(),
      writeKept: async (content: string) => {
        const stream = await (await handle()).createWritable();
        await stream.write(content);
        await stream.close();
      },
    });
  }, contoso);
  const kept = (): Promise<string> =>
    page.evaluate(() => (window as unknown as { readKept: () => Promise<string> }).readKept());
  await page.goto('/');
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('heading', { name: 'kept.dagwright.json' })).toBeVisible();

  const heavy = inspector(page).getByLabel('Mailboxes');
  await goTo(page, 'Heavy');
  await heavy.fill('9000');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await expect.poll(kept).toContain('"mailboxes": 9000');

  const theirs = contoso.replace('"name": "Contoso"', '"name": "Theirs"');
  await page.evaluate(
    (text) => (window as unknown as { writeKept: (t: string) => Promise<void> }).writeKept(text),
    theirs,
  );
  await heavy.fill('9100');
  await page.keyboard.press('Control+s');
  const conflict = page.getByRole('dialog', { name: /changed on disk/ });
  await expect(conflict).toBeVisible();
  expect(await kept()).toBe(theirs);
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(conflict).toHaveCount(0);
  await expect.poll(kept).toContain('"mailboxes": 9100');
  expect(faults).toEqual([]);
});

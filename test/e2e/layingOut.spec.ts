import type { Page } from '@playwright/test';
import { expect, goTo, inspector, openExample, save, test } from './app.ts';

const carried = (page: Page) => page.getByTestId('carried');
const changes = (page: Page, count: number) =>
  expect(page.getByRole('tab', { name: `Changes ${count}`, exact: true })).toBeVisible();

async function pressPart(page: Page, part: string): Promise<void> {
  await page.getByRole('button', { name: `Place ${part}`, exact: true }).click();
}

/** A point of the drawing, as parts of its width and height. */
async function point(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('The drawing is not on the screen.');
  return [box.x + box.width * x, box.y + box.height * y];
}

async function fitted(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Fit the design' }).click();
}

test('every part is placed by keyboard, where the selection is, each as one step', async ({ app }) => {
  await app.getByRole('button', { name: 'Empty design' }).click();
  const empty = await save(app);
  const palette = app.getByRole('toolbar', { name: 'Place' });
  await palette.getByRole('button').first().focus();
  await app.keyboard.press('Enter');
  await palette.getByRole('button', { name: 'Place Datacenter', exact: true }).focus();
  await app.keyboard.press('Enter');
  const steps = ['Datacenter pair', 'Link', 'DAG', 'Server', 'Disk', 'Database', 'Witness'];
  for (const [i, part] of steps.entries()) {
    await palette.getByRole('button', { name: 'Place Datacenter', exact: true }).focus();
    for (let down = 0; down <= i; down += 1) await app.keyboard.press('ArrowDown');
    await expect(palette.getByRole('button', { name: `Place ${part}`, exact: true })).toBeFocused();
    await app.keyboard.press('Enter');
    await changes(app, i + 3);
  }
  await goTo(app, 'Datacenter 1-Datacenter 2');
  for (const part of ['Office Online farm', 'Load balancer']) await pressPart(app, part);
  await changes(app, 11);
  const design = JSON.parse(await save(app)) as object;
  expect(design).toMatchObject({
    datacenters: [{ name: 'Datacenter 1' }, { name: 'Datacenter 2' }],
    links: [{ from: 'Datacenter 1', to: 'Datacenter 2' }],
    pairs: [{ datacenters: ['Datacenter 1', 'Datacenter 2'], loadBalancer: { layer: 7, sessionAffinity: 'none' } }],
    dags: [
      {
        pair: 'Datacenter 1-Datacenter 2',
        witness: { kind: 'fileShare' },
        servers: [{ name: 'EX01', volumes: [{ name: 'ExVol01', role: 'data' }] }],
        databases: [{ copies: [{ server: 'EX01', volume: 'ExVol01', activationPreference: 1 }] }],
      },
    ],
  });
  await pressPart(app, 'Load balancer');
  await expect(app.getByText(/has a load balancer already/).first()).toBeVisible();
  await changes(app, 11);
  for (let i = 0; i < 11; i += 1) await app.getByRole('button', { name: /^Undo: / }).click();
  expect(await save(app)).toBe(empty);
});

test('a server is dragged from the palette into a datacenter, and Escape lets a drag go', async ({ app }) => {
  await openExample(app, 'Contoso');
  await fitted(app);
  const part = app.getByRole('button', { name: 'Place Server', exact: true });
  const [x, y] = await point(app, 0.75, 0.5);
  await part.hover();
  await app.mouse.down();
  await app.mouse.move(x, y, { steps: 5 });
  await expect(carried(app)).toContainText('Server → West');
  await expect(carried(app)).toContainText('Breaks symmetric-membership');
  await app.keyboard.press('Escape');
  await expect(carried(app)).toHaveCount(0);
  await app.mouse.up();
  await changes(app, 0);

  await part.hover();
  await app.mouse.down();
  await app.mouse.move(x, y, { steps: 5 });
  await app.mouse.up();
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('EX17');
  await expect(inspector(app).getByLabel('Datacenter')).toHaveValue('West');
  await changes(app, 1);
  const offer = app.getByRole('group', { name: 'What is left to do' });
  await offer.getByRole('button', { name: 'Rebalance database copies…' }).click();
  await expect(app.getByRole('dialog', { name: 'Rebalance database copies' })).toBeVisible();
  await app.keyboard.press('Escape');
  await changes(app, 1);
});

/** Selects the server whose card is drawn at a point. */
async function selectServer(page: Page, at: readonly [number, number]): Promise<string> {
  await page.mouse.click(...at);
  const heading = inspector(page).getByRole('heading', { level: 2 });
  await page.getByRole('application').focus();
  await expect(async () => {
    if (!/^EX\d+$/.test(await heading.innerText())) await page.keyboard.press('Escape');
    await expect(heading).toHaveText(/^EX\d+$/, { timeout: 200 });
  }).toPass();
  return heading.innerText();
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
}

test('what is selected is dragged to another datacenter, and the rule that this breaks is named on the way', async ({
  app,
}) => {
  await openExample(app, 'Contoso');
  await fitted(app);
  const from = await point(app, 0.25, 0.5);
  const server = await selectServer(app, from);
  await fitted(app);
  await drag(app, from, await point(app, 0.3, 0.55));
  await expect(carried(app)).toContainText(new RegExp(`${server}\\s(before|after)\\s+EX\\d+`));
  await app.mouse.move(...(await point(app, 0.75, 0.5)), { steps: 4 });
  await expect(carried(app)).toContainText(`${server} → West`);
  await expect(carried(app)).toContainText('Breaks symmetric-membership');
  await app.mouse.up();
  await expect(carried(app)).toHaveCount(0);
  await changes(app, 1);
  await expect(inspector(app).getByRole('combobox', { name: 'Datacenter' })).toHaveValue('West');
  await app.keyboard.press('Control+z');
  await changes(app, 0);
});

test('a disk is moved by keyboard; its copies stay behind, and what becomes of them is offered', async ({ app }) => {
  await openExample(app, 'Contoso');
  const before = await save(app);
  await goTo(app, 'EX03');
  await inspector(app)
    .getByRole('button', { name: /^ExVol01/ })
    .click();
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('ExVol01');
  await app.getByRole('application').focus();
  await app.keyboard.press('m');
  const dialog = app.getByRole('dialog', { name: /^Move ExVol01 of EX03 to/ });
  await dialog.getByRole('combobox', { name: 'Where to' }).fill('EX12');
  await expect(dialog.getByRole('option')).toHaveText(['EX12']);
  await expect(dialog).toContainText('Breaks');
  await app.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await changes(app, 1);
  const offer = app.getByRole('group', { name: 'What is left to do' });
  await expect(offer).toContainText('4 copies stood on the disk and now have none.');
  await offer.getByRole('button', { name: 'Put them on other disks of EX03' }).click();
  await changes(app, 2);
  await expect(offer).toHaveCount(0);
  const design = JSON.parse(await save(app)) as { dags: { servers: { name: string; volumes: object[] }[] }[] };
  const disks = new Map(design.dags[0]?.servers.map(({ name, volumes }) => [name, volumes.length]));
  expect([disks.get('EX03'), disks.get('EX12')]).toEqual([14, 16]);
  for (let i = 0; i < 2; i += 1) await app.getByRole('button', { name: /^Undo: / }).click();
  expect(await save(app)).toBe(before);
});

test('a frame drawn with Shift selects servers, and a press with Shift takes one out again', async ({ app }) => {
  await openExample(app, 'Contoso');
  await fitted(app);
  await app.keyboard.down('Shift');
  await drag(app, await point(app, 0.08, 0.02), await point(app, 0.99, 0.92));
  await app.mouse.up();
  await app.keyboard.up('Shift');
  const heading = inspector(app).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText('16 servers');
  await app.getByRole('treeitem', { name: /EX03/ }).click({ modifiers: ['Control'] });
  await expect(heading).toHaveText('15 servers');
  const os = inspector(app).getByRole('combobox', { name: 'Windows' });
  await os.selectOption('Windows Server 2012 R2');
  await changes(app, 1);
  await expect(os).toHaveValue('WS2012R2');
  const design = JSON.parse(await save(app)) as { dags: { servers: { operatingSystem: string }[] }[] };
  expect(new Set(design.dags[0]?.servers.map(({ operatingSystem }) => operatingSystem)).size).toBe(2);
  await app.getByRole('button', { name: /^Undo: Set windows of 15 servers/ }).click();
  await changes(app, 0);
});

/** What a page's clipboard event would bring, without the system's clipboard. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function copyText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.body.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
}

test('servers and a whole DAG are copied from one file into another, and duplicated', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'EX03');
  const server = await copyText(app);
  await goTo(app, 'DAG1');
  const dag = await copyText(app);
  await app.keyboard.press('Control+d');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('DAG2');
  await expect(app.getByText('32 servers', { exact: true })).toBeVisible();

  await app.getByRole('button', { name: 'File' }).click();
  await app.getByRole('menuitem', { name: 'New empty design' }).click();
  await app.getByRole('button', { name: 'Discard', exact: false }).click();
  await expect(app.getByRole('tab', { name: 'Changes 0' })).toBeVisible();
  const empty = await save(app);
  await pasteText(app, server);
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('EX03');
  await pasteText(app, dag);
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('DAG2');
  await expect(app.getByText('17 servers', { exact: true })).toBeVisible();
  await changes(app, 2);

  for (const text of ['', 'EX01', '{ "a": 1 }', empty]) await pasteText(app, text);
  await expect(app.getByText(/The clipboard holds a whole design/).first()).toBeVisible();
  await pasteText(app, server.replace('"EX03",', '"a/b",'));
  const dialog = app.getByRole('dialog', { name: 'What the clipboard holds cannot be pasted' });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await changes(app, 2);
});

test('several servers are renamed by a pattern, and a name that is taken is refused', async ({ app }) => {
  await openExample(app, 'Contoso');
  await goTo(app, 'EX03');
  await app.getByRole('application').focus();
  await app.keyboard.press('F2');
  const dialog = app.getByRole('dialog', { name: /^Rename/ });
  const name = dialog.getByLabel('Name', { exact: true });
  await name.fill('');
  await expect(dialog.getByRole('alert')).toHaveText('A name is needed.');
  await name.fill('EX04');
  await app.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Another server has this name');
  await app.keyboard.press('Escape');
  await changes(app, 0);

  await app.getByRole('application').focus();
  await app.keyboard.press('Control+a');
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('16 servers');
  await app.keyboard.press('F2');
  await dialog.getByLabel('Pattern').fill('EX{site}{00}');
  await expect(dialog).toContainText('EXEast01, EXEast02, EXEast03, EXEast04, EXEast05 … EXWest16');
  await app.keyboard.press('Enter');
  await changes(app, 1);
  await expect(inspector(app).getByRole('heading', { level: 2 })).toHaveText('16 servers');
  expect(await save(app)).not.toContain('"EX0');
});

test('what goes along is told before it goes', async ({ app }) => {
  await openExample(app, 'Contoso');
  const before = await save(app);
  await goTo(app, 'West');
  await app.getByRole('application').focus();
  await app.keyboard.press('Delete');
  const dialog = app.getByRole('dialog', { name: 'Remove West?' });
  await expect(dialog).toContainText('Remove West with 120 disks and 448 copies.');
  await expect(dialog).toContainText('8 servers, 1 link and 1 datacenter pair go too.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await changes(app, 0);
  await app.getByRole('application').focus();
  await app.keyboard.press('Delete');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await changes(app, 1);
  await expect(app.getByText('8 servers', { exact: true })).toBeVisible();
  await app.getByRole('button', { name: /^Undo: Remove West/ }).click();
  expect(await save(app)).toBe(before);
});

test('a run of servers is selected in the outline by keys and by the mouse, from the one that was chosen first', async ({
  app,
}) => {
  await openExample(app, 'Contoso');
  const heading = inspector(app).getByRole('heading', { level: 2 });
  const selected = (names: readonly string[]) =>
    expect(app.getByRole('treeitem', { selected: true })).toHaveText(names.map((name) => new RegExp(name)));
  await goTo(app, 'EX03');
  await app.getByRole('tree', { name: 'Outline' }).focus();
  await app.keyboard.press('Shift+ArrowDown');
  await app.keyboard.press('Shift+ArrowDown');
  await selected(['EX03', 'EX04', 'EX05']);
  await expect(heading).toHaveText('3 servers');
  for (let i = 0; i < 3; i += 1) await app.keyboard.press('Shift+ArrowUp');
  await selected(['EX02', 'EX03']);
  await app.getByRole('treeitem', { name: /^EX06/ }).click({ modifiers: ['Shift'] });
  await selected(['EX03', 'EX04', 'EX05', 'EX06']);
  await app.keyboard.press('Shift+End');
  await expect(heading).toHaveText('6 servers');
  await app.keyboard.press('ArrowUp');
  await app.keyboard.press('Enter');
  await expect(heading).not.toHaveText('6 servers');
});

import { readFile } from 'node:fs/promises';
import { XMLValidator } from 'fast-xml-parser';
import type { Download, Page } from '@playwright/test';
import { designInPng } from '../../planner/diagram/pictures/pngChunks.ts';
import { obstacles } from './axe.ts';
import { expect, goTo, openExample, openFile, settledVerdict, test, verdict } from './app.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export picture' });
const preview = (page: Page) => dialogOf(page).getByRole('img', { name: /^Preview/ });

async function ask(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+e');
  await expect(preview(page)).toBeVisible();
}

async function choose(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, option] of Object.entries(choices))
    await dialogOf(page).getByLabel(label, { exact: true }).selectOption(option);
}

async function exported(page: Page): Promise<Download> {
  const download = page.waitForEvent('download');
  await dialogOf(page)
    .getByRole('button', { name: /^Export/ })
    .click();
  return download;
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

test.describe('pictures', () => {
  test.beforeEach(async ({ app }) => {
    await openExample(app, 'Contoso');
    await settledVerdict(app);
    await ask(app);
  });

  test('a PDF of the whole environment is what Export gives by itself', async ({ app }) => {
    await expect(preview(app)).toHaveAccessibleName(/Whole environment.*16 servers/);
    const download = await exported(app);
    expect(download.suggestedFilename()).toBe('contoso.pdf');
    expect((await bytesOf(download)).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    await expect(dialogOf(app)).toHaveCount(0);
  });

  test('any picture in any format, page by page', async ({ app }) => {
    await choose(app, { Picture: 'copy-layout:DAG1', Format: 'svg' });
    await expect(dialogOf(app)).toContainText('Page 1 of 4');
    await dialogOf(app).getByRole('button', { name: 'Next page' }).click();
    await expect(dialogOf(app)).toContainText('Page 2 of 4');
    const svg = await exported(app);
    expect(svg.suggestedFilename()).toBe('contoso-copy-layout-DAG1-2.svg');
    const text = (await bytesOf(svg)).toString('utf8');
    expect(XMLValidator.validate(text)).toBe(true);
    expect(text).toContain('@font-face');
    expect(text).not.toContain('dagwright/1');
    await ask(app);
    await choose(app, { Picture: 'dag:DAG1', Format: 'drawio', Paper: 'free' });
    expect((await bytesOf(await exported(app))).toString('utf8')).toContain('<mxfile');
  });

  test('a PNG with the design in it opens again as an unsaved design', async ({ app }) => {
    await choose(app, { Format: 'png' });
    await dialogOf(app)
      .getByLabel(/Embed the design/)
      .check();
    await dialogOf(app).getByLabel('Resolution').fill('96');
    const png = await bytesOf(await exported(app));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1123, 794]);
    expect(Buffer.from(designInPng(png) ?? []).toString('utf8')).toContain('"name": "Contoso"');
    const before = await verdict(app).innerText();
    await openFile(app, 'plan.png', png);
    await expect(app.getByRole('heading', { name: 'plan.dagwright.json' })).toBeVisible();
    expect(await settledVerdict(app)).toBe(before);
  });

  test('an SVG with the design in it opens again; a picture without one gets a message', async ({ app }) => {
    await choose(app, { Format: 'svg' });
    await dialogOf(app)
      .getByLabel(/Embed the design/)
      .check();
    const svg = (await bytesOf(await exported(app))).toString('utf8');
    for (const [name, content, message] of [
      ['empty.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', /carries no design/],
      ['torn.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), /carries no design/],
      ['hostile.svg', svg.replace('&quot;dagwright/1&quot;', '&quot;visio/3&quot;'), /hostile.*not a design|format/i],
    ] as const) {
      await openFile(app, name, content);
      const told = app.getByRole('dialog');
      await expect(told).toContainText(message);
      await told.getByRole('button', { name: 'Close' }).click();
      await expect(app.getByRole('heading', { name: 'contoso.dagwright.json' })).toBeVisible();
    }
    await openFile(app, 'plan.svg', svg);
    await expect(app.getByRole('heading', { name: 'plan.dagwright.json' })).toBeVisible();
  });

  test('the clipboard takes a picture as SVG and as PNG', async ({ app, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await dialogOf(app).getByRole('button', { name: 'Copy SVG' }).click();
    await expect(app.getByText('Picture copied as SVG').first()).toBeAttached();
    expect(await app.evaluate(() => navigator.clipboard.readText())).toContain('<svg xmlns');
    await dialogOf(app).getByRole('button', { name: 'Copy PNG' }).click();
    await expect(app.getByText('Picture copied as PNG').first()).toBeAttached();
    const types = await app.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types: own }) => [...own]),
    );
    expect(types).toContain('image/png');
  });

  test('too many pixels get a message and the dialog stays', async ({ app }) => {
    await choose(app, { Format: 'png', Paper: 'a0', Picture: 'copy-layout:DAG1' });
    await dialogOf(app).getByLabel('Resolution').fill('1200');
    await dialogOf(app)
      .getByRole('button', { name: /^Export/ })
      .click();
    await expect(app.getByRole('dialog', { name: 'The picture was not exported' })).toContainText('lower resolution');
  });

  test('a size of text that cannot be leaves the pages as they are, and is refused', async ({ app }) => {
    const size = dialogOf(app).getByLabel('Smallest text');
    const shown = await preview(app).getAttribute('alt');
    for (const wrong of ['', '0', '-3', '500']) {
      await size.fill(wrong);
      await dialogOf(app)
        .getByRole('button', { name: /^Export/ })
        .click();
      await expect(size).toBeFocused();
      await expect(dialogOf(app).getByRole('progressbar')).toHaveCount(0);
      await expect(preview(app)).toHaveAttribute('alt', shown ?? '');
    }
    await size.fill('6');
    expect((await exported(app)).suggestedFilename()).toBe('contoso.pdf');
  });

  test('what has failed and a scenario that is kept are pictures', async ({ app }) => {
    await app.keyboard.press('Escape');
    await app.keyboard.press('Alt+4');
    await goTo(app, 'EX05');
    await app.keyboard.press('f');
    const panel = app.getByRole('region', { name: 'Failover' });
    await expect(panel.getByRole('heading', { name: 'EX05 failed' })).toBeVisible();
    await ask(app);
    await expect(dialogOf(app).getByLabel('Picture', { exact: true })).toHaveValue('failures');
    await expect(preview(app)).toHaveAccessibleName(/Failures · Whole environment.*EX05 fails/);
    await app.keyboard.press('Escape');
    await app.getByRole('button', { name: 'Keep scenario', exact: true }).click();
    await settledVerdict(app);
    await ask(app);
    await choose(app, { Picture: 'scenario:EX05 fails', Format: 'svg' });
    await expect(preview(app)).toHaveAccessibleName(/Scenario EX05 fails · Whole environment.*EX05 fails/);
    const download = await exported(app);
    expect(download.suggestedFilename()).toBe('contoso-scenario-EX05-fails-1.svg');
    expect((await bytesOf(download)).toString('utf8')).toContain('>failed</text>');
  });

  test('a picture of many pages tells how far it is, and can be given up while it is made', async ({ app }) => {
    const dialog = dialogOf(app);
    const progress = dialog.getByRole('progressbar', { name: /^Laying out the pages: \d+ drawings? tried$|^Writing/ });
    await choose(app, { Picture: 'copy-layout:DAG1' });
    await dialog.getByLabel('Smallest text').fill('36');
    await expect(progress).toBeVisible();
    const heading = await preview(app).getAttribute('alt');
    await choose(app, { Picture: 'environment' });
    await dialog.getByLabel('Smallest text').fill('5');
    await expect(progress).toHaveCount(0);
    await expect(preview(app)).not.toHaveAttribute('alt', heading ?? '');

    let downloads = 0;
    app.on('download', () => (downloads += 1));
    await choose(app, { Picture: 'copy-layout:DAG1' });
    await dialog.getByLabel('Smallest text').fill('36');
    await dialog.getByRole('button', { name: /^Export/ }).click();
    await expect(progress).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel export' }).click();
    await expect(dialog.getByRole('button', { name: 'Cancel', exact: true })).toBeFocused();
    await expect(progress).toHaveCount(0, { timeout: 30_000 });
    expect(downloads).toBe(0);

    await dialog.getByRole('button', { name: /^Export/ }).click();
    await app.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await app.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(downloads).toBe(0);
    await expect(app.getByRole('heading', { name: 'contoso.dagwright.json' })).toBeVisible();
  });

  test('is reached by keyboard and has names for everything', async ({ app }) => {
    expect(await obstacles(app)).toEqual([]);
    await app.keyboard.press('Escape');
    await expect(dialogOf(app)).toHaveCount(0);
  });
});
